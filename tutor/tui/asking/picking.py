"""What the types with one list of options have in common: one of them is the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.tui.asking.form import Form, digits_key
from tutor.tui.pages.question import option_lines
from tutor.tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course.items import Item, Option
    from tutor.tui.lines import Line


class Picking(Form):
    """A digit, Enter or a click picks an option, and that is the answer."""

    def __init__(self, item: Item, order: tuple[str, ...], options: Sequence[Option]) -> None:
        super().__init__(item, order)
        by_id = {one.id: one for one in options}
        self.options = tuple(by_id[id] for id in order)
        self.picked: str | None = None

    @property
    def bar(self) -> str | None:
        """What was picked keeps the bar."""
        return self.picked

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """The options; the picked one is marked while it is asked how sure it is."""
        mark = self.picked if self.waiting else None
        return option_lines(self.options, width, spaced=spaced, mark=mark)

    def keys(self) -> tuple[Key, ...]:
        """The digits."""
        return (Key(digits_key(len(self.options)), "choose"),)

    def digit(self, number: int, bar: str | None) -> bool:
        """The same as moving there and pressing Enter."""
        return number <= len(self.options) and self.choose(self.options[number - 1].id)

    def choose(self, target: str, *, clicked: bool = False) -> bool:
        """This one is the answer."""
        self.picked = target
        return True
