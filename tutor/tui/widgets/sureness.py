"""How sure? The row below a chosen answer, with what each certainty earns."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tutor.memory.calibration import MARKS, WORDS
from tutor.tui.lines import Run, width_of
from tutor.tui.widgets.drawn import Drawn

_ASKS = "How sure are you?"
_GAPS = (3, 2)


def _piece(certainty: int) -> tuple[Run, ...]:
    right, wrong = MARKS[certainty]
    return (
        Run(f"{certainty} ", "key"),
        Run(WORDS[certainty]),
        Run(f" +{right}/{wrong}", "muted"),
    )


class Sureness(Drawn, can_focus=True):
    """Three certainties, none of them chosen at first. It is hidden until it is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", "Less sure", show=False),
        Binding("right,down", "move(1)", "Surer", show=False),
        Binding("enter", "give", "Answer", show=False),
    ]

    class Given(Message):
        """A certainty was given: 1, 2 or 3; 0 when Enter came before one was chosen."""

        def __init__(self, certainty: int) -> None:
            super().__init__()
            self.certainty = certainty

    def __init__(self) -> None:
        super().__init__(id="sureness")
        self.chosen = 0

    def ask(self) -> None:
        """Show it with nothing chosen."""
        self.chosen = 0
        self.display = True
        self.refresh()
        self.focus()

    def rows_for(self, width: int) -> int:
        """How many rows it takes."""
        return len(self._placed(width))

    def _placed(self, width: int) -> list[list[tuple[int, int]]]:
        """For each row its pieces as (first column, certainty); 0 is the question."""
        sizes = {0: len(_ASKS), **{one: width_of(_piece(one)) for one in WORDS}}
        rows: list[list[tuple[int, int]]] = []
        for gap in _GAPS:
            rows, x = [[]], 0
            for one, size in sizes.items():
                if rows[-1] and x + gap + size > width:
                    rows.append([])
                    x = 0
                x += gap if rows[-1] else 0
                rows[-1].append((x, one))
                x += size
            if len(rows) == 1:
                break
        return rows

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        rows = self._placed(width)
        if y >= len(rows):
            return self.blank(width)
        segments: list[Segment] = []
        x = 0
        for start, one in rows[y]:
            runs = _piece(one) if one else (Run(_ASKS, "strong"),)
            segments.append(Segment(" " * (start - x), self.tokens.page))
            over = self._over if one and one == self.chosen else None
            segments += [Segment(run.text, self.tokens[run.token] + over) for run in runs]
            x = start + width_of(runs)
        return Strip([*segments, Segment(" " * max(width - x, 0), self.tokens.page)]).crop(0, width)

    @property
    def _over(self) -> Style:
        """The chosen one lies on its own background; where there is none, in reverse."""
        chosen = self.tokens.chosen
        plain = chosen.bgcolor is None or chosen.bgcolor.is_default
        return Style(reverse=True, bold=True) if plain else chosen

    def action_move(self, step: int) -> None:
        """The next certainty; from nothing, the first or the last."""
        most = len(WORDS)
        first = 1 if step > 0 else most
        self.chosen = min(max(self.chosen + step, 1), most) if self.chosen else first
        self.refresh()

    def action_give(self) -> None:
        """Enter."""
        self.post_message(self.Given(self.chosen))

    def on_click(self, event: events.Click) -> None:
        """A click gives what it lies on."""
        rows = self._placed(self.size.width)
        for start, one in rows[event.y] if event.y < len(rows) else ():
            if one and start <= event.x < start + width_of(_piece(one)):
                event.stop()
                self.post_message(self.Given(one))
