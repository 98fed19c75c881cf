"""Every answer of a sitting, with its feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.study.sitting import Sitting
from tutor.tui.lines import Line, Run, spread
from tutor.tui.pages.result import question_list
from tutor.tui.screens.looking_back import LookingBack
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class AnswersScreen(Place):
    """The list of questions; Enter opens one, the arrows turn to its neighbours."""

    AUTO_FOCUS = "#answers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Open the question; the next one"),
        Binding("right", "turn(1)", "The next question"),
        Binding("left", "turn(-1)", "The question before"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.index: int | None = None
        self._back = LookingBack(sitting, whole_question=True)
        self.sheet = Sheet(self._lines, reading=True, id="answers")

    def body(self) -> ComposeResult:
        yield self.sheet

    def heading(self) -> Heading:
        items = self.sitting.session.items
        if self.index is None:
            return Heading("Answers", "", f"{len(items)} questions")
        return Heading("Answers", "", f"{self.index + 1} of {len(items)}")

    def keys(self) -> tuple[Key, ...]:
        if self.index is None:
            return (
                Key("↑ ↓", "move"),
                Key("enter", "open", "go_on"),
                Key("esc", "back", "leave"),
                Key("?", "help", "help"),
            )
        verb = "more" if self.sheet.more_below else "next"
        return (
            Key("enter", verb, "go_on"),
            Key("←", "before", "turn(-1)"),
            Key("esc", "list", "leave"),
            Key("?", "help", "help"),
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        session = self.sitting.session
        if self.index is None:
            head, *rows = question_list(session, width - 2)
            return [head] + [
                Line((Run("  "), *row.runs), item.id)
                for row, item in zip(rows, session.items, strict=True)
            ]
        item = session.items[self.index]
        if item.id not in session.outcomes:
            return [spread((Run("Not answered.", "muted"),), (), width)]
        return self._back.lines(item, self.tutor.desk, width, height)

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        self._open(self.sitting.session.number(event.target) - 1)

    def _open(self, index: int | None) -> None:
        came_from = self.index
        self.index = index
        if index is not None:
            item = self.sitting.session.items[index]
            self.attempt(lambda: self._back.look_at(item, self.tutor.desk))
        chosen = None
        if index is None and came_from is not None:
            chosen = self.sitting.session.items[came_from].id
        self.sheet.show(self._lines, chosen=chosen)
        self.refresh_bars()

    def action_go_on(self) -> None:
        """The rest of this one, then the next."""
        if self.sheet.more_below:
            self.sheet.action_page(1)
        else:
            self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """A neighbour; beyond the ends lies the list."""
        if self.index is None:
            return
        to = self.index + step
        self._open(to if 0 <= to < len(self.sitting.session.items) else None)

    def action_leave(self) -> None:
        """Back to the list, then to the result."""
        if self.index is not None:
            self._open(None)
        else:
            self.app.pop_screen()
