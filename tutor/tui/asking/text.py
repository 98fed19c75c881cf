"""`text`: a few typed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.tui.asking.typing import Typing

if TYPE_CHECKING:
    from tutor.course.items import Item


def form(item: Item, order: tuple[str, ...]) -> Typing:
    """A form with an empty line."""
    return Typing(item, order)
