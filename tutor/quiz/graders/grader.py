"""What every grader is, and what it gets and gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from tutor.errors import TutorError
from tutor.quiz import words
from tutor.quiz.grade import Verdict

if TYPE_CHECKING:
    from tutor.quiz.event import Response
    from tutor.quiz.grade import AskAgain, Grade
    from tutor.quiz.graders.glossary import Words
    from tutor.quiz.shuffle import Mixing

# More than any question is asked again: a grader that is told so always grades.
NO_MORE = 1_000_000

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


def order_inside(order: Iterable[str], name: str) -> tuple[str, ...]:
    """The order within one gap or stage: what `shown_order` would give for it alone."""
    start = f"{name}/"
    return tuple(one.removeprefix(start) for one in order if one.startswith(start))


@dataclass(frozen=True, slots=True)
class Looking:
    """What is known of an answer that is looked back on.

    `order` is what `shown_order` gave, `parts` are the grades of its gaps or stages.
    """

    order: tuple[str, ...] = ()
    parts: Mapping[str, Grade] = field(default_factory=dict)

    def inside(self, name: str) -> Looking:
        """The same for a gap or a stage."""
        part = self.parts.get(name)
        return Looking(order_inside(self.order, name), dict(part.parts) if part else {})


@dataclass(frozen=True, slots=True)
class Row:
    """An option in the feedback, or a part of the question that was answered by itself.

    `number` is the one it was shown with, from 1. Of an option, `right` and `chosen` say what they
    say, and `verdict` is None.

    A part is a statement, a stem, a step, an entry on the left, a gap or a stage. `verdict` is that
    on the part, `given` the learner's answer to it and `answer` the right one, in words; `right`
    says that it has full credit, `chosen` that it was answered. `rows` are the rows of what was
    asked there, where it had options or parts itself.
    """

    id: str
    number: int
    text: str
    why: str
    right: bool
    chosen: bool
    verdict: Verdict | None = None
    given: str = ""
    answer: str = ""
    rows: tuple[Row, ...] = ()

    @classmethod
    def part(
        cls,
        id: str,
        number: int,
        text: str,
        why: str,
        verdict: Verdict,
        given: str,
        answer: str,
        rows: tuple[Row, ...] = (),
    ) -> Row:
        """The row of a part."""
        right, chosen = verdict is Verdict.RIGHT, verdict is not Verdict.NO_ANSWER
        return cls(id, number, text, why, right, chosen, verdict, given, answer, rows)

    @property
    def role(self) -> str:
        """What it was, in words: "right answer"; "your answer: false; right answer: true"."""
        if self.verdict is None:
            return words.label(self.right, self.chosen)
        return words.part_label(self.verdict, self.given, self.answer)


@dataclass(frozen=True, slots=True)
class Told:
    """The answer given and the right one in words, and the rows of the feedback.

    Options stand in the order right, yours, others; parts in the order in which they were asked,
    steps in their right order.
    """

    given: str
    right_answer: str
    rows: tuple[Row, ...] = ()


class Grader(Protocol[B_contra]):
    """A module that knows one type of item. Its name is the type's."""

    def grade(
        self, body: B_contra, response: Mapping[str, object], asking: Asking
    ) -> Grade | AskAgain:
        """Grade a response that is not None. Raises `ResponseError`."""

    def told(self, body: B_contra, response: Response, looking: Looking) -> Told:
        """Say what was answered and what is right. Raises `ResponseError`."""

    def order(self, body: B_contra, mixing: Mixing) -> tuple[str, ...]:
        """The ids of what is shown in an order that is drawn; empty where nothing is."""
