"""`match`: each on the left gets the number of its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.plain.pairing import answers, offered
from tutor.plain.spoken import small

if TYPE_CHECKING:
    from tutor.course.items import Match
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """What there is to choose from; each on the left is told when it is asked."""
    body = cast("Match", question.item.body)
    count = small(len(body.left)).capitalize()
    question.talk.say(f"{count} to match, each with one of these. Some of these stay over:")
    question.tell_numbered(one.text for one in offered(question, body.right))


def answer(question: Question) -> Response:
    """A number for each on the left."""
    body = cast("Match", question.item.body)
    return {"pairs": answers(question, body.left, offered(question, body.right))}
