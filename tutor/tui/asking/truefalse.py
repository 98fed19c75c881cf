"""`truefalse`: True or False, always in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.quiz.graders.truefalse import options
from tutor.tui.asking.picking import Picking

if TYPE_CHECKING:
    from tutor.course.items import Item, TrueFalse
    from tutor.quiz.event import Response


class TrueFalseForm(Picking):
    """The two words as options."""

    @property
    def response(self) -> Response:
        """What is said of the statement."""
        return {"true": self.picked == "true"} if self.picked is not None else None


def form(item: Item, order: tuple[str, ...]) -> TrueFalseForm:
    """A form with nothing picked."""
    return TrueFalseForm(item, order, options(cast("TrueFalse", item.body)))
