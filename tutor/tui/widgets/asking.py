"""A question, and right under it the line where its answer is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from tutor.tui.widgets.answer_line import AnswerLine
from tutor.tui.widgets.sheet import Builder, Sheet

_BELOW = 2  # rows: a blank one and the line


class Asking(Vertical):
    """A sheet; for a typed answer it is as high as its lines, and the answer line follows."""

    def __init__(self, build: Builder) -> None:
        super().__init__(classes="columns")
        self._build = build
        self.sheet = Sheet(build, reading=True, id="question")
        self.answer_line = AnswerLine()

    def compose(self) -> ComposeResult:
        yield self.sheet
        yield self.answer_line

    def show(self, *, typed: bool) -> None:
        """Show other lines from their top, with an empty line below if the answer is `typed`."""
        self.answer_line.value = ""
        self.answer_line.display = typed
        self.sheet.show(self._build)
        (self.answer_line if typed else self.sheet).focus()
        # Before the first layout the width is not known yet.
        self._fit() if self.sheet.size else self.call_after_refresh(self._fit)

    def relay(self) -> None:
        """Lay out again: what the lines are made from has changed."""
        self.sheet.relay()
        self._fit()

    def on_resize(self) -> None:
        """The question keeps its place above the line."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if not self.answer_line.display:
            self.sheet.styles.height = "1fr"
            return
        room = self.size.height - _BELOW
        left, width = self.sheet.column
        self.sheet.styles.height = max(min(len(self._build(width, room)), room), 1)
        margin = self.sheet.styles.margin.left + left
        self.answer_line.styles.margin = (1, margin, 0, margin)
