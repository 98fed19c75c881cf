"""Progress without pictures: the same as words, the weak spots, and what stands there at first."""

from __future__ import annotations

from tutor.course.outline import LessonEntry
from tutor.study.plan import CourseMap
from tutor.study.progress import Progress
from tutor.study.told import NOTHING_YET, told, weak_spots
from tutor.tui.lines import BLANK, Line, Run, paragraph, spread
from tutor.tui.pages.progress import STATE_TOKENS


def table_lines(now: Progress, width: int) -> list[Line]:
    """The same as words."""
    lines: list[Line] = []
    for section in told(now):
        lines += [BLANK] if lines else []
        lines.append(Line((Run(section.head, "head"),)))
        for one in section.lines:
            lines += paragraph((Run(one),), width)
    return lines


def weak_lines(now: Progress, width: int) -> list[Line]:
    """The objectives that want attention; each opens what to read."""
    spots = weak_spots(now)
    if not spots:
        said = "No weak spot: what was asked so far is secure for now."
        return paragraph((Run(said, "muted"),), width)
    lines: list[Line] = []
    for row in spots:
        facts = f"{row.mastery.words.partition(': ')[2]}"
        word = row.mastery.word
        target = row.objective.id
        lesson = f"lesson {row.lesson.number}"
        lines.append(
            spread(
                (Run("  "), Run(row.objective.short)), (Run(lesson, "muted"),), width, target=target
            )
        )
        lines += paragraph(
            (Run(f"{word.capitalize()}: ", STATE_TOKENS[word]), Run(facts, "muted")),
            width,
            first=(Run("  "),),
            target=target,
        )
    return lines


def nothing_lines(course: CourseMap | None, width: int) -> list[Line]:
    """What will stand here, and the ways on from an empty page."""
    lines = [*paragraph((Run(NOTHING_YET),), width), BLANK]
    ways = [("esc", "goes home, to the lessons.")]
    entry = first_quiz(course)
    if entry is not None:
        ways.insert(0, ("q", f"begins the quiz of lesson {entry.number}, {entry.short}."))
    for key, words in ways:
        lines += paragraph((Run(f"{key} {words}", "muted"),), width)
    return lines


def first_quiz(course: CourseMap | None) -> LessonEntry | None:
    """The lesson whose quiz to begin with: the next step's, else the first that has one."""
    if course is None:
        return None
    rows = (*(() if course.step.row is None else (course.step.row,)), *course.rows)
    return next((row.entry for row in rows if row.entry.items), None)
