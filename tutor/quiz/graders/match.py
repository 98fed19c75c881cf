"""`match`: pairs. The score is right pairs / all pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.graders.grader import Told
from tutor.quiz.graders.pairing import pairs_told, share_right

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Match
    from tutor.quiz.event import Response
    from tutor.quiz.grade import Grade
    from tutor.quiz.graders.grader import Asking, Looking
    from tutor.quiz.shuffle import Mixing


def grade(body: Match, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    return share_right(body.left, response, "pairs")


def told(body: Match, response: Response, looking: Looking) -> Told:  # noqa: ARG001
    said = pairs_told(body.left, body.right, response, "pairs")
    given = [words.pair(row.text, row.given or words.NOT_ANSWERED) for row in said.rows]
    return Told(
        given=words.DONT_KNOW if response is None else "; ".join(given),
        right_answer="; ".join(words.pair(row.text, row.answer) for row in said.rows),
        rows=said.rows,
    )


def order(body: Match, mixing: Mixing) -> tuple[str, ...]:
    """The answers alone: a drawn order of both sides would hide no more."""
    return mixing.mixed(one.id for one in body.right)
