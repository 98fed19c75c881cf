"""`emq`: one list of options, and several stems that choose from it one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.plain.pairing import answers, offered
from tutor.plain.spoken import sentence

if TYPE_CHECKING:
    from tutor.course.items import Emq
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """The theme, and the options behind their numbers."""
    body = cast("Emq", question.item.body)
    question.talk.say(f"{sentence(body.theme)} An answer may fit more than once.")
    question.tell_numbered(one.text for one in offered(question, body.options))


def answer(question: Question) -> Response:
    """A number for each stem."""
    body = cast("Emq", question.item.body)
    return {"stems": answers(question, body.stems, offered(question, body.options))}
