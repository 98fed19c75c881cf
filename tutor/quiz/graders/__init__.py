"""One grader a type of item. The next type is a module here and its line in the table below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.quiz.grade import NO_ANSWER, AskAgain, Grade
from tutor.quiz.graders import multi, number, single, text
from tutor.quiz.graders.glossary import Words
from tutor.quiz.graders.grader import Asking, Grader, ResponseError, Row, Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Item
    from tutor.quiz.event import Response

__all__ = ["ResponseError", "Row", "Told", "Words", "final_grade", "grade", "told"]

_GRADERS: Mapping[str, Grader[Any]] = {
    "single": single,
    "multi": multi,
    "text": text,
    "number": number,
}

# More than any question is asked again: a grader that is told so always grades.
_NO_MORE = 1_000_000


def grade(item: Item, response: Response, glossary: Words, asked: int = 0) -> Grade | AskAgain:
    """Grade a response, or say what is missing to grade it.

    `asked` is how often this item was asked again already in this session. None as response is
    "I don't know". Raises `ResponseError` when the response has not the shape of the item's type.
    """
    if response is None:
        return NO_ANSWER
    asking = Asking(stem=item.stem, words=glossary, asked=asked)
    return _GRADERS[item.type].grade(item.body, response, asking)


def final_grade(item: Item, response: Response, glossary: Words) -> Grade:
    """Grade a response that was taken as it is; one that cannot be graded is wrong.

    For answers in the log. Raises `ResponseError` as `grade` does.
    """
    graded = grade(item, response, glossary, asked=_NO_MORE)
    return graded if isinstance(graded, Grade) else Grade.of(0.0)


def told(item: Item, response: Response, order: tuple[str, ...]) -> Told:
    """What was answered and what would have been right, in words and rows.

    Raises `ResponseError` as `grade` does.
    """
    return _GRADERS[item.type].told(item.body, response, order)
