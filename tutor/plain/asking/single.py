"""`single`: the number of one option."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tutor.course.items import Option, Single
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """The options behind their numbers."""
    question.tell_numbered(one.text for one in _options(question))


def answer(question: Question) -> Response:
    """One number."""
    options = _options(question)
    return {"option": options[question.number("Your answer", len(options)) - 1].id}


def _options(question: Question) -> list[Option]:
    by_id = {one.id: one for one in cast("Single", question.item.body).options}
    return [by_id[id] for id in question.order]
