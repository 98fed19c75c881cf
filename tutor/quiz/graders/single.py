"""`single`: one option. 1 or 0, or the credit of an option that is acceptable and not best."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import Grade
from tutor.quiz.graders.choosing import options_order, rows
from tutor.quiz.graders.grader import Asking, Looking, ResponseError, Told

if TYPE_CHECKING:
    from tutor.course.items import Single
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: Single, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    option = body.option(_chosen(response))
    if option is None:  # it was offered once, and the course has dropped it since
        return Grade.of(0.0)
    if option.right:
        return Grade.of(1.0)
    if option.credit:
        return Grade.of(option.credit, brief=words.ACCEPTABLE)
    return Grade.of(0.0)


def told(body: Single, response: Response, looking: Looking) -> Told:
    chosen = None if response is None else _chosen(response)
    return Told(
        given=_given(body, chosen),
        right_answer=words.or_else([one.text for one in body.options if one.right]),
        rows=rows(body.options, () if chosen is None else (chosen,), looking.order),
    )


def order(body: Single, mixing: Mixing) -> tuple[str, ...]:
    return options_order(body.options, mixing)


def _given(body: Single, chosen: str | None) -> str:
    if chosen is None:
        return words.DONT_KNOW
    option = body.option(chosen)
    return words.GONE if option is None else option.text


def _chosen(response: Mapping[str, object]) -> str:
    chosen = response.get("option") if isinstance(response, Mapping) else None
    if not isinstance(chosen, str):
        raise ResponseError
    return chosen
