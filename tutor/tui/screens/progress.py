"""Progress: what is due, what is secure, the scores, and whether one is as right as sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.study.plan import CourseMap, course_map
from tutor.study.progress import Progress, progress
from tutor.study.told import counted
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.progress import Pass, progress_lines
from tutor.tui.pages.progress_words import first_quiz, nothing_lines, table_lines
from tutor.tui.pages.result import duration
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class ProgressScreen(Place):
    """Pictures, or with `t` the same numbers as words."""

    AUTO_FOCUS = "#progress"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "review", "Review now"),
        Binding("w", "weak_spots", "Weak spots, and what to read for them"),
        Binding("t", "table", "The same as words, and back"),
        Binding("h", "history", "Every score of every quiz"),
        Binding("q", "quiz", "Begin the first quiz, while there is no score", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.now: Progress | None = None
        self.course: CourseMap | None = None
        self.as_table = False
        self.sheet = Sheet(self._lines, id="progress")

    def body(self) -> ComposeResult:
        self._read()
        yield self.sheet

    def _read(self) -> None:
        desk = self.tutor.desk
        self.course = self.attempt(lambda: course_map(desk)) or self.course
        self.now = self.attempt(lambda: progress(desk)) or self.now

    def on_screen_resume(self) -> None:
        """Back from a quiz: the numbers are others."""
        self._read()
        self.sheet.relay()
        self.refresh_bars()

    @property
    def _begun(self) -> Progress | None:
        """The numbers, once there are any."""
        return self.now if self.now is not None and self.now.answers else None

    def heading(self) -> Heading:
        now = self._begun
        if now is None:
            return Heading("Progress")
        state = f"{counted(len(now.days), 'day')} studied · {duration(now.ms)}"
        return Heading("Progress", "", state)

    def keys(self) -> tuple[Key, ...]:
        ends = (Key("esc", "home", "leave"), Key("?", "help", "help"))
        if self._begun is None:
            quiz = (Key("q", "begin", "quiz"),) if first_quiz(self.course) else ()
            return (*quiz, *ends)
        return (
            Key("r", "review now", "review", short="review"),
            Key("w", "weak spots", "weak_spots", short="weak"),
            Key("t", "pictures" if self.as_table else "as words", "table", short="words"),
            Key("h", "each quiz", "history", short="quizzes"),
            *ends,
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        now = self._begun
        if now is None:
            return nothing_lines(self.course, width)
        if self.as_table:
            return table_lines(now, width)
        header = self.tutor.desk.library.header
        course = Pass(
            tuple((part.title, part.lessons) for part in header.parts),
            round(header.pass_line * 100),
        )
        return progress_lines(now, course, width, height)

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    def action_review(self) -> None:
        """What is due today."""
        routes.open_review(self.tutor)

    def action_weak_spots(self) -> None:
        """The objectives that want attention."""
        if self._begun is None:
            self.notice("Nothing was asked yet.")
            return
        from tutor.tui.screens.weak_spots import WeakSpotsScreen

        self.app.push_screen(WeakSpotsScreen())

    def action_table(self) -> None:
        """Words instead of pictures, and back."""
        if self._begun is not None:
            self.as_table = not self.as_table
            self.sheet.show(self._lines)
            self.refresh_bars()

    def action_history(self) -> None:
        """Every score of every quiz."""
        if self._begun is None:
            self.notice("No score yet.")
            return
        from tutor.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def action_quiz(self) -> None:
        """From the empty page to the first quiz."""
        entry = first_quiz(self.course)
        if self._begun is None and entry is not None:
            routes.open_quiz(self.tutor, entry.id)
