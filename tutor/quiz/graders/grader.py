"""What every grader is, and what it gets and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from tutor.errors import TutorError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.quiz.event import Response
    from tutor.quiz.grade import AskAgain, Grade
    from tutor.quiz.graders.glossary import Words

B_contra = TypeVar("B_contra", contravariant=True)


class ResponseError(TutorError):
    """A response that has not the shape of its item's type: the record or the item changed."""

    def __init__(self) -> None:
        super().__init__(
            "A stored answer does not fit its question",
            "The question may have changed since. The answer is kept; its score stands.",
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """What a grader may know besides the body: the stem, the glossary, the times asked again."""

    stem: str
    words: Words
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An option in the feedback. `number` is the one it was shown with, from 1."""

    id: str
    number: int
    text: str
    why: str
    right: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Told:
    """The answer given and the right one in words; `rows` in the order right, yours, others."""

    given: str
    right_answer: str
    rows: tuple[Row, ...] = ()


class Grader(Protocol[B_contra]):
    """A module that knows one type of item."""

    def grade(
        self, body: B_contra, response: Mapping[str, object], asking: Asking
    ) -> Grade | AskAgain:
        """Grade a response that is not None. Raises `ResponseError`."""

    def told(self, body: B_contra, response: Response, order: tuple[str, ...]) -> Told:
        """Say what was answered and what is right. Raises `ResponseError`."""
