"""Progress: the scores of every quiz over time, and the days of study."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tutor.store.model import Score
from tutor.study.plan import CourseMap, LessonRow
from tutor.tui.lines import BLANK, TWO_COLUMNS_FROM, Line, Run, bar, cut, paragraph, spread
from tutor.tui.pages.result import clock_words, day_words, duration, scores_of

# Cells of date, score, right of asked, and time taken; a narrow window does without times.
_COLUMNS = (18, 8, 12, 10)
_TIGHT = (13, 8, 10, 0)
_TIMES_FROM = 54


def progress_lines(
    course: CourseMap, scores: Sequence[Score], today: date, width: int
) -> list[Line]:
    """A row for each lesson; one that has scores opens its history."""
    if not any(one.kind == "quiz" for one in scores):
        return _nothing_yet(course, width)
    lines: list[Line] = []
    for title, rows in course.parts:
        if not rows:
            continue
        lines += [BLANK] if lines else []
        lines.append(Line((Run("  "), Run(title, "head"))))
        for row in rows:
            lines += _lesson(row, scores_of(scores, row.entry.id), today, width)
    return lines


def _nothing_yet(course: CourseMap, width: int) -> list[Line]:
    """What will stand here, and the ways on from an empty page."""
    lines = [*paragraph((Run("After your first quiz your scores stand here."),), width), BLANK]
    ways = [("esc", "home, to the lessons")]
    if course.step is not None and course.step.row.entry.items:
        entry = course.step.row.entry
        ways.insert(0, ("q", f"begin the quiz of lesson {entry.number}, {entry.short}"))
    for key, words in ways:
        lines += paragraph((Run(words, "muted"),), width, first=(Run(f"{key:<5}", "key"),))
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
    date, percent, right, time = _COLUMNS if width >= _TIMES_FROM else _TIGHT
    gauge = max(min(width - 58, 24), 0)
    head = f"{'Date':<{date}}{'Score':<{percent}}{'Right':<{right}}{'Time' if time else ''}"
    lines = [Line(cut((Run(head, "head"),), width))]
    for score in reversed(scores):
        when = day_words(score.ended, today)
        if time:
            when += f" {clock_words(score.ended)}"
        runs = [
            Run(f"{when:<{date}}"),
            Run(f"{f'{score.percent:>3}%':<{percent}}", "strong"),
            Run(f"{f'{score.right} of {score.asked}':<{right}}"),
            Run(f"{duration(score.ms):<{time}}" if time else "", "muted"),
        ]
        if gauge >= 8:
            runs += bar(score.percent / 100, gauge)
        if score.percent == best:
            runs.append(Run("  best" if time else "best", "right"))
        lines.append(Line(cut(runs, width)))
    lines += [BLANK, *paragraph((Run(_trend(scores), "muted"),), width)]
    return lines


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
