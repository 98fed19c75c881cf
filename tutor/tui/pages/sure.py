"""What the feedback says of how sure an answer was."""

from __future__ import annotations

from tutor.quiz.grade import Verdict
from tutor.quiz.session import Outcome

CERTAIN, GUESSING = 3, 1
_RIGHT = "Right."


def headline(verdict: Verdict, words: str, outcome: Outcome, returns_in: int | None) -> str:
    """The verdict with the certainty in it.

    `returns_in` are the days until the item comes back; None where it has no place in the schedule.
    """
    if outcome.response is None or outcome.overridden:
        return words
    if verdict is Verdict.RIGHT and outcome.certainty == GUESSING:
        when = f": it returns {days_words(returns_in)}" if returns_in is not None else ""
        return f"Right, and you were guessing{when}.{words.removeprefix(_RIGHT)}"
    if verdict is not Verdict.RIGHT and outcome.certainty == CERTAIN:
        soon = returns_in is not None and returns_in <= 1
        return f"{words} You were certain{', so it returns today and tomorrow' * soon}."
    return words


def days_words(days: int) -> str:
    """When: "today", "tomorrow", "in 3 days"."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
