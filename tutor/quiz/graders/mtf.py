"""`mtf`: several statements. max(0, 2x - 1) for x, the share of right answers: half right is 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, Grade
from tutor.quiz.graders.choosing import places
from tutor.quiz.graders.grader import Asking, Looking, Row, Told
from tutor.quiz.graders.parts import answers, counted, verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Mtf
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: Mtf, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    said = answers(response, "statements", bool)
    if not said:
        return NO_ANSWER
    count = len(body.statements)
    right = sum(said.get(one.id) is one.true for one in body.statements)
    score = max(0.0, (2 * right - count) / count)
    brief = words.right_of(right, count)
    return counted(score, brief if score or not right else f"{brief}, {words.AS_IF_GUESSED}")


def told(body: Mtf, response: Response, looking: Looking) -> Told:
    said = {} if response is None else answers(response, "statements", bool)
    place = places((one.id for one in body.statements), looking.order)
    rows = []
    for one in sorted(body.statements, key=lambda one: place[one.id]):
        given = said.get(one.id)
        rows.append(
            Row.part(
                id=one.id,
                number=place[one.id],
                text=one.text,
                why=one.why,
                verdict=verdict(given, given is one.true),
                given="" if given is None else words.truth(given),
                answer=words.truth(one.true),
            )
        )
    return Told(
        given=words.DONT_KNOW if response is None else _sorted_out(rows, said),
        right_answer=_sorted_out(rows, {one.id: one.true for one in body.statements}),
        rows=tuple(rows),
    )


def _sorted_out(rows: list[Row], said: Mapping[str, bool]) -> str:
    return words.sorted_out(
        (words.truth(value), [row.text for row in rows if said.get(row.id) is value])
        for value in (True, False, None)
    )


def order(body: Mtf, mixing: Mixing) -> tuple[str, ...]:
    return mixing.mixed(one.id for one in body.statements)
