"""`emq`: several stems that choose from one list. Each is 1 or 0, and the score their mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.graders.pairing import pairs_told, share_right

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Emq
    from tutor.quiz.event import Response
    from tutor.quiz.grade import Grade
    from tutor.quiz.graders.grader import Asking, Looking, Told
    from tutor.quiz.shuffle import Mixing


def grade(body: Emq, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    return share_right(body.stems, response, "stems")


def told(body: Emq, response: Response, looking: Looking) -> Told:  # noqa: ARG001
    return pairs_told(body.stems, body.options, response, "stems")


def order(body: Emq, mixing: Mixing) -> tuple[str, ...]:
    return mixing.mixed(one.id for one in body.options)
