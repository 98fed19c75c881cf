"""Home: the map of the course at the left, what to do now at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tutor.course.outline import LessonEntry
from tutor.store.model import SessionRow
from tutor.study.known import Known
from tutor.study.plan import (
    CourseMap,
    LessonRow,
    Standing,
    Step,
    done_of,
    minutes_for,
    session_name,
)
from tutor.tui.lines import BLANK, Late, Line, Run, Token, bar, cut, paragraph, spread, width_of

OPEN_SHOWN = 3
_SIGNS: dict[Standing, tuple[str, Token]] = {
    Standing.NEW: ("○", "faint"),
    Standing.STARTED: ("◐", "accent"),
    Standing.DONE: ("✓", "right"),
}
_BAR = 12
_LEAST_BAR = 6
_BARS_FROM = 60
_PLACES = (
    ("Exam", "e", "exam"),
    ("What do I know already?", "k", "pretest"),
    ("Progress", "p", "progress"),
    ("Settings", "s", "settings"),
)


def map_lines(course: CourseMap, width: int, height: int) -> list[Line | Late]:
    """The parts and their lessons; each lesson is a target."""
    lines: list[Line | Late] = []
    for title, rows in course.parts:
        if not rows:
            continue
        if lines:
            lines.append(BLANK)
        lines.append(Line(cut((Run("  "), Run(title, "head")), width)))
        lines += [Late(partial(_lesson, row, width), row.entry.id) for row in rows]
    if len(lines) > height:
        return [line for line in lines if line is not BLANK]
    return lines


def _lesson(row: LessonRow, width: int) -> Line:
    sign, token = _SIGNS[row.standing]
    started = row.standing is Standing.STARTED
    left = (
        Run("  "),
        Run(sign, token),
        Run(f"{row.entry.number:>3}", "accent" if started else "muted"),
        Run("  "),
        Run(row.entry.short),
    )
    score = _score(row, wide=width >= _BARS_FROM)
    right = [score, Run(" ")]
    if width >= _BARS_FROM:
        done = row.standing is Standing.DONE
        share = row.best / 100 if row.best is not None else row.read / max(row.pages, 1)
        right = [
            *bar(share, _BAR, "right" if done else "accent"),
            Run(f"{score.text:>9} ", score.token),
        ]
    return spread(left, right, width, target=row.entry.id)


def _score(row: LessonRow, *, wide: bool) -> Run:
    """The best score, else how far it is read, else what a pre-test said of it."""
    if row.best is not None:
        return Run(f"{row.best}%")
    if row.read:
        return Run(f"{row.read}/{row.pages}")
    if row.known is Known.SKIM:
        return Run("may skim" if wide else "skim", "muted")
    if row.known is Known.MISSED:
        return Run(f"{row.missed} missed" if wide else f"▽ {row.missed}", "notice")
    return Run("")


def place_words(session: SessionRow) -> str:
    """How far a session is; an exam is answered in any order."""
    done, asked = done_of(session), len(session.items)
    if session.kind == "exam":
        return f"{done} of {asked} answered"
    return f"question {min(done + 1, asked)} of {asked}"


def next_lines(
    course: CourseMap, selected: LessonRow | None, ask: int, width: int, height: int
) -> list[Line]:
    """Next, review, left open, places, and on a tall window what the selected lesson teaches."""
    width -= 2
    groups: list[list[Line]] = [_next(course.step, _at_the_start(course), width)]
    if course.step.kind != "review" and not _at_the_start(course):
        groups.append(_review(course, width))
    # The newest of them is what comes next: one alone stands there already.
    if len(course.left_open) > 1:
        groups.append(left_open_lines(course, width))
    practise = [Line((Run("Practise", "head"),))]
    for words, key, place in _PLACES:
        practise.append(spread((Run(words),), (Run(key, "key"),), width, target=f"place:{place}"))
    groups.append(practise)
    if selected is not None and height >= 30:
        groups.append(_objectives(selected, ask, width))
    if course.untouched:
        groups.append(paragraph((Run("For learning, not medical advice.", "faint"),), width))
    lines: list[Line] = []
    for group in groups:
        lines += [BLANK, *group] if lines else group
    # The column before the text is kept for the bar.
    return [Line((Run("  "), *line.runs), line.target) for line in lines]


def _at_the_start(course: CourseMap) -> bool:
    """Nothing was done yet, and the first thing is to read."""
    return course.untouched and course.step.kind == "lesson"


def _next(step: Step, untouched: bool, width: int) -> list[Line]:
    head = [Line((Run("Start here" if untouched else "Next", "head"),))]
    if step.kind == "done":
        return [*head, *paragraph((Run(step.line, "muted"),), width)]
    head.append(Line(cut((Run(step.title, "strong"),), width), "step"))
    key = _key_of(step)
    room = width - width_of(key) - (2 if key else 0)
    *before, last = paragraph((Run(step.words, "muted"),), room, target="step")
    head += [*before, spread(last.runs, key, width, target="step")]
    if untouched:
        begin = (Run("c", "key"), Run(" or ", "muted"), Run("enter", "key"), Run(" begin", "muted"))
        return [*head, Line(begin, "step")]
    return [*head, Line(bar(step.share, width))] if step.kind != "review" else head


def _key_of(step: Step) -> tuple[Run, ...]:
    if step.session is not None:
        return (Run("o", "key"), Run(" drop", "muted"))
    return (Run("r", "key"),) if step.kind == "review" else ()


def _review(course: CourseMap, width: int) -> list[Line]:
    return [
        Line((Run("Review", "head"),)),
        spread(_due(course), (Run("r", "key"),), width, target="place:review"),
    ]


def _due(course: CourseMap) -> tuple[Run, ...]:
    """What the review holds, as far as the record tells it without the course."""
    if course.due:
        cards = f"{course.due} card{'s' if course.due != 1 else ''}"
        time = f" due · about {minutes_for(course.due + course.again)} min"
        return (Run(cards, "bold"), Run(time, "muted"))
    if course.again:
        return (Run(f"{course.again} to repeat", "bold"), Run(" today", "muted"))
    return (Run("Nothing due", "muted"),)


def left_open_lines(course: CourseMap, width: int) -> list[Line]:
    """The sessions that were left in the middle, newest first."""
    lines = [Line((Run("Left open", "head"),))]
    by_id = {row.entry.id: row.entry for row in course.rows}
    for index, session in enumerate(course.left_open[:OPEN_SHOWN]):
        key = (Run("o", "key"),) if index == 0 else ()
        name = session_name(session, by_id.get(session.lesson))
        words = (Run(name, "strong"), Run(f" · {place_words(session)}", "muted"))
        lines.append(spread(words, key, width, target=f"open:{session.id}"))
    more = len(course.left_open) - OPEN_SHOWN
    if more > 0:
        lines.append(Line((Run(f"and {more} more: o shows all", "muted"),)))
    return lines


def _objectives(row: LessonRow, ask: int, width: int) -> list[Line]:
    entry = row.entry
    lines = [Line((Run("In this lesson", "head"),))]
    for objective in entry.objectives:
        lines += paragraph((Run(objective.text),), width, first=(Run("•  ", "muted"),))
    lines += [
        BLANK,
        *paragraph((Run(f"{entry.minutes} min · {_asked(entry, ask)}", "muted"),), width),
    ]
    if row.known is Known.SKIM:
        lines += paragraph((Run("The pre-test found it known: you may skim it.", "muted"),), width)
    elif row.known is Known.MISSED:
        lines += paragraph((Run(f"The pre-test missed {row.missed} here.", "muted"),), width)
    return lines


def _asked(entry: LessonEntry, ask: int) -> str:
    if not entry.items:
        return "no quiz"
    if entry.items > ask:
        return f"quiz of {ask} from {entry.items} questions"
    return f"quiz of {entry.items} questions"


def narrow_next(course: CourseMap, width: int) -> list[Line]:
    """One line for windows without a second column, with a bar in it where there is room."""
    step = course.step
    head = "Start" if _at_the_start(course) else "Next"
    number = f"{step.row.entry.number} " if step.row is not None and step.session is None else ""
    left: Sequence[Run] = (Run(head + "  ", "muted"), Run(f"{number}{step.title}", "strong"))
    words = ""
    if step.session is not None:
        words = (
            f"{min(done_of(step.session) + 1, len(step.session.items))}/{len(step.session.items)}"
        )
    elif step.kind == "lesson" and step.row is not None and step.row.read:
        words = f"{step.row.at + 1}/{step.row.pages}"
    elif step.kind == "review":
        words = f"{course.due + course.again} · r"
    right = [Run(words, "muted")] if words else []
    # On a line of its own the bar would stay in sight alone when the map is scrolled.
    room = min(width - width_of(left) - width_of(right) - 4, _BAR)
    if step.kind != "done" and room >= _LEAST_BAR:
        right = [*bar(step.share, room), *([Run("  "), *right] if right else [])]
    return [spread(left, right, width), BLANK]
