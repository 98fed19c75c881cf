"""The line where a search is typed, with its sign before it, and the list that it moves."""

from __future__ import annotations

from textual.strip import Strip

from tutor.tui.lines import Line, Run
from tutor.tui.widgets.answer_line import AnswerLine
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.sheet import Sheet


class SearchLine(AnswerLine):
    """Where the words are typed."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.placeholder = placeholder


class Prompt(Drawn):
    """The sign before the line."""

    def render_line(self, y: int) -> Strip:
        return self.strip_of(Line((Run("/", "key"),)), self.size.width)


class Hits(Sheet, can_focus=False):
    """What was found. The keys of the line above move its bar, so it has the accent."""

    @property
    def in_front(self) -> bool:
        return True
