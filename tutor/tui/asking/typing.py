"""What `text` and `number` have in common: the answer is typed into a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.tui.asking.form import Form
from tutor.tui.widgets.bars import Key

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.quiz.event import Response
    from tutor.tui.lines import Line


class Typing(Form):
    """The line as it was typed; of an empty one the grader says what is missing."""

    more_key = "f7"

    def __init__(self, item: Item, order: tuple[str, ...]) -> None:
        super().__init__(item, order)
        self._text = ""

    @property
    def typed(self) -> bool:
        return True

    @property
    def text(self) -> str:
        return self._text

    @property
    def response(self) -> Response:
        return {"text": self._text}

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """Nothing: the answer line stands there."""
        return []

    def keys(self) -> tuple[Key, ...]:
        return (Key("enter", "answer", "go_on"),)

    def type(self, text: str) -> bool:
        self._text = text
        return True
