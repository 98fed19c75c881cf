"""The line where an answer is typed."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tutor.tui.widgets.small import too_small

TYPE_HERE = "type your answer"
LONGEST = 400  # more than any accepted answer; a pasted book is cut here


class AnswerLine(Input):
    """A bare input: no frame, no blinking, no markup, and what was typed stays on focus."""

    def __init__(self) -> None:
        super().__init__(
            placeholder=TYPE_HERE,
            max_length=LONGEST,
            select_on_focus=False,
            compact=True,
            id="answer",
        )
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        """Typing into a full line does nothing, nor into one that cannot be seen.

        A paste without the marks of one comes as tens of thousands of keys; the input would ring
        the bell for each.
        """
        if not event.is_printable:
            return
        if too_small(self.app.size):
            event.prevent_default()
        elif self._room == 0:
            event.stop()
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        """Cuts what is too long: the input would refuse all of it."""
        if too_small(self.app.size):
            event.prevent_default()
        first = "".join(event.text.splitlines()[:1])
        event.text = "".join(filter(str.isprintable, first))[: self._room]

    @property
    def _room(self) -> int:
        """Characters that still fit; what is selected is replaced."""
        start, end = sorted(self.selection)
        return max(LONGEST - len(self.value) + end - start, 0)
