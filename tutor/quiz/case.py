"""A case on its way: which stage is on its turn, and what is said after it.

A stage is shown, graded and looked back on as an item of its own; what is kept is one response for
the whole case, {"stages": {stage id: response}}, which grows stage by stage. A stage that was
answered keeps its answer: its right answer has been seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tutor.course.items.case import stage_items
from tutor.quiz.feedback import Feedback, feedback
from tutor.quiz.grade import NO_ANSWER, Grade
from tutor.quiz.graders import ResponseError, Words, final_grade, told
from tutor.quiz.shuffle import shown_order

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.quiz.event import Response


class Turn(NamedTuple):
    """A stage to be asked: an item whose stem is the story and its own question.

    It is number `number`, from 1, `of` so many.
    """

    stage: Item
    number: int
    of: int


def turn(item: Item, so_far: Response) -> Turn | None:
    """The stage on its turn after the stages `so_far`; None when all are answered, or of no case.

    An answer that no longer fits its stage is asked for again.
    """
    stages = stage_items(item)
    given = _given(item, so_far)
    for number, stage in enumerate(stages, 1):
        if stage_id(stage) not in given:
            return Turn(stage, number, len(stages))
    return None


def stage_id(stage: Item) -> str:
    """The name of a stage within its case."""
    return stage.id.rpartition("/")[2]


def response_to(item: Item, so_far: Response, stage: Item, response: Response) -> Response:
    """The response to the whole case with the answer to one stage more."""
    return merged(item, so_far, {"stages": {stage_id(stage): response}})


def merged(item: Item, before: Response, now: Response) -> Response:
    """The stages of both, in the case's order; what was answered before stands.

    None where neither answers a stage of the case.
    """
    given = {**_given(item, now), **_given(item, before)}
    kept = {id: given[id] for id in map(stage_id, stage_items(item)) if id in given}
    return {"stages": kept} if kept else None


def stage_feedback(
    item: Item, stage: Item, response: Response, glossary: Words, seed: int
) -> Feedback:
    """Feedback on one stage of a case; `response` is to the case, `seed` the session's."""
    answer = _given(item, response).get(stage_id(stage))
    graded = final_grade(stage, answer, glossary)
    return feedback(stage, answer, graded, shown_order(stage, seed))


def stage_grades(item: Item, response: Response, glossary: Words) -> tuple[tuple[Item, Grade], ...]:
    """Every stage of a case with its grade. Raises `ResponseError`."""
    parts = dict(final_grade(item, response, glossary).parts)
    return tuple((stage, parts.get(stage_id(stage), NO_ANSWER)) for stage in stage_items(item))


def _given(item: Item, response: Response) -> dict[str, Response]:
    """The answers that fit a stage of the case, whatever else the response holds."""
    stages = response.get("stages") if isinstance(response, Mapping) else None
    if not isinstance(stages, Mapping):
        return {}
    return {
        stage_id(one): stages[stage_id(one)]
        for one in stage_items(item)
        if stage_id(one) in stages and _fits(one, stages[stage_id(one)])
    }


def _fits(stage: Item, response: Response) -> bool:
    if response is None:
        return True
    try:
        told(stage, response, ())
    except ResponseError:
        return False
    return True
