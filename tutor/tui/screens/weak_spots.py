"""Weak spots: the objectives that want attention, and the way to what teaches them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.course.model import Screen
from tutor.study.progress import Progress, progress
from tutor.study.told import weak_spots
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.progress_words import weak_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class WeakSpotsScreen(Place):
    """Weak, fading and growing objectives; Enter opens the page that teaches one."""

    AUTO_FOCUS = "#weak"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "leave", "Back", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.now: Progress | None = None
        self.sheet = Sheet(self._lines, reading=True, id="weak")

    def body(self) -> ComposeResult:
        self._read()
        yield self.sheet

    def _read(self) -> None:
        desk = self.tutor.desk
        self.now = self.attempt(lambda: progress(desk)) or self.now

    def on_screen_resume(self) -> None:
        """Back from a lesson and perhaps its quiz."""
        self._read()
        self.sheet.relay()
        self.refresh_bars()

    def heading(self) -> Heading:
        spots = len(weak_spots(self.now)) if self.now else 0
        return Heading("Weak spots", "Progress", f"{spots} in all" if spots else "")

    def keys(self) -> tuple[Key, ...]:
        ends = (Key("esc", "back", "leave"), Key("?", "help", "help"))
        if not self.sheet.targets:
            return ends
        return (Key("enter", "read again"), Key("↑ ↓", "move"), *ends)

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        return weak_lines(self.now, width) if self.now else ()

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self or self.now is None:
            return
        row = next(one for one in self.now.objectives if one.objective.id == event.target)
        lesson = self.attempt(lambda: self.tutor.desk.library.lesson(row.lesson.id))
        if lesson is None:
            return
        teaches = (
            at
            for at, page in enumerate(lesson.pages)
            if isinstance(page, Screen) and page.objective == row.objective.id
        )
        routes.open_lesson(self.tutor, row.lesson.id, next(teaches, None))
