"""Whether the learner is as often right as they are sure.

A figure of its own: never part of a score, never of mastery.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.wilson import wilson

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS = {1: "guessing", 2: "fairly sure", 3: "certain"}
"""The three certainties."""

MARKS = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""What a certainty earns when right and when wrong."""

BANDS = {1: (0.0, 2 / 3), 2: (2 / 3, 0.8), 3: (0.8, 1.0)}
"""The share right, 0..1, at which a certainty earns more than the other two."""

# A share of fewer answers says next to nothing.
_ENOUGH = 10
_PAYS = {2: "2 in 3", 3: "8 in 10"}


class Level(NamedTuple):
    """The answers given at one certainty (1..3)."""

    certainty: int
    right: int
    asked: int

    @property
    def word(self) -> str:
        return WORDS[self.certainty]

    @property
    def share(self) -> float | None:
        """The share right, 0..1; None below ten answers, which say too little for a share."""
        return self.right / self.asked if self.asked >= _ENOUGH else None

    @property
    def off(self) -> int:
        """-1: right less often than this certainty needs; 1: more often; 0: it fits."""
        if self.share is None:
            return 0
        low, high = BANDS[self.certainty]
        return (self.share > high) - (self.share < low)

    @property
    def clearly(self) -> bool:
        """`off` is more than chance makes of so few answers."""
        low, high = BANDS[self.certainty]
        least, most = wilson(self.right, self.asked)
        return most < low or least > high


class Calibration(NamedTuple):
    """The three levels, the marks they earned together, and what that means in a sentence."""

    levels: tuple[Level, ...]
    marks: int
    sentence: str


def mark(certainty: int, right: bool) -> int:
    """The marks of one answer; partial credit counts as wrong. "I don't know" has none: 0."""
    return MARKS[certainty][0 if right else 1]


def calibration(counts: Mapping[int, tuple[int, int]]) -> Calibration:
    """From (right, asked) by certainty; answers without one do not count."""
    levels = tuple(Level(one, *counts.get(one, (0, 0))) for one in WORDS)
    marks = sum(
        one.right * MARKS[one.certainty][0] + (one.asked - one.right) * MARKS[one.certainty][1]
        for one in levels
    )
    return Calibration(levels, marks, _sentence(levels))


def _sentence(levels: Sequence[Level]) -> str:
    if not any(one.asked for one in levels):
        return "Say how sure you are, and here you see whether you may be."
    if all(one.share is None for one in levels):
        return f"Too few answers to tell yet: it takes {_ENOUGH} of one kind."
    off = [one for one in levels if one.off]
    if not off:
        return "You are as often right as you are sure."
    # What is clear first; of that the surest, since errors made with certainty harm most.
    worst = min(off, key=lambda one: (not one.clearly, -one.certainty))
    return _said(worst)


def _said(level: Level) -> str:
    word, counts = level.word.capitalize(), f"right {level.right} of {level.asked}"
    perhaps = "" if level.clearly else "perhaps "
    if level.off < 0:
        pays = f"{word} pays from {_PAYS[level.certainty]} right."
        return f"{word}, yet {counts}: {perhaps}too sure. {pays}"
    more = "you know more than you think" if level.certainty == 1 else "you may be surer"
    return f"{word}, and {counts}: {perhaps}{more}."
