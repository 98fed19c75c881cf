"""How an item of each type is answered on the screen: one module a type, found by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.tui.asking.form import Form


_TYPED = ("text", "number")


class Asks(Protocol):
    """A module that asks items of one type."""

    def form(self, item: Item, order: tuple[str, ...]) -> Form:
        """A fresh form for an item; `order` is what `shown_order` gave."""


def asks(type: str) -> Asks:
    """The module of a type. A case has none: its stages are asked by their own types."""
    return cast("Asks", import_module(f"{__name__}.{type}"))


def form_of(item: Item, seed: int) -> Form:
    """A fresh form for an item, as the session with this seed shows it."""
    from tutor.quiz.shuffle import shown_order

    return asks(item.type).form(item, shown_order(item, seed))


def is_typed(item: Item) -> bool:
    """Whether an answer to an item is typed, and its verdict may miss what was meant."""
    from tutor.course.items import Cloze

    if isinstance(item.body, Cloze):
        return any(gap.type in _TYPED for _, gap in item.body.gaps)
    return item.type in _TYPED
