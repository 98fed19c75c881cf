"""Something is typed, a list follows it, and what carries the bar is shown beside or below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Input

from tutor.tui.lines import Line, Run
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Key
from tutor.tui.widgets.search_line import Hits, Prompt, SearchLine
from tutor.tui.widgets.sheet import Sheet

CLOSE = "close:"
"""Begins the target of a word like the one that was typed."""


class FindScreen(Place):
    """Letters go to the line, arrows to the list; Enter opens what carries the bar."""

    AUTO_FOCUS = "SearchLine"
    PLACEHOLDER: ClassVar[str] = ""
    BESIDE_FROM: ClassVar[int] = 100
    """Columns from which the entry stands beside the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "scroll_entry(-1)", "The entry up", show=False),
        Binding("pagedown", "scroll_entry(1)", "The entry down", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.line = SearchLine(self.PLACEHOLDER)
        self.hits = Hits(self.hit_lines, id="hits")
        self.entry = Sheet(self._ruled, id="entry")
        self.entry.can_focus = False

    def body(self) -> ComposeResult:
        with Horizontal(id="asked"):
            yield Prompt()
            yield self.line
        with Container(id="found"):
            yield self.hits
            yield self.entry

    def on_resize(self, event: events.Resize) -> None:
        """The entry stands beside or below."""
        self.set_class(event.size.width >= self.BESIDE_FROM, "-beside")
        super().on_resize(event)

    def hit_lines(self, width: int, height: int) -> Sequence[Line]:
        """What was found; each that can be opened is a target."""
        raise NotImplementedError

    def _ruled(self, width: int, height: int) -> Sequence[Line]:
        """The entry; below the list a hairline parts them."""
        lines = self.entry_lines(width, height)
        if not lines or self.has_class("-beside"):
            return lines
        return [Line((Run("─" * width, "rule"),)), *lines]

    def entry_lines(self, width: int, height: int) -> Sequence[Line]:
        """What carries the bar, in full."""
        raise NotImplementedError

    def look(self, words: str) -> None:
        """The line holds other words now."""
        raise NotImplementedError

    def open_target(self, target: str) -> None:
        """Enter, or a click."""
        raise NotImplementedError

    def keys(self) -> tuple[Key, ...]:
        ends = (Key("esc", "close", "leave"), Key("f1", "help", "help"))
        if not self.hits.targets:
            return ends
        return (Key("enter", "open", "open"), Key("↑ ↓", "move"), *ends)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.look(event.value)
        self.show_found()

    def show_found(self) -> None:
        """Draw what was found, with the bar on the first."""
        self.hits.show(self.hit_lines)
        self.entry.show(self._ruled)
        self.refresh_bars()

    @on(Sheet.Scrolled, "#hits")
    def _laid_out(self) -> None:
        self.refresh_bars()

    @on(Sheet.Moved, "#hits")
    def _moved(self) -> None:
        self.entry.show(self._ruled)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_open()

    @on(Sheet.Chosen, "#hits")
    def _clicked(self, event: Sheet.Chosen) -> None:
        self._open(event.target)

    def action_open(self) -> None:
        """Open what carries the bar."""
        target = self.hits.chosen
        if target in self.hits.targets and target is not None:
            self._open(target)

    def _open(self, target: str) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first is acted on
            return
        if target.startswith(CLOSE):
            self.line.value = target.removeprefix(CLOSE)
            self.line.cursor_position = len(self.line.value)
        else:
            self.open_target(target)

    def action_move(self, step: int) -> None:
        """The bar, up or down."""
        self.hits.action_move(step)

    def action_scroll_entry(self, step: int) -> None:
        """A page of the entry; where it is not shown, of the list."""
        (self.entry if self.entry.display else self.hits).action_page(step)
