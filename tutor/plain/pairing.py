"""What `emq` and `match` have in common: each question is answered by one of what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.plain.prose import one_line
from tutor.plain.spoken import stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course.items import Asked, Offered
    from tutor.plain.question import Question


def offered(question: Question, options: Sequence[Offered]) -> list[Offered]:
    """The options in the order of this session."""
    by_id = {one.id: one for one in options}
    return [by_id[id] for id in question.order]


def answers(
    question: Question, asked: Sequence[Asked], options: Sequence[Offered]
) -> dict[str, str]:
    """The ids of what was chosen; a question that was left open is not among them."""

    def tell(at: int) -> None:
        question.talk.say(f"Part {at + 1} of {len(asked)}: {stopped(one_line(asked[at].text))}")

    def ask(_: int) -> int:
        return question.number("Your answer", len(options))

    numbers = question.in_parts(len(asked), tell, ask)
    return {
        one.id: options[number - 1].id
        for one, number in zip(asked, numbers, strict=True)
        if number is not None
    }
