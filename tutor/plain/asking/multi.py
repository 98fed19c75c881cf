"""`multi`: the numbers of all options that apply."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.plain.question import numbers_in
from tutor.plain.spoken import numbers, small

if TYPE_CHECKING:
    from tutor.course.items import Multi, Option
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """The options behind their numbers."""
    question.tell_numbered(one.text for one in _options(question))


def answer(question: Question) -> Response:
    """One or more numbers in a line."""
    options = _options(question)
    most = len(options)
    while True:
        typed = question.line("Your answers, one or more, as in 1 3", numbers(most))
        found = numbers_in(typed, most)
        if found is not None:
            # In the order shown, as ticks would stand.
            return {"options": [options[number - 1].id for number in sorted(found)]}
        question.talk.say(
            f"There are {small(most)} answers. Please type the numbers of all that apply."
        )


def _options(question: Question) -> list[Option]:
    by_id = {one.id: one for one in cast("Multi", question.item.body).options}
    return [by_id[id] for id in question.order]
