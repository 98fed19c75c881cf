"""The scores of every quiz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.store.model import Score
from tutor.study.plan import CourseMap, course_map
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.history import history_lines, quiz_lines
from tutor.tui.pages.result import scores_of
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class HistoryScreen(Place):
    """A row for each quiz; Enter opens its history."""

    AUTO_FOCUS = "#history"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "The history of a quiz", show=False),
        Binding("q", "quiz", "Take this quiz"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.lesson: str | None = None
        self.course: CourseMap | None = None
        self.scores: tuple[Score, ...] = ()
        self.sheet = Sheet(self._lines, reading=True, id="history")

    def body(self) -> ComposeResult:
        self._read()
        yield self.sheet

    def _read(self) -> None:
        desk = self.tutor.desk
        self.course = self.attempt(lambda: course_map(desk)) or self.course
        found = self.attempt(lambda: desk.store.scores(desk.learner.id, desk.library.header.id))
        self.scores = self.scores if found is None else found

    def on_screen_resume(self) -> None:
        """Back from a quiz: there may be a new score."""
        self._read()
        self.sheet.relay()
        self.refresh_bars()

    def heading(self) -> Heading:
        if self.lesson is None:
            return Heading("Scores", "Progress")
        entry = self.tutor.desk.library.entry(self.lesson)
        count = len(scores_of(self.scores, self.lesson))
        return Heading(entry.short if entry else "", "Scores", f"{count} in all")

    def keys(self) -> tuple[Key, ...]:
        esc, question = Key("esc", "back", "leave"), Key("?", "help", "help")
        if self.lesson is None and self.sheet.targets:
            return (
                Key("enter", "history", "open"),
                Key("q", "take this quiz", "quiz", short="quiz"),
                Key("↑ ↓", "move"),
                esc,
                question,
            )
        if self._quiz_at_hand is None:
            return (esc, question)
        return (Key("q", "take this quiz", "quiz"), esc, question)

    @property
    def _quiz_at_hand(self) -> str | None:
        """The lesson whose quiz `q` begins: that on the screen, else that of the row."""
        lesson = self.lesson or self.sheet.chosen
        entry = self.tutor.desk.library.entry(lesson or "")
        return lesson if entry and entry.items else None

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        today = self.tutor.desk.clock.now().date()
        if self.lesson is not None:
            return history_lines(scores_of(self.scores, self.lesson), today, width)
        return quiz_lines(self.course, self.scores, today, width) if self.course else ()

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first is acted on
            return
        self.lesson = event.target
        self.sheet.show(self._lines)
        self.refresh_bars()

    def action_open(self) -> None:
        """The history of what carries the bar."""
        if self.lesson is None:
            self.sheet.action_choose()

    def action_quiz(self) -> None:
        """The quiz of this row."""
        lesson = self._quiz_at_hand
        if lesson is not None:
            routes.open_quiz(self.tutor, lesson)

    def action_leave(self) -> None:
        """From a history to the list, from the list back."""
        if self.lesson is None:
            self.app.pop_screen()
            return
        lesson, self.lesson = self.lesson, None
        self.sheet.show(self._lines, chosen=lesson)
        self.refresh_bars()
