"""Home: the map of the course at the left, what to do now at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tutor.course.outline import LessonEntry
from tutor.store.model import SessionRow
from tutor.study.plan import CourseMap, LessonRow, Standing, Step
from tutor.tui.lines import BLANK, Late, Line, Run, Token, bar, cut, paragraph, spread

OPEN_SHOWN = 3
_SIGNS: dict[Standing, tuple[str, Token]] = {
    Standing.NEW: ("○", "faint"),
    Standing.STARTED: ("◐", "accent"),
    Standing.DONE: ("✓", "right"),
}
_BAR = 12
_BARS_FROM = 60


def map_lines(course: CourseMap, width: int, height: int) -> list[Line | Late]:
    """The parts and their lessons; each lesson is a target."""
    lines: list[Line | Late] = []
    for title, rows in course.parts:
        if not rows:
            continue
        if lines:
            lines.append(BLANK)
        lines.append(Line((Run("  "), Run(title, "head"))))
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
    right = [Run(_score(row) + " ", "text")]
    if width >= _BARS_FROM:
        done = row.standing is Standing.DONE
        share = row.best / 100 if row.best is not None else row.read / max(row.pages, 1)
        right = [
            *bar(share, _BAR, "right" if done else "accent"),
            Run(f"{_score(row):>7} "),
        ]
    return spread(left, right, width, target=row.entry.id)


def _score(row: LessonRow) -> str:
    if row.best is not None:
        return f"{row.best}%"
    return f"{row.read}/{row.pages}" if row.read else ""


def step_title(step: Step) -> str:
    """What to do now, in words."""
    if step.kind == "lesson":
        return step.row.entry.short
    kind = "Once more: " if step.kind == "again" else "Quiz: "
    return kind + step.row.entry.short


def step_words(step: Step) -> str:
    """How far, and how long."""
    row = step.row
    if step.session is not None:
        return f"question {step.session.answered + 1} of {len(step.session.items)}"
    if step.kind == "lesson" and not row.read:
        return f"{row.entry.length} · {row.entry.minutes} min"
    if step.kind == "lesson":
        return f"screen {row.at + 1} of {row.pages} · {row.minutes_left} min left"
    if row.best is None:
        return "all read · now its questions"
    return f"best so far {row.best}%"


def step_share(step: Step) -> float:
    """How much of the step is done, 0..1."""
    row = step.row
    if step.session is not None:
        return step.session.answered / max(len(step.session.items), 1)
    return row.at / max(row.pages, 1) if step.kind == "lesson" else 1.0


def next_lines(
    course: CourseMap, selected: LessonEntry | None, ask: int, width: int, height: int
) -> list[Line]:
    """Next, left open, places, and on a tall window what the selected lesson teaches."""
    width -= 2
    groups: list[list[Line]] = []
    if course.step is not None:
        groups.append(_next(course.step, course.untouched, width))
    # The newest of them is what comes next: one alone stands there already.
    if len(course.left_open) > 1:
        groups.append(left_open_lines(course, width))
    practise = [
        Line((Run("Places", "head"),)),
        spread((Run("Progress"),), (Run("p", "key"),), width, target="place:progress"),
        spread((Run("Settings"),), (Run("s", "key"),), width, target="place:settings"),
    ]
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


def _next(step: Step, untouched: bool, width: int) -> list[Line]:
    head = [
        Line((Run("Start here" if untouched else "Next", "head"),)),
        Line(cut((Run(step_title(step), "strong"),), width), "step"),
        spread((Run(step_words(step), "muted"),), _drop(step), width, target="step"),
    ]
    if untouched:
        begin = (Run("c", "key"), Run(" or ", "muted"), Run("enter", "key"), Run(" begin", "muted"))
        return [*head, Line(begin, "step")]
    return [*head, Line(bar(step_share(step), width))]


def _drop(step: Step) -> tuple[Run, ...]:
    return (Run("o", "key"), Run(" drop", "muted")) if step.session is not None else ()


def left_open_lines(course: CourseMap, width: int) -> list[Line]:
    """The sessions that were left in the middle, newest first."""
    lines = [Line((Run("Left open", "head"),))]
    by_id = {row.entry.id: row.entry for row in course.rows}
    for index, session in enumerate(course.left_open[:OPEN_SHOWN]):
        key = (Run("o", "key"),) if index == 0 else ()
        entry = by_id[session.lesson]
        lines.append(
            spread(
                (
                    Run(session_name(session, entry), "strong"),
                    Run(f" · question {session.answered + 1} of {len(session.items)}", "muted"),
                ),
                key,
                width,
                target=f"open:{session.id}",
            )
        )
    more = len(course.left_open) - OPEN_SHOWN
    if more > 0:
        lines.append(Line((Run(f"and {more} more: o shows all", "muted"),)))
    return lines


def session_name(session: SessionRow, entry: LessonEntry) -> str:
    """ "Quiz 4", "Retry 4"."""
    return f"{'Retry' if session.kind == 'retry' else 'Quiz'} {entry.number}"


def _objectives(entry: LessonEntry, ask: int, width: int) -> list[Line]:
    lines = [Line((Run("In this lesson", "head"),))]
    for objective in entry.objectives:
        lines += paragraph((Run(objective.text),), width, first=(Run("•  ", "muted"),))
    if not entry.items:
        asked = "no quiz"
    elif entry.items > ask:
        asked = f"quiz of {ask} from {entry.items} questions"
    else:
        asked = f"quiz of {entry.items} questions"
    lines += [BLANK, *paragraph((Run(f"{entry.minutes} min · {asked}", "muted"),), width)]
    return lines


def narrow_next(course: CourseMap, width: int) -> list[Line]:
    """One line and a bar for windows without a second column."""
    if course.step is None:
        return []
    step = course.step
    head = "Start" if course.untouched else "Next"
    left: Sequence[Run] = (
        Run(head + "  ", "muted"),
        Run(f"{step.row.entry.number} {step_title(step)}", "strong"),
    )
    words = ""
    if step.session is not None:
        words = f"{step.session.answered + 1}/{len(step.session.items)}"
    elif step.kind == "lesson" and step.row.read:
        words = f"{step.row.at + 1}/{step.row.pages}"
    right = (Run(words, "muted"),) if words else ()
    return [spread(left, right, width), Line(bar(step_share(step), width)), BLANK]
