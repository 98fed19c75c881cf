"""What the record gives back, as frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.quiz.percent import percent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tutor.quiz.event import Event


class Learner(NamedTuple):
    """`uid` is the same on every machine; `id` only means something in this file."""

    id: int
    uid: str
    name: str


class SessionRow(NamedTuple):
    """A session without its events. `lesson` is "" when the items come from many lessons.

    `options` are JSON values given at its start. `events` counts its events, `answered` the items
    whose answer holds, `chosen` those for which an exam holds a choice only; `last` is the time of
    the newest event.
    """

    id: int
    uid: str
    learner_id: int
    course: str
    kind: str
    lesson: str
    seed: int
    items: tuple[str, ...]
    started: datetime
    options: Mapping[str, object]
    events: int = 0
    answered: int = 0
    chosen: int = 0
    last: datetime | None = None
    ended: datetime | None = None
    dropped: bool = False


class About(NamedTuple):
    """What the record keeps of an item beside its id and key, as the course has it now.

    Without a type the item is in no course, and its answer tells the scheduler nothing.
    """

    type: str = ""
    objective: str = ""
    red_flag: bool = False


class Entry(NamedTuple):
    """An event on its way into the log, and what it is about."""

    event: Event
    digest: str
    about: About


class Totals(NamedTuple):
    """The result of a session whose items are all answered. `ms` is the time taken."""

    points: float
    total: float
    right: int
    asked: int
    ms: int


class Score(NamedTuple):
    """One finished session, as it stands in the history."""

    session_id: int
    lesson: str
    kind: str
    ended: datetime
    points: float
    total: float
    right: int
    asked: int
    ms: int

    @property
    def percent(self) -> int:
        """Points of total in whole percent, half rounded up."""
        return percent(self.points, self.total)


class Reading(NamedTuple):
    """The screens of a lesson that were seen. The greater `turn`, the later it was read."""

    screens: frozenset[str]
    last: str
    turn: int


class LessonScores(NamedTuple):
    """The newest and the best quiz score of a lesson; retries do not count."""

    last: Score
    best: Score


class HomeView(NamedTuple):
    """All that Home shows from the record. `days` counts the study days with an answer."""

    reading: Mapping[str, Reading]
    scores: Mapping[str, LessonScores]
    open: tuple[SessionRow, ...]
    days: int
