"""`number`: a typed number with its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """Nothing stands below the stem."""


def answer(question: Question) -> Response:
    """The line as it was typed."""
    return {"text": question.line("Type a number")}
