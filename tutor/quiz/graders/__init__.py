"""One grader a type of item: the module here that has the type's name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from tutor.quiz.grade import NO_ANSWER, AskAgain, Grade
from tutor.quiz.graders.glossary import Words
from tutor.quiz.graders.grader import (
    NO_MORE,
    Asking,
    Grader,
    Looking,
    ResponseError,
    Row,
    Told,
    order_inside,
)

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.quiz.event import Response

__all__ = [
    "ResponseError",
    "Row",
    "Told",
    "Words",
    "final_grade",
    "grade",
    "grader_of",
    "order_inside",
    "told",
]


def grader_of(type: str) -> Grader[Any]:
    """The grader of a type of the registry."""
    return cast("Grader[Any]", import_module(f"{__name__}.{type}"))


def grade(item: Item, response: Response, glossary: Words, asked: int = 0) -> Grade | AskAgain:
    """Grade a response, or say what is missing to grade it.

    `asked` is how often this item was asked again already in this session. None as response is
    "I don't know". Raises `ResponseError` when the response has not the shape of the item's type.
    """
    if response is None:
        return NO_ANSWER
    asking = Asking(stem=item.stem, words=glossary, asked=asked)
    return grader_of(item.type).grade(item.body, response, asking)


def final_grade(item: Item, response: Response, glossary: Words) -> Grade:
    """Grade a response that was taken as it is; one that cannot be graded is wrong.

    For answers in the log. Raises `ResponseError` as `grade` does.
    """
    graded = grade(item, response, glossary, asked=NO_MORE)
    return graded.final if isinstance(graded, AskAgain) else graded


def told(item: Item, response: Response, order: tuple[str, ...], graded: Grade = NO_ANSWER) -> Told:
    """What was answered and what would have been right, in words and rows.

    `order` is what `shown_order` gave. `graded` is the grade of the response: of a cloze and a case
    it says which parts counted. Raises `ResponseError` as `grade` does.
    """
    looking = Looking(order, dict(graded.parts))
    return grader_of(item.type).told(item.body, response, looking)
