"""What a grader says of a response."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Each has a word and a sign of its own on every face."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True)
class Grade:
    """A graded response. `score` is 0..1, rounded to 4 places.

    `note` is feedback on this very response beyond the item's own texts ("2 of 3, and one too
    many"; the why of a rejected answer; the right spelling), or empty.
    """

    score: float
    verdict: Verdict
    note: str = ""

    @property
    def right(self) -> bool:
        return self.score >= 0.9995


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The response cannot be graded yet; `question` says what is missing. Nothing is lost."""

    question: str
