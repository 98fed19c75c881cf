"""Something looked up, in full: the terms of a page in place, one term, an answered question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.course.model import Term
from tutor.tui import routes
from tutor.tui.lines import BLANK, Line
from tutor.tui.pages.entries import term_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Builder, Sheet


class EntryScreen(Place):
    """Lines to read; Enter or Escape goes back."""

    AUTO_FOCUS = "#entry"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Back")]

    def __init__(self, name: str, build: Builder) -> None:
        super().__init__()
        self._called = name
        self._made_by = build

    def body(self) -> ComposeResult:
        yield Sheet(self._made_by, reading=True, id="entry")

    def heading(self) -> Heading:
        return Heading(self._called)

    def keys(self) -> tuple[Key, ...]:
        return (Key("↑ ↓", "scroll"), Key("esc", "back", "leave"), Key("?", "help", "help"))


class TermsScreen(EntryScreen):
    """A few glossary entries; `g` opens the whole glossary."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("g", "glossary", "The whole glossary")]

    def __init__(self, terms: tuple[Term, ...], *, on_page: bool = True) -> None:
        super().__init__("Terms", self._lines)
        self._shown = terms
        self._on_page = on_page

    def heading(self) -> Heading:
        return Heading("Terms", "", f"{len(self._shown)} on this page" if self._on_page else "")

    def keys(self) -> tuple[Key, ...]:
        keys = super().keys()
        if not self._on_page:
            return keys
        return (keys[0], Key("g", "all terms", "glossary"), *keys[1:])

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        library = self.tutor.desk.library
        lines: list[Line] = []
        for term in self._shown:
            lines += [BLANK] if lines else []
            lines += term_lines(term, library, width)
        return lines

    def action_glossary(self) -> None:
        """All terms; from there, back to the list."""
        if self._on_page:
            routes.open_glossary(self.tutor)
        else:
            self.action_leave()
