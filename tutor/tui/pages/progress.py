"""Progress at a glance: what is due, mastery, scores, and whether one is as right as sure.

Four blocks, two by two where there is room for two columns, else below one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tutor.memory.calibration import BANDS
from tutor.memory.retention import ENOUGH
from tutor.study.progress import ObjectiveRow, Progress
from tutor.study.told import (
    FEW,
    counted,
    date_words,
    due_line,
    mark_of,
    quizzes,
    retention_words,
    score_words,
    trend_word,
    weak_spots,
    weekday,
)
from tutor.tui.lines import (
    BLANK,
    TWO_COLUMNS_FROM,
    Line,
    Run,
    Token,
    bar,
    beside,
    cut,
    paragraph,
    spread,
    width_of,
)
from tutor.tui.pages.plots import chart, columns, marked_bar

_GAP = 4
_LEAST = 7  # rows of a block
_NAME = 12  # cells of a certainty
_TAIL = 11  # of "109 of 122"
_COUNT = 8  # of "3 of 12"
_STATE = 10  # of "2 growing"
_TRACK = 8  # the shortest bar
_WORDS_FROM = 48
_WEAKEST_SHOWN = 3
STATE_TOKENS: dict[str, Token] = {
    "weak": "wrong",
    "growing": "notice",
    "fading": "notice",
    "secure": "right",
    "new": "faint",
}


class Pass(NamedTuple):
    """What the page knows of the course: its parts with their lessons' ids, and the pass line."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    line: int


