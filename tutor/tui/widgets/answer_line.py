"""The line where an answer is typed."""

from __future__ import annotations

from textual.widgets import Input

LONGEST = 400  # more than any accepted answer; a pasted book is cut here


class AnswerLine(Input):
    """A bare input: no frame, no blinking, no markup, and what was typed stays on focus."""

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False, compact=True, id="answer")
        self.cursor_blink = False
