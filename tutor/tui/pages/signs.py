"""The sign and the colour of a verdict, and the word for a session, wherever they are shown."""

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


_KINDS = {
    "quiz": "Quiz",
    "retry": "Retry",
    "review": "Review",
    "cram": "Practice",
    "exam": "Exam",
    "pretest": "Pre-test",
}


def kind_word(kind: str) -> str:
    """The name of a kind of session."""
    return _KINDS.get(kind, kind.capitalize())
