"""How an item of each type is told and answered in line mode: one module a type, found by name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


class Form(Protocol):
    """A module that asks items of one type. The item is `question.item`."""

    def tell(self, question: Question) -> None:
        """Say what stands below the stem: the options, in the order of this session."""

    def answer(self, question: Question) -> Response:
        """Take the answer, in as many lines as it needs. May raise Instead."""


def form_of(type: str) -> Form:
    """The form of a type of item."""
    return cast("Form", import_module(f"{__name__}.{type}"))
