"""The first and the last rows of every screen: where one is, and what the keys do now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """A key, the verb for what it does now, and the action that a click on it runs.

    `short` is the verb where it is tight. A key that `stands_above` is on the page too (the digits
    of options): where not all fit, it goes first.
    """

    key: str
    verb: str
    action: str = ""
    short: str = ""
    stands_above: bool = False


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
        """A notice that is new or gone."""
        self._make_room()

    def on_resize(self) -> None:
        """In a narrower window the same notice is longer."""
        self._make_room()

    def _make_room(self) -> None:
        """A long notice takes rows of its own, so that it is whole and the keys stay."""
        rows = len(self._said(self.size.width)) if self.size.width else 0
        # The style sheet keeps a row for one, but not in a short window.
        fits = not rows or (rows == 1 and not self.screen.has_class("-short"))
        self.styles.height = None if fits else rows + 1

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
    return (Run(key.key, "key"), Run(" " + key.verb if key.verb else "", "muted"))


def fitting(keys: Sequence[Key], width: int) -> tuple[tuple[Key, ...], int]:
    """The keys that fit, with the verbs they have room for, and the cells between them.

    Three cells apart, two if that is tight, then with less of their verbs; then keys go.
    """
    kept = list(keys)
    while True:
        for shown, gap in _ways(kept):
            size = sum(width_of(_runs_of(key)) for key in shown) + gap * (len(shown) - 1)
            if size <= width or len(shown) <= 1:
                return tuple(shown), gap
        kept.pop(_least_needed(kept))


def _ways(keys: Sequence[Key]) -> Iterator[tuple[Sequence[Key], int]]:
    """Ways to write all of these keys, each narrower than the one before."""
    yield keys, 3
    yield keys, 2
    keys = [key._replace(verb="") if key.key in ("?", "f1") else key for key in keys]
    yield keys, 2
    keys = [key._replace(verb=key.short or key.verb) for key in keys]
    yield keys, 2
    yield [key._replace(verb="") if key.key == "esc" else key for key in keys], 2


def _least_needed(keys: Sequence[Key]) -> int:
    """First what stands on the page too, then from the middle; enter, esc, the ends stay long."""
    for i in range(len(keys) - 1, -1, -1):
        if keys[i].stands_above:
            return i
    for i in range(len(keys) - 2, 0, -1):
        if keys[i].key not in ("enter", "esc"):
            return i
    return len(keys) - 2
