"""`case`: its stages are asked one by one, each by the form of its own type.

The case itself comes to be asked only when all its stages are answered and the program ended before
the case was: its answer is there already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """Nothing is left to be asked."""
    question.talk.say("All stages of this case are answered.")


def answer(question: Question) -> Response:
    """The answers to all its stages."""
    return question.sitting.session.partial(question.item.id)