def progress_lines(now: Progress, course: Pass, width: int, height: int) -> list[Line]:
    """The four blocks for this room."""
    if width < TWO_COLUMNS_FROM:
        blocks = (
            _due(now, width, _LEAST),
            _mastery(now, course, width, _LEAST),
            _scores(now, course, width, _LEAST),
            _sureness(now, width, _LEAST),
        )
        return [line for block in blocks for line in (*block, BLANK)][:-1]
    between = 2 if height >= 32 else 1
    rows = max((height - between) // 2, _LEAST)
    left = (width - _GAP) // 2
    right = width - _GAP - left
    above = _pair(_due(now, left, rows), _mastery(now, course, right, rows), left)
    below = _pair(_scores(now, course, left, rows), _sureness(now, right, rows), left)
    above += [BLANK] * max(min(rows, height - between - len(below)) - len(above), 0)
    return [*above, *[BLANK] * between, *below]


def _pair(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    return beside(left, right, width, _GAP)


def _head(name: str, facts: str, width: int) -> Line:
    return spread((Run(name, "head"),), (Run(facts, "muted"),) if facts else (), width)


def _due(now: Progress, width: int, rows: int) -> list[Line]:
    head = _head("Due, next 7 days", f"{sum(now.due)} in all", width)
    if not any(now.due):
        return [head, *paragraph((Run("No card is due in the next 7 days.", "muted"),), width)]
    names = [weekday(now.today.fromordinal(now.today.toordinal() + i))[:3] for i in range(7)]
    more = _first(now)
    drawn = columns(now.due, names, max(rows - 4 - len(more), 3), width)
    said = Line(cut((Run(due_line(now), "muted"),), width))
    return [head, *drawn, said, *(Line(cut((Run(one, "muted"),), width)) for one in more)]


def _first(now: Progress) -> list[str]:
    """What a review begins with, and what pauses."""
    lines = []
    if now.sure_and_wrong:
        lines.append(f"{now.sure_and_wrong} sure and wrong: they come first")
    if now.stuck:
        lines.append(f"{now.stuck} paused, missed too often")
    return lines


def _mastery(now: Progress, course: Pass, width: int, rows: int) -> list[Line]:
    counts = now.counts()
    facts = f"{counts['secure']} of {len(now.objectives)} secure for now"
    lines = [_head("Mastery", facts, width)]
    groups = [(title, _of_part(now, ids)) for title, ids in course.parts]
    groups = [(title, found) for title, found in groups if found]
    name = max((width_of([Run(title)]) for title, _ in groups), default=0)
    name = min(name, width - _COUNT - _TRACK)
    for title, found in groups:
        lines.append(_part(title, found, name, width))
    weakest = weak_spots(now)[: max(rows - len(lines) - 2, 1)][:_WEAKEST_SHOWN]
    if weakest:
        lines += [BLANK, _head("Weakest objectives", "", width)]
        lines += [_objective(row, width) for row in weakest]
    return lines


def _of_part(now: Progress, lessons: Sequence[str]) -> list[ObjectiveRow]:
    return [row for row in now.objectives if row.lesson.id in lessons]


def _part(title: str, found: Sequence[ObjectiveRow], name: int, width: int) -> Line:
    """How many objectives of a part are secure, and what its weakest are."""
    secure = sum(row.mastery.word == "secure" for row in found)
    words = [row.mastery.word for row in found]
    word = next((one for one in ("weak", "fading", "growing") if one in words), "")
    if not word:
        word = "secure" if secure == len(found) else "new"
    all_alike = word in ("secure", "new") and words.count(word) == len(found)
    tail = word if all_alike else f"{words.count(word)} {word}"
    # Where it is tight, the words are left to the list of objectives below.
    room = width - name - 2 - _COUNT
    said: tuple[Run, ...] = (Run(f"  {tail:<{_STATE}}", STATE_TOKENS[word]),)
    if room - _STATE - 2 < _TRACK:
        said = ()
    else:
        room -= _STATE + 2
    label = cut((Run(title),), name)
    track = bar(secure / len(found), room, "right")
    count = Run(f"{f'{secure} of {len(found)}':>{_COUNT}}", "muted" if word == "new" else "text")
    return Line((*label, Run(" " * (name - width_of(label) + 2)), *track, count, *said))


def _objective(row: ObjectiveRow, width: int) -> Line:
    found = row.mastery
    facts = f"{found.right} of {found.asked}"
    if width >= _WORDS_FROM:
        facts = f"{facts} right  {found.word:<7}"
    return spread((Run(row.objective.short),), (Run(facts, STATE_TOKENS[found.word]),), width)


def _scores(now: Progress, course: Pass, width: int, rows: int) -> list[Line]:
    taken = quizzes(now)
    if len(taken) < FEW:
        lines = [_head("Quiz scores", "", width)]
        for one in score_words(now) or ("No quiz finished yet.",):
            lines += paragraph((Run(one),), width)
        return lines
    best = max(taken, key=lambda score: score.percent)
    head = _head("Quiz scores", f"last {mark_of(taken[-1])} · best {mark_of(best)}", width)
    ends = tuple(date_words(one.ended.date(), now.today) for one in (taken[0], taken[-1]))
    tall = max(rows - 3, 5)
    tall -= 1 - tall % 2  # odd: the tick in the middle is a true value
    values = [score.percent for score in taken]
    drawn = chart(values, course.line, tall, width, (ends[0], ends[1]))
    said = f"{len(taken)} quizzes, {trend_word(taken)}. Dotted: pass line"
    return [head, *drawn, Line(cut((Run(said, "muted"),), width))]


def _sureness(now: Progress, width: int, rows: int) -> list[Line]:
    levels = now.calibration.levels
    asked = sum(level.asked for level in levels)
    lines = [_head("How sure, and how right", counted(asked, "answer"), width)]
    for level in levels if asked else ():
        low, _ = BANDS[level.certainty]
        lines.append(_share(level.word, level.right, level.asked, level.share, low, width))
    found = now.retention
    if found is None:
        words = f"from {ENOUGH} reviews on; {now.reviews} so far"
        recall = Line(
            (Run(f"{'remembered':<{_NAME}}"), *cut((Run(words, "muted"),), width - _NAME))
        )
    else:
        recall = _share(
            "remembered", found.recalled, found.reviews, found.actual, found.predicted, width
        )
    lines.append(recall)
    drawn = found is not None or any(level.share is not None for level in levels)
    legend = (Run("┃", "strong"), Run(" where it should be. ", "muted")) if drawn else ()
    lines += paragraph((*legend, Run(now.calibration.sentence, "muted")), width)
    if found is not None:
        words = retention_words(now)
        more = [BLANK, *paragraph((Run(words, "muted"),), width)]
        lines += more if len(lines) + len(more) <= rows else []
    return lines


def _share(name: str, right: int, asked: int, share: float | None, mark: float, width: int) -> Line:
    """A bar where the answers are enough for a share, and always their count."""
    tail = f"{f'{right} of {asked}' if asked else 'none':>{_TAIL}}"
    label = Run(f"{name:<{_NAME}}")
    room = width - _NAME - _TAIL
    if share is None:
        return Line((label, Run(" " * room), Run(tail, "muted")))
    return Line((label, *marked_bar(share, room, mark or None), Run(tail)))
