"""The sign and the colour of a verdict, wherever an answer is shown."""

from __future__ import annotations

from typing import NamedTuple

from tutor.quiz.grade import Verdict
from tutor.tui.lines import Token


class Sign(NamedTuple):
    """One character, its colour in a list, and its colour where it stands in bold."""

    text: str
    token: Token
    bold: Token


_SIGNS = {
    Verdict.RIGHT: Sign("✓", "right", "right-bold"),
    Verdict.PARTLY: Sign("▽", "notice", "notice-bold"),
    Verdict.WRONG: Sign("✗", "wrong", "wrong-bold"),
    Verdict.NO_ANSWER: Sign("○", "muted", "muted-bold"),
}


def answer_sign(verdict: Verdict) -> Sign:
    """The sign of an answer."""
    return _SIGNS[verdict]
