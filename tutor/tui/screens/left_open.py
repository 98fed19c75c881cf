"""Sessions left in the middle: go on with one, or drop it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.store.model import SessionRow
from tutor.study.plan import session_name
from tutor.tui import routes
from tutor.tui.lines import BLANK, TWO_COLUMNS_FROM, Line, Run, paragraph, spread
from tutor.tui.pages.home import place_words
from tutor.tui.pages.result import clock_words, day_words
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class LeftOpenScreen(Place):
    """Enter resumes at the exact question; `d` twice drops a session."""

    AUTO_FOCUS = "#left-open"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Go on where you left", show=False),
        Binding("d", "drop", "Drop this one; its answers stay in your record"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SessionRow, ...] = ()
        self._dropping: str | None = None
        self.sheet = Sheet(self._lines, id="left-open")

    def body(self) -> ComposeResult:
        self.rows = self.attempt(self.tutor.desk.left_open) or ()
        yield self.sheet

    def on_screen_resume(self) -> None:
        """Back from one of them."""
        self.rows = self.attempt(self.tutor.desk.left_open) or ()
        self.sheet.relay()
        self.refresh_bars()

    def heading(self) -> Heading:
        return Heading("Left open", "", f"{len(self.rows)}" if self.rows else "")

    def keys(self) -> tuple[Key, ...]:
        esc = Key("esc", "home", "leave")
        if not self.rows:
            return (esc, Key("?", "help", "help"))
        return (
            Key("enter", "go on", "open"),
            Key("d", "drop this one", "drop"),
            Key("↑ ↓", "move"),
            esc,
            Key("?", "help", "help"),
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        if not self.rows:
            words = "Nothing is left open. What you leave in the middle waits here."
            return paragraph((Run(words, "muted"),), width)
        today = self.tutor.desk.clock.now().date()
        lines: list[Line] = []
        for row in self.rows:
            entry = self.tutor.desk.library.entry(row.lesson)
            when = row.last or row.started
            last = f"{day_words(when, today)}, {clock_words(when)}"
            about = Run(f"  {entry.short}" if entry is not None else "")
            name = (Run("  "), Run(session_name(row, entry), "strong"), about)
            place = Run(f"  {place_words(row)} · {last}", "muted")
            target = str(row.id)
            if width >= TWO_COLUMNS_FROM:
                lines += [spread(name, (place,), width, target=target)]
            else:
                lines += [spread(name, (), width, target=target), Line((Run("  "), place), target)]
        lines += [BLANK]
        lines += paragraph((Run("What you answered is kept either way.", "muted"),), width)
        return lines

    def _row(self, target: str | None) -> SessionRow | None:
        return next((row for row in self.rows if str(row.id) == target), None)

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first page opens
            return
        row = self._row(event.target)
        if row is not None:
            routes.resume(self.tutor, row)

    @on(Sheet.Moved)
    def _moved(self) -> None:
        self._dropping = None

    def action_open(self) -> None:
        """Go on with the one that carries the bar."""
        self.sheet.action_choose()

    def action_drop(self) -> None:
        """Two presses, because there is no way back to the place in it."""
        row = self._row(self.sheet.chosen)
        if row is None:
            return
        if self._dropping != self.sheet.chosen:
            self._dropping = self.sheet.chosen
            self.notice("Press d again to drop this one. Its answers stay in your record.")
            return
        if not self.done(lambda: self.tutor.desk.store.drop_session(row.id)):
            return
        self._dropping = None
        self.on_screen_resume()
        self.notice("Dropped.")
