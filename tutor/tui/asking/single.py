"""`single`: one of the options."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.tui.asking.picking import Picking

if TYPE_CHECKING:
    from tutor.course.items import Item, Single
    from tutor.quiz.event import Response


class SingleForm(Picking):
    """The options of the item."""

    @property
    def response(self) -> Response:
        """The option's id."""
        return {"option": self.picked} if self.picked is not None else None


def form(item: Item, order: tuple[str, ...]) -> SingleForm:
    """A form with nothing picked."""
    return SingleForm(item, order, cast("Single", item.body).options)
