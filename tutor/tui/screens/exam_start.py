"""An exam is set up here: over what, how many questions, with or without a limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.quiz.percent import percent
from tutor.store.model import SessionRow
from tutor.study.exam import FACTORS, Wish, counts
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.exam import Setup, start_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

_SIZES = (5, 10, 20, 30, 40, 60, 80)
T = TypeVar("T")


class ExamStartScreen(Place):
    """Enter on a row changes it, on the first it begins; `wish` is what stands there now."""

    AUTO_FOCUS = "#exam-start"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Begin, or change what carries the bar", show=False),
        Binding("right", "change(1)", "The next value"),
        Binding("left", "change(-1)", "The value before"),
    ]

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.wish = wish
        self.sheet = Sheet(self._lines, reading=True, id="exam-start")
        self._setup: Setup | None = None
        self._most = 0

    def body(self) -> ComposeResult:
        self._read()
        yield self.sheet

    def on_screen_resume(self) -> None:
        """Back from an exam."""
        self._read()
        self.sheet.relay()

    def heading(self) -> Heading:
        return Heading("Exam")

    def keys(self) -> tuple[Key, ...]:
        begins = self.sheet.chosen in (None, "begin", "resume")
        return (
            Key("enter", "begin" if begins else "change", "open"),
            Key("← →", "change"),
            Key("↑ ↓", "move"),
            Key("esc", "home", "leave"),
            Key("?", "help", "help"),
        )

    def _read(self) -> None:
        self._setup = self.attempt(self._made) or self._setup

    def _made(self) -> Setup:
        desk, wish = self.tutor.desk, self.wish
        library = desk.library
        names = {one.id: one.short for entry in library.lessons for one in entry.objectives}
        found = counts(desk, wish.lesson, wish.ask)
        self._most = sum(counts(desk, wish.lesson, len(library.items())).values())
        entry = library.entry(wish.lesson) if wish.lesson is not None else None
        return Setup(
            wish=wish,
            over=f"{entry.number} {entry.short}" if entry is not None else "the whole course",
            counts=tuple((names.get(id, id), count) for id, count in found.items()),
            pass_percent=percent(library.header.pass_line, 1.0),
            left=self._left(),
        )

    def _left(self) -> SessionRow | None:
        return next((row for row in self.tutor.desk.left_open() if row.kind == "exam"), None)

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        return start_lines(self._setup, width) if self._setup is not None else ()

    @on(Sheet.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first page opens
            return
        if event.target == "begin":
            routes.begin_exam(self.tutor, self.wish)
        elif event.target == "resume":
            row = self.attempt(self._left)
            if row is not None:
                routes.resume(self.tutor, row, instead=True)
        else:
            self._turn(event.target, 1)

    def action_open(self) -> None:
        """Begin, or change."""
        self.sheet.action_choose()

    def action_change(self, step: int) -> None:
        """Another value for the row with the bar."""
        if self.sheet.chosen is not None:
            self._turn(self.sheet.chosen, step)

    def _turn(self, row: str, step: int) -> None:
        wish = self.wish
        if row == "over":
            lessons = [entry.id for entry in self.tutor.desk.library.lessons if entry.items]
            wish = wish._replace(lesson=_other([None, *lessons], wish.lesson, step))
        elif row == "ask":
            now = min(wish.ask, self._most)
            sizes = sorted({now, self._most, *(size for size in _SIZES if size < self._most)})
            wish = wish._replace(ask=_other(sizes, now, step))
        elif row == "timed":
            wish = wish._replace(timed=not wish.timed)
        elif row == "factor":
            wish = wish._replace(factor=_other(FACTORS, wish.factor, step))
        if wish != self.wish:
            self.wish = wish
            self._read()
            self.sheet.relay()


def _other(values: Sequence[T], now: T, step: int) -> T:
    """The value after the present one (1) or before it (-1), round and round."""
    return values[(values.index(now) + step) % len(values)]
