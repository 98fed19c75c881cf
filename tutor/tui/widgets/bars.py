"""The first and the last rows of every screen: where one is, and what the keys do now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tutor.tui.lines import BLANK, Line, Run, bar, paragraph, spread, width_of
from tutor.tui.widgets.drawn import Drawn

_NOTICE_ROWS = 4


class Heading(NamedTuple):
    """`kind` and `name` stand left, `state` right; `share` 0..1 is drawn as the hairline.

    Without a share the hairline is plain; `hairline=False` leaves it out (Home).
    """

    name: str
    kind: str = ""
    state: str = ""
    share: float | None = None
    hairline: bool = True


class TopBar(Drawn):
    """Row 1: the place and its state. Row 2: a hairline that is the progress."""

    heading: reactive[Heading] = reactive(Heading(""))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        heading = self.heading
        if y == 0:
            kind = (Run(heading.kind + "  ", "muted"),) if heading.kind else ()
            name = (*kind, Run(heading.name, "strong"))
            return self.strip_of(spread(name, (Run(heading.state, "muted"),), width), width)
        if y == 1 and heading.hairline:
            return self.strip_of(Line(bar(heading.share or 0.0, width)), width)
        return self.strip_of(BLANK, width)


class Key(NamedTuple):
    """A key, the verb for what it does now, and the action that a click on it runs."""

    key: str
    verb: str
    action: str = ""


class KeyBar(Drawn):
    """The keys that work now. The row above them is where a notice appears."""

    keys: reactive[tuple[Key, ...]] = reactive(())
    notice: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        width, last = self.size.width, self.size.height - 1
        said = self._said(width)
        if y < len(said):
            return self.strip_of(said[y], width)
        if y == last:
            return self.strip_of(Line(self._placed()[0]), width)
        return self.strip_of(BLANK, width)

    def _said(self, width: int) -> list[Line]:
        return paragraph((Run(self.notice, "notice"),), width)[:_NOTICE_ROWS] if self.notice else []

    def watch_notice(self) -> None:
        """A long notice takes rows of its own, so that it is whole and the keys stay."""
        rows = len(self._said(self.size.width)) if self.size.width else 0
        if rows > 1 or (rows and self.size.height == 1):
            self.styles.height = rows + 1
        else:
            self.styles.clear_rule("height")

    def _placed(self) -> tuple[tuple[Run, ...], list[tuple[range, Key]]]:
        """The runs of the row, and the columns that each key takes."""
        keys, gap = fitting(self.keys, self.size.width)
        runs: list[Run] = []
        spans: list[tuple[range, Key]] = []
        x = 0
        for index, key in enumerate(keys):
            if index:
                runs.append(Run(" " * gap))
                x += gap
            piece = _runs_of(key)
            runs += piece
            size = width_of(piece)
            spans.append((range(x, x + size), key))
            x += size
        return tuple(runs), spans

    async def on_click(self, event: events.Click) -> None:
        """A click on a key is the key."""
        if event.y != self.size.height - 1:
            return
        for columns, key in self._placed()[1]:
            if event.x in columns and key.action:
                event.stop()
                await self.screen.run_action(key.action)


def _runs_of(key: Key) -> tuple[Run, ...]:
    return (Run(key.key, "key"), Run(" " + key.verb, "muted"))


def fitting(keys: Sequence[Key], width: int) -> tuple[tuple[Key, ...], int]:
    """The keys that fit, and the cells between them.

    Three cells apart, two if that is tight; then keys go from the middle: the first one, enter,
    esc and the last one (help) stay as long as they can.
    """
    kept = list(keys)
    while True:
        size = sum(width_of(_runs_of(key)) for key in kept)
        for gap in (3, 2):
            if size + gap * (len(kept) - 1) <= width or len(kept) <= 1:
                return tuple(kept), gap
        middle = range(len(kept) - 2, 0, -1)
        spare = [i for i in middle if kept[i].key not in ("enter", "esc")]
        kept.pop(spare[0] if spare else len(kept) - 2)
