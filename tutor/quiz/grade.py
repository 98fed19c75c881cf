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

    `note` is feedback on this very response beyond the item's own texts (the why of a rejected
    answer), as whole sentences, or empty. `brief` is the part that belongs into the headline
    beside the verdict, without a full stop ("2 of 3, and one too many"; "check the spelling:
    tibialis anterior"), or empty. `parts` are the grades of what was graded by itself, by its name:
    the gaps of a cloze, the stages of a case.
    """

    score: float
    verdict: Verdict
    note: str = ""
    brief: str = ""
    parts: tuple[tuple[str, Grade], ...] = ()

    @property
    def right(self) -> bool:
        return self.score >= 0.9995

    @classmethod
    def of(
        cls,
        score: float,
        note: str = "",
        brief: str = "",
        parts: tuple[tuple[str, Grade], ...] = (),
    ) -> Grade:
        """The grade of an answer that was given; the verdict follows from the score."""
        score = round(score, 4)
        if score >= 0.9995:
            verdict = Verdict.RIGHT
        else:
            verdict = Verdict.PARTLY if score > 0 else Verdict.WRONG
        return cls(score, verdict, note, brief, parts)


NO_ANSWER = Grade(0.0, Verdict.NO_ANSWER)
"""The grade of "I don't know"."""


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The response cannot be graded yet; `question` says what is missing. Nothing is lost.

    `counts` says that this was the one time more: the face records an ASKED_AGAIN event. Where it
    is False (nothing was typed, or no number) the learner may try as often as they like.
    """

    question: str
    counts: bool = True

    @property
    def final(self) -> Grade:
        """The grade where nobody can be asked any more."""
        return Grade.of(0.0)
