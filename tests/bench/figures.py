"""What is measured: pairs of figures, ours and the base's, taken in turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ours over the base's. `each` holds one ratio a round, in order; `goal` is the most allowed.

    `ratio` is the median of the rounds, unless the figure was taken over all rounds together.
    """

    what: str
    base: str
    each: tuple[float, ...]
    goal: float | None = None
    over_all: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        return median(self.each) if self.over_all is None else self.over_all

    @property
    def missed(self) -> bool:
        return self.goal is not None and self.ratio > self.goal


def in_turns(
    rounds: int, ours: Callable[[], float], base: Callable[[], float]
) -> tuple[float, ...]:
    """One ratio a round, after a round that does not count.

    Who goes first changes, so that what one leaves behind (caches, a fast clock) serves both.
    """
    ratios = []
    for number in range(rounds + 1):
        if number % 2:
            mine = ours()
            theirs = base()
        else:
            theirs = base()
            mine = ours()
        if number:
            ratios.append(mine / theirs)
    return tuple(ratios)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0..1) of the values lie, between two of them if need be."""
    ordered = sorted(values)
    at = (len(ordered) - 1) * share
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
