"""The terms of a page, explained in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.course.model import Term
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.lesson import names_of
from tutor.tui.pages.prose import prose
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class TermsScreen(Place):
    """A few glossary entries; Escape or `g` goes back to the page."""

    AUTO_FOCUS = "#terms"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g,enter", "leave", "Back to the page"),
    ]

    def __init__(self, terms: tuple[Term, ...]) -> None:
        super().__init__()
        self._shown = terms

    def body(self) -> ComposeResult:
        yield Sheet(self._lines, reading=True, id="terms")

    def heading(self) -> Heading:
        count = len(self._shown)
        return Heading("Terms", "", f"{count} on this page")

    def keys(self) -> tuple[Key, ...]:
        return (Key("↑ ↓", "scroll"), Key("esc", "back", "leave"), Key("?", "help", "help"))

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        lines: list[Line] = []
        for term in self._shown:
            lines += [BLANK] if lines else []
            lines += self._entry(term, width)
        return lines

    def _entry(self, term: Term, width: int) -> list[Line]:
        library = self.tutor.desk.library
        say = (Run(f"  {term.say}", "muted"),) if term.say else ()
        lines = paragraph((Run(term.term, "strong"), *say), width)
        if term.plain:
            lines += paragraph((Run(term.plain, "muted"),), width)
        lines += prose(term.text, width)
        if term.also:
            lines += paragraph((Run("Also: " + ", ".join(term.also), "muted"),), width)
        others = [
            library.glossary()[id].term for id in term.confused_with if id in library.glossary()
        ]
        if others:
            words = Run("Not the same: ", "notice"), Run(", ".join(others), "text")
            lines += paragraph(words, width)
        names = names_of(term.sources, library.sources(), short=True)
        if names:
            lines += paragraph((Run(" · ".join(names), "faint"),), width)
        return lines
