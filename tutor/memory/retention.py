"""Whether the schedule predicts this learner: recall predicted against recall found."""

from __future__ import annotations

from typing import NamedTuple

from tutor.memory.wilson import wilson
from tutor.quiz.percent import percent

ENOUGH = 50
"""Reviews. Below, the two cannot be told apart."""


class Retention(NamedTuple):
    """`predicted` and `actual` are shares 0..1; `low` to `high` is the 95 % range of `actual`."""

    reviews: int
    recalled: int
    predicted: float
    low: float
    high: float

    @property
    def actual(self) -> float:
        return self.recalled / self.reviews

    @property
    def words(self) -> str:
        """Both figures and what they mean, in two sentences."""
        found = f"Of {self.reviews} reviews you knew {self.recalled}"
        shares = f"{percent(self.actual, 1)} in 100; expected were {percent(self.predicted, 1)}"
        if self.low <= self.predicted <= self.high:
            means = "The schedule fits you."
        elif self.actual < self.predicted:
            means = "You forget faster than the schedule expects."
        else:
            means = "You remember longer than the schedule expects."
        return f"{found}, {shares}. {means}"


def retention(reviews: int, recalled: int, predicted: float) -> Retention | None:
    """From sums over the scored reviews of cards; None while there are fewer than 50.

    A review is a scored answer on a later study day than the one before; it was `recalled` unless
    it was rated Again. `predicted` is the sum of the recalls predicted when they were asked. First
    answers are none: nothing is predicted of them.
    """
    if reviews < ENOUGH:
        return None
    return Retention(reviews, recalled, predicted / reviews, *wilson(recalled, reviews))
