"""The course as this learner stands in it, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from tutor.course.outline import LessonEntry
from tutor.store.model import SessionRow
from tutor.study.desk import Desk


class Standing(StrEnum):
    """How far a lesson is: its sign on Home."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"


class LessonRow(NamedTuple):
    """A lesson on the map. `read` counts its pages seen; `best` is a percentage or None."""

    entry: LessonEntry
    standing: Standing
    read: int
    at: int
    best: int | None

    @property
    def pages(self) -> int:
        """Pages in all."""
        return len(self.entry.pages)

    @property
    def minutes_left(self) -> int:
        """About how long the pages from the current one on take; at least one minute."""
        left = max(self.pages - self.at, 1) / max(self.pages, 1)
        return max(round(self.entry.minutes * left), 1)


class Step(NamedTuple):
    """What to do now.

    `kind` is "resume" (`session` was left in the middle), "lesson", "quiz" or "again" (a quiz
    below the pass line).
    """

    kind: str
    row: LessonRow
    session: SessionRow | None = None


class CourseMap(NamedTuple):
    """Home in one value: the rows of each part, the next step, the sessions left open."""

    parts: tuple[tuple[str, tuple[LessonRow, ...]], ...]
    step: Step | None
    left_open: tuple[SessionRow, ...]
    days: int

    @property
    def rows(self) -> tuple[LessonRow, ...]:
        """All lessons in course order."""
        return tuple(row for _, rows in self.parts for row in rows)

    @property
    def untouched(self) -> bool:
        """Nothing read and nothing answered yet."""
        return not self.left_open and all(row.standing is Standing.NEW for row in self.rows)


def course_map(desk: Desk) -> CourseMap:
    """Read the learner's standing from the record."""
    header = desk.library.header
    home = desk.store.home(desk.learner.id, header.id)
    rows: dict[str, LessonRow] = {}
    begun = {session.lesson for session in home.open}
    for entry in desk.library.lessons:
        reading = home.reading.get(entry.id)
        seen = reading.screens.intersection(entry.pages) if reading else frozenset[str]()
        score = home.scores.get(entry.id)
        best = score.best.percent if score else None
        at = entry.pages.index(reading.last) if reading and reading.last in entry.pages else 0
        passed = best is not None and best >= round(header.pass_line * 100)
        # A lesson without a quiz is done when it is read.
        done = passed or (entry.items == 0 and len(seen) == len(entry.pages) > 0)
        started = bool(seen) or best is not None or entry.id in begun
        standing = Standing.DONE if done else Standing.STARTED if started else Standing.NEW
        rows[entry.id] = LessonRow(entry, standing, len(seen), at, best)
    parts = tuple(
        (part.title, tuple(rows[id] for id in part.lessons if id in rows)) for part in header.parts
    )
    left_open = tuple(row for row in home.open if row.lesson in rows)
    recent = max(home.reading, key=lambda id: home.reading[id].turn, default=None)
    if left_open:
        step: Step | None = Step("resume", rows[left_open[0].lesson], left_open[0])
    else:
        step = next_step(rows, recent)
    return CourseMap(parts, step, left_open, home.days)


def next_step(rows: Mapping[str, LessonRow], recent: str | None) -> Step | None:
    """The lesson read last if it is not done, else the first in order that is not done.

    When all are done: the one with the lowest score. None for a course without lessons.
    """
    if not rows:
        return None
    unfinished = [row for row in rows.values() if row.standing is not Standing.DONE]
    latest = rows.get(recent or "")
    if latest is not None and latest in unfinished:
        row = latest
    elif unfinished:
        row = unfinished[0]
    else:
        return Step("again", min(rows.values(), key=lambda row: row.best or 0))
    if row.read < row.pages:
        return Step("lesson", row)
    return Step("quiz" if row.best is None else "again", row)
