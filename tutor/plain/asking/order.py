"""`order`: the numbers of the steps, in the order in which they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.plain.question import numbers_in
from tutor.plain.spoken import small

if TYPE_CHECKING:
    from tutor.course.items import Order, Step
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """The steps behind their numbers, mixed."""
    question.tell_numbered(one.text for one in _steps(question))


def answer(question: Question) -> Response:
    """All numbers in a line, each once."""
    steps = _steps(question)
    example = " ".join(str(number) for number in (2, 1, *range(3, len(steps) + 1)))
    while True:
        typed = question.line(f"The numbers in their right order, as in {example}")
        found = numbers_in(typed, len(steps))
        if found is not None and len(found) == len(steps):
            return {"steps": [steps[number - 1].id for number in found]}
        question.talk.say(f"There are {small(len(steps))} steps. Please type each number once.")


def _steps(question: Question) -> list[Step]:
    by_id = {one.id: one for one in cast("Order", question.item.body).steps}
    return [by_id[id] for id in question.order]
