"""`truefalse`: is the statement true or false?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.plain.question import truth

if TYPE_CHECKING:
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """The stem is the statement: nothing stands below it."""


def answer(question: Question) -> Response:
    """1 or 2, or the word."""
    return {"true": truth(question, "True or false?")}
