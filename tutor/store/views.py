"""What Progress and the review read from the record, as frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

    from tutor.memory.card import Card
    from tutor.quiz.event import Response


class HeldCard(NamedTuple):
    """A card of the record. `objective` is that of its newest answer, "" from before version 2."""

    item: str
    objective: str
    card: Card


class Today(NamedTuple):
    """What happened to an item today, in sessions that feed the scheduler.

    `again` counts the answers that were not known, `right` says that one was, `done` that the
    scored one is given.
    """

    again: int
    right: bool
    done: bool


class ConfidentError(NamedTuple):
    """A scored answer that was certain and wrong, to an item that was not right since."""

    item: str
    objective: str
    day: date


class Miss(NamedTuple):
    """The newest wrong answer to an item. `mended`: a scored answer since was right."""

    item: str
    type: str
    response: Response
    certainty: int | None
    day: date
    mended: bool


class Day(NamedTuple):
    """A study day in a course.

    `answers` were given in all, `right` of them right, in `ms`. `reviews` are the scored answers
    in reviews to cards that were there, `introduced` those that made a new card: these two count
    against the limits of the day. `begun` are all cards made that day, in quizzes too.
    """

    day: date
    answers: int = 0
    right: int = 0
    ms: int = 0
    reviews: int = 0
    begun: int = 0
    introduced: int = 0


class Recalls(NamedTuple):
    """Scored answers to cards of an earlier day: how many, how many were known, and the sum of
    the chances predicted when they were asked.
    """

    reviews: int
    recalled: int
    predicted: float


class Pretest(NamedTuple):
    """The newest pre-test of an objective: items asked and right, and the ids that were not."""

    asked: int
    right: int
    missed: tuple[str, ...]


class Note(NamedTuple):
    """The learner's words on an item; `kind` is "note" or "report" (of a doubtful item)."""

    id: int
    item: str
    kind: str
    text: str
    at: datetime
