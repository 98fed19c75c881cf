"""`order`: the steps are picked one after the other, in the order in which they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.quiz.words import one_line
from tutor.tui.asking.form import Form, digit_of, digits_key
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.prose import inline
from tutor.tui.widgets.bars import Key

if TYPE_CHECKING:
    from tutor.course.items import Item, Order
    from tutor.quiz.event import Response


class OrderForm(Form):
    """A digit, Enter, space or a click gives a step the next place, or takes its place away.

    The last step gets its place by itself. When all have one, Enter answers.
    """

    more_key = "v"
    space_chooses = True

    def __init__(self, item: Item, order: tuple[str, ...]) -> None:
        super().__init__(item, order)
        by_id = {one.id: one for one in cast("Order", item.body).steps}
        self.steps = tuple(by_id[id] for id in order)
        self.placed: list[str] = []
        self._bar: str | None = None

    @property
    def bar(self) -> str | None:
        return self._bar

    @property
    def complete(self) -> bool:
        """Whether every step has a place."""
        return len(self.placed) == len(self.steps)

    @property
    def response(self) -> Response:
        return {"steps": list(self.placed)} if self.complete else None

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """Each step behind its digit and place; below, where there is room, the order so far."""
        lines: list[Line] = []
        for number, one in enumerate(self.steps, 1):
            if lines and spaced:
                lines.append(BLANK)
            at = self.placed.index(one.id) + 1 if one.id in self.placed else None
            box = Run(f"[{at}] ", "accent") if at is not None else Run("[ ] ", "muted")
            first = (Run(f"  {digit_of(number)} ", "key"), box)
            lines += paragraph(inline(one.text), width, first=first, target=one.id)
        if spaced and self.placed:
            texts = {one.id: one_line(one.text) for one in self.steps}
            said = ", then ".join(texts[id] for id in self.placed)
            lines += [BLANK, *paragraph(inline(said, "muted"), width, first=(Run("  "),))]
        return lines

    def keys(self) -> tuple[Key, ...]:
        digits = digits_key(len(self.steps))
        if self.complete:
            return (
                Key("enter", "answer", "go_on"),
                Key(digits, "take out", stands_above=True),
            )
        place = f"choose step {len(self.placed) + 1}"
        return (Key(digits, place), Key("enter", "pick", "go_on"))

    def digit(self, number: int, bar: str | None) -> bool:
        """The step with this digit."""
        return number <= len(self.steps) and self.space(self.steps[number - 1].id)

    def space(self, target: str) -> bool:
        """Give it the next place; if it has one, take that away and move the later ones up."""
        self._bar = target
        if target in self.placed:
            self.placed.remove(target)
            return False
        self.placed.append(target)
        left = [one.id for one in self.steps if one.id not in self.placed]
        if len(left) == 1:
            self.placed += left
        elif left:
            self._bar = self._next_of(target, left)
        return False

    def choose(self, target: str, *, clicked: bool = False) -> bool:
        """The next place, or the answer when all have theirs."""
        if self.complete and not clicked:
            return True
        if target in self.placed and not clicked:
            self.notice = "This step has its place; space takes it out."
            return False
        return self.space(target)

    def _next_of(self, target: str, left: list[str]) -> str:
        """The next step without a place below this one, else the first."""
        ids = [one.id for one in self.steps]
        below = [id for id in ids[ids.index(target) :] if id in left]
        return below[0] if below else left[0]


def form(item: Item, order: tuple[str, ...]) -> OrderForm:
    """A form in which no step has a place."""
    return OrderForm(item, order)
