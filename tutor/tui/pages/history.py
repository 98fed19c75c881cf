"""The scores of every quiz: a row for each lesson, and all scores of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tutor.store.model import Score
from tutor.study.plan import CourseMap, LessonRow
from tutor.tui.lines import BLANK, TWO_COLUMNS_FROM, Line, Run, bar, cut, paragraph, spread
from tutor.tui.pages.result import clock_words, day_words, duration, scores_of

# Cells of date, score, right of asked, time taken; a narrow window leaves out the time of day.
_COLUMNS = (18, 8, 12, 10)
_TIGHT = (12, 6, 7, 7)
_WIDE_FROM = 54


def quiz_lines(course: CourseMap, scores: Sequence[Score], today: date, width: int) -> list[Line]:
    """A row for each lesson; one that has scores opens its history."""
    lines: list[Line] = []
    for title, rows in course.parts:
        if not rows:
            continue
        lines += [BLANK] if lines else []
        lines.append(Line((Run("  "), Run(title, "head"))))
        for row in rows:
            lines += _lesson(row, scores_of(scores, row.entry.id), today, width)
    return lines


def _lesson(row: LessonRow, scores: Sequence[Score], today: date, width: int) -> list[Line]:
    name = (Run("  "), Run(f"{row.entry.number:>2}  ", "muted"), Run(row.entry.short))
    if not scores:
        return [spread(name, (Run("no score yet", "faint"),), width)]
    last, best = scores[-1], max(scores, key=lambda score: score.percent)
    tries = f"{len(scores)} quiz{'zes' if len(scores) != 1 else ''}"
    facts = f"{tries} · last {last.percent}% {day_words(last.ended, today)}"
    tail = [Run(facts, "muted"), Run("   best ", "muted"), Run(f"{best.percent:>3}%", "strong")]
    if width < TWO_COLUMNS_FROM:
        tail = [Run("best ", "muted"), Run(f"{best.percent:>3}%", "strong")]
    return [spread(name, tail, width, target=row.entry.id)]


def history_lines(scores: Sequence[Score], today: date, width: int) -> list[Line]:
    """All scores of one quiz, newest first: date, score, right of asked, time taken."""
    if not scores:
        return paragraph((Run("No score yet for this quiz.", "muted"),), width)
    best = max(score.percent for score in scores)
    wide = width >= _WIDE_FROM
    date, percent, right, time = _COLUMNS if wide else _TIGHT
    of = " of " if wide else "/"
    gauge = max(min(width - 58, 24), 0)
    head = f"{'Date':<{date}}{'Score':<{percent}}{'Right':<{right}}Time"
    lines = [Line(cut((Run(head, "head"),), width))]
    for score in reversed(scores):
        when = day_words(score.ended, today)
        if wide:
            when += f" {clock_words(score.ended)}"
        runs = [
            Run(f"{when:<{date}}"),
            Run(f"{f'{score.percent:>3}%':<{percent}}", "strong"),
            Run(f"{f'{score.right}{of}{score.asked}':<{right}}"),
            Run(f"{duration(score.ms) if wide else _brief(score.ms):<{time}}", "muted"),
        ]
        if gauge >= 8:
            runs += bar(score.percent / 100, gauge)
        if score.percent == best:
            runs.append(Run("  best" if wide else "best", "right"))
        lines.append(Line(cut(runs, width)))
    lines += [BLANK, *paragraph((Run(_trend(scores), "muted"),), width)]
    return lines


def _brief(ms: int) -> str:
    """Time taken on seven cells at most."""
    minutes = round(ms / 60_000)
    return duration(ms) if minutes < 60 else f"{minutes // 60}:{minutes % 60:02} h"


def _trend(scores: Sequence[Score]) -> str:
    """The story of the numbers in a sentence; four points are too few for a picture."""
    first, last = scores[0].percent, scores[-1].percent
    if len(scores) == 1:
        return "One score so far."
    if last > first:
        return f"From {first}% to {last}%: rising."
    if last < first:
        return f"From {first}% to {last}%: lower than at first."
    return f"{last}%, as at first."
