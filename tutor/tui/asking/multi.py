"""`multi`: all options that apply are ticked, and then the answer is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.tui.asking.form import Form, digits_key
from tutor.tui.pages.question import option_lines
from tutor.tui.widgets.bars import Key

if TYPE_CHECKING:
    from tutor.course.items import Item, Multi
    from tutor.quiz.event import Response
    from tutor.tui.lines import Line


class MultiForm(Form):
    """A digit, space or a click ticks; Enter answers."""

    more_key = "v"
    space_chooses = True

    def __init__(self, item: Item, order: tuple[str, ...]) -> None:
        super().__init__(item, order)
        by_id = {one.id: one for one in cast("Multi", item.body).options}
        self.options = tuple(by_id[id] for id in order)
        self.ticked: frozenset[str] = frozenset()
        self._bar: str | None = None

    @property
    def bar(self) -> str | None:
        return self._bar

    @property
    def response(self) -> Response:
        """The ids in the order shown."""
        ticked = [one.id for one in self.options if one.id in self.ticked]
        return {"options": ticked} if ticked else None

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """The options, each with its box."""
        return option_lines(self.options, width, spaced=spaced, ticked=self.ticked)

    def keys(self) -> tuple[Key, ...]:
        """Tick, then answer."""
        digits = Key(digits_key(len(self.options)), "tick", stands_above=True)
        return (digits, Key("enter", "answer", "go_on"))

    def digit(self, number: int, bar: str | None) -> bool:
        """Tick, or take the tick away."""
        return number <= len(self.options) and self.space(self.options[number - 1].id)

    def space(self, target: str) -> bool:
        """Tick, or take the tick away."""
        self._bar = target
        self.ticked ^= {target}
        return False

    def choose(self, target: str, *, clicked: bool = False) -> bool:
        """A click ticks; Enter gives what is ticked."""
        if clicked:
            return self.space(target)
        if not self.ticked:
            self.notice = "Tick at least one option, or press n if you don't know."
        return bool(self.ticked)


def form(item: Item, order: tuple[str, ...]) -> MultiForm:
    """A form with nothing ticked."""
    return MultiForm(item, order)
