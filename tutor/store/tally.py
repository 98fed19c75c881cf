"""What an answer adds to the counts of its day and to the calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.rating import Rating

if TYPE_CHECKING:
    from tutor.store.history import Given

REVIEW = "review"


class Share(NamedTuple):
    """The part of one answer in the columns of the table `day`."""

    answers: int
    right: int
    ms: int
    reviews: int
    begun: int
    introduced: int
    predictions: int
    predicted: int
    recalled: int


def share(given: Given, kind: str, *, had_card: bool) -> Share:
    """What `given` in a session of this kind adds; `had_card`: there was a card before it."""
    rated = given.rating is not None
    predicted = given.predicted is not None
    return Share(
        answers=1,
        right=given.right,
        ms=given.ms,
        reviews=rated and had_card and kind == REVIEW,
        begun=rated and not had_card,
        introduced=rated and not had_card and kind == REVIEW,
        predictions=predicted,
        predicted=given.predicted or 0,
        recalled=predicted and given.rating != Rating.AGAIN,
    )


def tells_calibration(given: Given) -> bool:
    """Whether certainty and outcome of this answer are held against each other.

    Only of scored answers: whoever has just read the feedback is rightly certain.
    """
    return given.scored and given.responded and given.certainty is not None
