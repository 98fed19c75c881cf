"""The result of an exam, and the full review of its answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.quiz.percent import percent
from tutor.study.sitting import Sitting
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.exam_result import ExamPage, exam_result_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class ExamResultScreen(Place):
    """Enter shows the rest of the page, then every answer."""

    AUTO_FOCUS = "#exam-result"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "The rest of the page, then every answer"),
        Binding("a", "answers", "Look at every answer"),
        Binding("m", "retry", "Answer the missed questions again"),
    ]

    def __init__(self, sitting: Sitting, *, time_ended: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self.result = sitting.result()
        self._time_ended = time_ended
        self.sheet = Sheet(self._lines, reading=True, id="exam-result")

    def body(self) -> ComposeResult:
        yield self.sheet

    def heading(self) -> Heading:
        entry = self.tutor.desk.library.entry(self.sitting.session.lesson)
        name = entry.short if entry is not None else "The whole course"
        return Heading(name, "Exam", "handed in", 1.0)

    def keys(self) -> tuple[Key, ...]:
        retry = [Key("m", "retry missed", "retry", short="retry")] if self.result.missed else []
        more = self.sheet.more_below
        return (
            Key("enter", "more" if more else "answers", "go_on"),
            *([Key("a", "answers", "answers")] if more else []),
            *retry,
            Key("esc", "home", "leave"),
            Key("?", "help", "help"),
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        library = self.tutor.desk.library
        names = {one.id: one.short for entry in library.lessons for one in entry.objectives}
        page = ExamPage(
            self.sitting.session,
            self.result,
            names,
            percent(library.header.pass_line, 1.0),
            self._time_ended,
        )
        return exam_result_lines(page, width)

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    def action_go_on(self) -> None:
        """The rest of the page, then every answer."""
        if self.sheet.more_below:
            self.sheet.action_page(1)
        else:
            self.action_answers()

    def action_answers(self) -> None:
        """Every question with its feedback."""
        from tutor.tui.screens.answers import AnswersScreen

        self.app.push_screen(AnswersScreen(self.sitting))

    def action_retry(self) -> None:
        """The missed questions once more."""
        missed = tuple(item.id for item in self.result.missed)
        if not missed:
            self.notice("Nothing was missed.")
            return
        app, lesson = self.tutor, self.sitting.session.lesson
        app.pop_screen()
        routes.retry(app, lesson, missed)
