"""A question; under it the line for a typed answer, and the row that asks how sure it is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.tui.widgets.answer_line import TYPE_HERE, AnswerLine
from tutor.tui.widgets.sheet import Builder, Sheet
from tutor.tui.widgets.sureness import Sureness

_LEAST = 3  # rows of the question that stay in sight


class Asking(Vertical):
    """A sheet; where something stands under it, it is as high as its lines."""

    def __init__(self, build: Builder) -> None:
        super().__init__(classes="columns")
        self._build = build
        self.sheet = Sheet(build, reading=True, id="question")
        self.answer_line = AnswerLine()
        self.sureness = Sureness()
        self.sureness.display = False
        self.writing = ""
        """What is written in the line beside an answer: "note", "report"; else empty."""

    def compose(self) -> ComposeResult:
        yield self.sheet
        yield self.answer_line
        yield self.sureness

    def show(self, *, typed: bool, text: str = "", bar: str | None = None) -> None:
        """Show other lines from their top, with a line below that holds `text` if `typed`."""
        self.sureness.display = False
        self.writing = ""
        self.answer_line.placeholder = TYPE_HERE
        self.answer_line.value = text
        self.answer_line.cursor_position = len(text)
        self.answer_line.display = typed
        self.sheet.show(self._build, chosen=bar)
        (self.answer_line if typed else self.sheet).focus()
        # Before the first layout the width is not known yet.
        self._fit() if self.sheet.size else self.call_after_refresh(self._fit)

    def change(self, *, typed: bool, text: str = "", bar: str | None = None) -> None:
        """The same question with a change in it: where its rows stay, so does what is in sight."""
        before, at = self.sheet.targets, self.sheet.chosen
        if typed or self.answer_line.display:
            self.show(typed=typed, text=text, bar=bar)
            return
        self.sureness.display = False
        self.sheet.begin_at(bar or at)
        self.sheet.focus()
        self.relay()
        if self.sheet.targets != before:
            self.show(typed=typed, text=text, bar=bar)

    def ask_sureness(self) -> None:
        """Below the answer, which stays as it is."""
        self.sureness.ask()
        self.relay()

    def write(self, what: str, hint: str) -> None:
        """Open an empty line below; `hint` says in it what belongs there."""
        self.writing = what
        self.answer_line.value = ""
        self.answer_line.placeholder = hint
        self.answer_line.display = True
        self.answer_line.focus()
        self._fit()

    def stop_writing(self) -> None:
        """Away with the line."""
        self.writing = ""
        self.answer_line.display = False
        self.sheet.focus()
        self._fit()

    def relay(self) -> None:
        """Lay out again: what the lines are made from has changed."""
        self.sheet.relay()
        self._fit()

    def on_resize(self) -> None:
        """The question keeps its place above the line."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        typed, sure = self.answer_line.display, self.sureness.display
        if not typed and not sure:
            self.sheet.styles.height = "1fr"
            return
        left, width = self.sheet.column
        margin = self.sheet.styles.margin.left + left
        rows = self.sureness.rows_for(width) if sure else 0
        gaps = typed + sure
        tight = self.size.height - rows - typed - gaps < _LEAST
        room = self.size.height - rows - typed - (0 if tight else gaps)
        self.sheet.styles.height = max(min(len(self._build(width, room)), room), 1)
        above = 0 if tight else 1
        self.answer_line.styles.margin = (above, margin, 0, margin)
        self.sureness.styles.margin = (above, margin, 0, margin)
        self.sureness.styles.height = rows
