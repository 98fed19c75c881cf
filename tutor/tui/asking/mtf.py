"""`mtf`: several statements, each said to be true or false where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.quiz.words import small, truth
from tutor.tui.asking.form import Form
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.prose import inline
from tutor.tui.widgets.bars import Key

if TYPE_CHECKING:
    from tutor.course.items import Item, Mtf
    from tutor.quiz.event import Response

_SAYS = {1: True, 2: False}


class MtfForm(Form):
    """1 says true and 2 says false of the statement under the bar, which then goes on."""

    more_key = "v"
    space_chooses = True

    def __init__(self, item: Item, order: tuple[str, ...]) -> None:
        super().__init__(item, order)
        by_id = {one.id: one for one in cast("Mtf", item.body).statements}
        self.statements = tuple(by_id[id] for id in order)
        self.said: dict[str, bool] = {}
        self._bar: str | None = None
        self._warned = False

    @property
    def bar(self) -> str | None:
        return self._bar

    @property
    def response(self) -> Response:
        """What is said, in the order shown."""
        said = {one.id: self.said[one.id] for one in self.statements if one.id in self.said}
        return {"statements": said} if said else None

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """Each statement behind what is said of it."""
        lines: list[Line] = []
        for one in self.statements:
            if lines and spaced:
                lines.append(BLANK)
            said = self.said.get(one.id)
            word = "" if said is None else truth(said).lower()
            box = Run(f"[{word:<5}]", "muted" if said is None else "accent")
            first = (Run("  "), box, Run("  "))
            lines += paragraph(inline(one.text), width, first=first, target=one.id)
        return lines

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("1", "true", "choose(1)"),
            Key("2", "false", "choose(2)"),
            Key("enter", "answer", "go_on"),
        )

    def digit(self, number: int, bar: str | None) -> bool:
        """True or false for the statement under the bar; the bar goes to the next one."""
        if number in _SAYS and bar is not None:
            self.said[bar] = _SAYS[number]
            ids = [one.id for one in self.statements]
            self._bar = ids[min(ids.index(bar) + 1, len(ids) - 1)]
        return False

    def space(self, target: str) -> bool:
        """True; if it is so already, false; and round again."""
        self._bar = target
        self.said[target] = not self.said.get(target, False)
        return False

    def choose(self, target: str, *, clicked: bool = False) -> bool:
        """A click says true, the next one false; Enter answers."""
        if clicked:
            return self.space(target)
        left = [one.id for one in self.statements if one.id not in self.said]
        if not left or (self._warned and self.said):
            return True
        self._bar = left[0]
        self._warned = bool(self.said)
        are = "is" if len(left) == 1 else "are"
        anyway = " Enter once more answers without." if self.said else ""
        self.notice = f"{small(len(left)).capitalize()} {are} open: 1 true, 2 false.{anyway}"
        return False


def form(item: Item, order: tuple[str, ...]) -> MtfForm:
    """A form with nothing said."""
    return MtfForm(item, order)
