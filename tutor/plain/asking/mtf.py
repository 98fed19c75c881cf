"""`mtf`: several statements, each told and asked by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.plain.prose import one_line
from tutor.plain.question import truth
from tutor.plain.spoken import small, stopped

if TYPE_CHECKING:
    from tutor.course.items import Mtf, Statement
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """How many there are; each is told when it is asked."""
    count = small(len(_statements(question))).capitalize()
    question.talk.say(f"{count} statements follow. Each is true or false.")


def answer(question: Question) -> Response:
    """True or false for each; one that is left open stands in no response."""
    statements = _statements(question)

    def tell_one(at: int) -> None:
        words = stopped(one_line(statements[at].text))
        question.talk.say(f"Statement {at + 1} of {len(statements)}: {words}")

    said = question.in_parts(len(statements), tell_one, lambda _: truth(question, "True or false?"))
    return {
        "statements": {
            one.id: true for one, true in zip(statements, said, strict=True) if true is not None
        }
    }


def _statements(question: Question) -> list[Statement]:
    by_id = {one.id: one for one in cast("Mtf", question.item.body).statements}
    return [by_id[id] for id in question.order]
