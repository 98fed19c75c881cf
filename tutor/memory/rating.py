"""How well an answer was known, in the four steps of the scheduler."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from tutor.quiz.relearn import KNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

CHOICE = frozenset({"single", "emq", "truefalse", "mtf", "multi", "match", "hotspot", "shift"})
"""Types whose answer is found among what is shown."""

PRODUCED = frozenset({"text", "number", "cloze", "order", "case"})
"""Types whose answer the learner makes."""

# Cram leaves the schedule untouched, and a pre-test asks what nobody has taught yet.
FEEDING = frozenset({"quiz", "retry", "review", "exam"})
"""Kinds of session whose answers the scheduler gets."""

_RIGHT = 0.9995
# Whoever takes longer has left the table: the time says nothing.
_LONGEST_MS = 2 * 60 * 1000
_ENOUGH_TIMES = 10


class Rating(IntEnum):
    """Again is the only one that means "not known"."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Answer(NamedTuple):
    """An answer as far as its rating depends on it.

    `type` is the item's; `score` is 0..1; `given` is False for "I don't know", skipped, time ran
    out, answer shown; `hints` were seen before it; `certainty` is 1..3 or None where it was not
    asked; `ms` is the time taken, None where time does not count (line mode, after a pause or a
    loss of focus); `median_ms` the learner's own for this type, None while it is not known;
    `seen_before` says that the item was answered on an earlier study day.
    """

    type: str
    score: float
    given: bool
    hints: int
    certainty: int | None
    ms: int | None
    median_ms: int | None
    seen_before: bool


def rate(answer: Answer) -> Rating:
    """The rating of an answer: the first line that fits.

    Time can only raise it: slow reading and assistive tools are not a weak memory.
    """
    if not answer.given or answer.score < KNOWN:
        return Rating.AGAIN
    if answer.score < _RIGHT or answer.hints > 0:
        return Rating.HARD
    if answer.certainty == 1 and answer.type in CHOICE:
        return Rating.HARD
    if (
        answer.certainty == 3
        and answer.type in PRODUCED
        and answer.seen_before  # on the first day Easy would jump to eight days
        and _is_quick(answer.ms, answer.median_ms)
    ):
        return Rating.EASY
    return Rating.GOOD


def usual_ms(times: Sequence[int]) -> int | None:
    """The median of the learner's times (ms) for one type; None below ten answers."""
    if len(times) < _ENOUGH_TIMES:
        return None
    ordered, middle = sorted(times), len(times) // 2
    if len(times) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) // 2


def feeds(kind: str, day: date, fed_on: date | None) -> bool:
    """Whether an answer given now goes to the scheduler: the first of an item and study day.

    `kind` is the session's; `fed_on` the study day of the item's newest answer that did.
    """
    return kind in FEEDING and day != fed_on


def _is_quick(ms: int | None, median_ms: int | None) -> bool:
    # No time at all is no measurement.
    if not ms or median_ms is None:
        return False
    return ms <= min(median_ms / 2, _LONGEST_MS)
