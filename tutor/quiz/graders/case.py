"""`case`: questions in stages. The score is their mean; a critical decision counts twice.

Each answer was taken, and its feedback shown, before the next stage: nothing is asked again here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, AskAgain, Grade
from tutor.quiz.graders import grader_of
from tutor.quiz.graders.grader import NO_MORE, Asking, Looking, Told
from tutor.quiz.graders.parts import counted, listed, question_row, responses, weighted_mean
from tutor.quiz.stem import told_and_asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Case, Stage
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: Case, response: Mapping[str, object], asking: Asking) -> Grade:
    given = responses(response, "stages")
    if not given.keys() & {one.id for one in body.stages}:
        return NO_ANSWER
    parts = {one.id: _graded(one, given.get(one.id), asking) for one in body.stages}
    score = weighted_mean((one.weight, parts[one.id].score) for one in body.stages)
    right = sum(one.right for one in parts.values())
    return counted(score, words.stages_right(right, len(parts)), tuple(parts.items()))


def _graded(stage: Stage, response: Response, asking: Asking) -> Grade:
    if response is None:
        return NO_ANSWER
    inside = Asking(f"{asking.stem}\n\n{stage.stem}", asking.words, NO_MORE)
    graded = grader_of(stage.type).grade(stage.body, response, inside)
    return graded.final if isinstance(graded, AskAgain) else graded


def told(body: Case, response: Response, looking: Looking) -> Told:
    given = {} if response is None else responses(response, "stages")
    rows = []
    for number, one in enumerate(body.stages, 1):
        _, asked = told_and_asked(one.stem)
        text = asked or one.stem
        rows.append(
            question_row(one.id, number, text, one.explain, one, given.get(one.id), looking)
        )
    return Told(
        given=words.DONT_KNOW if response is None else listed([row.given for row in rows]),
        right_answer=listed([row.answer for row in rows]),
        rows=tuple(rows),
    )


def order(body: Case, mixing: Mixing) -> tuple[str, ...]:
    """What each stage shows, behind the stage's id."""
    return tuple(
        f"{one.id}/{id}"
        for one in body.stages
        for id in grader_of(one.type).order(one.body, mixing.inside(one.id, one.shuffle))
    )
