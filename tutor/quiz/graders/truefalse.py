"""`truefalse`: one statement. 1 or 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.course.items import Option
from tutor.quiz import words
from tutor.quiz.grade import Grade
from tutor.quiz.graders.choosing import rows
from tutor.quiz.graders.grader import Asking, Looking, ResponseError, Told

if TYPE_CHECKING:
    from tutor.course.items import TrueFalse
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: TrueFalse, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    return Grade.of(1.0 if _said(response) is body.answer else 0.0)


def told(body: TrueFalse, response: Response, looking: Looking) -> Told:  # noqa: ARG001
    said = None if response is None else _said(response)
    chosen = () if said is None else (_ID[said],)
    return Told(
        given=words.DONT_KNOW if said is None else words.truth(said),
        right_answer=words.truth(body.answer),
        rows=rows(options(body), chosen, _ORDER),
    )


def order(body: TrueFalse, mixing: Mixing) -> tuple[str, ...]:  # noqa: ARG001
    return _ORDER


def options(body: TrueFalse) -> tuple[Option, ...]:
    """True and False as options, in this order."""
    return (
        Option(_ID[True], words.truth(True), body.why.true, right=body.answer),
        Option(_ID[False], words.truth(False), body.why.false, right=not body.answer),
    )


_ID = {True: "true", False: "false"}
# Never mixed: everybody looks for True in the first place.
_ORDER = (_ID[True], _ID[False])


def _said(response: Mapping[str, object]) -> bool:
    said = response.get("true") if isinstance(response, Mapping) else None
    if not isinstance(said, bool):
        raise ResponseError
    return said
