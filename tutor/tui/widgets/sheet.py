"""A scrolling sheet of lines, some of which can be chosen.

The map on Home, the options of a question, feedback and progress are all sheets: one widget
that draws rows is faster than many that hold them, and moving the bar repaints two rows.
It scrolls by itself: the framework's scroll bar would change the width that lines are laid
out for, and its views repaint whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tutor.tui.lines import Late, Line, Run, Token
from tutor.tui.widgets.drawn import Drawn

Builder = Callable[[int, int], Sequence[Line | Late]]
"""Lines for a width and a height in cells. More lines than the height scroll."""

READING_WIDTH = 84
_CENTRED_FROM = 92  # columns; below, text stands at the left edge
_WHEEL = 3  # rows a notch
_THUMB = Line((Run("┃", "quiet"),))


class Sheet(Drawn, can_focus=True):
    """Draws what `build(width, height)` returns; asks again whenever its size changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "end(-1)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    class Happened(Message):
        """Something happened on a sheet; `@on(..., "#id")` finds it by this."""

        def __init__(self, sheet: Sheet) -> None:
            super().__init__()
            self.sheet = sheet

        @property
        def control(self) -> Sheet:
            """The sheet."""
            return self.sheet

    class Moved(Happened):
        """The bar went to another target."""

        def __init__(self, sheet: Sheet, target: str) -> None:
            super().__init__(sheet)
            self.target = target

    class Chosen(Happened):
        """Enter on a target, or a click."""

        def __init__(self, sheet: Sheet, target: str, *, clicked: bool = False) -> None:
            super().__init__(sheet)
            self.target = target
            self.clicked = clicked

    class Scrolled(Happened):
        """Other lines are in sight: there may be nothing more below now."""

    def __init__(
        self,
        build: Builder,
        *,
        reading: bool = False,
        waiting_bar: bool = True,
        chosen: str | None = None,
        id: str | None = None,
    ) -> None:
        """`reading` keeps lines to a readable width, in the middle of a wide window.

        `waiting_bar` leaves a quiet bar at the chosen row while another widget has the focus.
        """
        super().__init__(id=id)
        self._reading = reading
        self._waiting_bar = waiting_bar
        self._build = build
        self._lines: list[Line | Late] = []
        self._rows: dict[str, tuple[int, int]] = {}
        self._top = 0
        self._chosen = chosen
        self._laid_out_for = Size(0, 0)

    # -- what it shows -----------------------------------------------------------------------

    def show(self, build: Builder, *, chosen: str | None = None) -> None:
        """Show other lines, from their top, with the bar on `chosen` or the first target."""
        self._build = build
        self._chosen = chosen
        self._top = 0
        self.relay()

    def begin_at(self, target: str | None) -> None:
        """Put the bar on `target` before the next drawing."""
        self._chosen = target

    def relay(self) -> None:
        """Lay the lines out again: what they are made from has changed."""
        self._laid_out_for = Size(0, 0)
        self._lay_out(self.size)
        self.refresh()

    def _lay_out(self, size: Size) -> None:
        if not size or size == self._laid_out_for:
            return
        self._laid_out_for = size
        width = self.column[1]
        lines = self._build(width, size.height)
        if len(lines) > size.height and width == size.width:
            lines = self._build(width - 2, size.height)  # for the thumb and the space before it
        self._lines = list(lines)
        self._rows = {}
        for y, line in enumerate(lines):
            if line.target is not None:
                first, _ = self._rows.get(line.target, (y, y))
                self._rows[line.target] = (first, y)
        if self._chosen not in self._rows:
            self._chosen = next(iter(self._rows), None)
        self._top = min(self._top, self._max_top)
        self._bring_into_view()
        self.post_message(self.Scrolled(self))

    @property
    def column(self) -> tuple[int, int]:
        """The first cell and the width of the column where lines are drawn."""
        width = self.size.width
        if not self._reading or width <= READING_WIDTH:
            return 0, width
        return (width - READING_WIDTH) // 2 if width >= _CENTRED_FROM else 0, READING_WIDTH

    @property
    def _max_top(self) -> int:
        return max(len(self._lines) - self._laid_out_for.height, 0)

    def render_line(self, y: int) -> Strip:
        """One visible row."""
        # Here and not on a resize event: that comes after the first paint, which would be empty.
        self._lay_out(self.size)
        row = y + self._top
        whole = self.size.width
        if row >= len(self._lines):
            return self.blank(whole)
        left, width = self.column
        line = self._line(row)
        if line.target is None or line.target != self._chosen:
            strip = self.strip_of(line, width)
        elif self.in_front:
            strip = self.strip_of(line, width, bar="accent", chosen=True)
        else:
            bar: Token | None = "quiet" if self._waiting_bar else None
            strip = self.strip_of(line, width, bar=bar)
        if width < whole:
            strip = Strip.join([self.blank(left), strip, self.blank(whole - left - width)])
        if self._max_top and y in self._thumb:
            strip = Strip.join([strip.crop(0, whole - 1), self.strip_of(_THUMB, 1)])
        return strip

    def _line(self, row: int) -> Line:
        line = self._lines[row]
        if isinstance(line, Late):
            line = self._lines[row] = line.make()
        return line

    @property
    def _thumb(self) -> range:
        """Rows of the mark at the right edge that says which part is shown."""
        height, total = self._laid_out_for.height, len(self._lines)
        size = max(1, height * height // total)
        start = round(self._top * (height - size) / self._max_top)
        return range(start, start + size)

    # -- moving and choosing -----------------------------------------------------------------

    @property
    def in_front(self) -> bool:
        """Whether keys act on this sheet: then the bar has the accent."""
        return self.has_focus

    @property
    def chosen(self) -> str | None:
        """The target that carries the bar."""
        return self._chosen

    @chosen.setter
    def chosen(self, target: str) -> None:
        if target == self._chosen or target not in self._rows:
            return
        old, self._chosen = self._chosen, target
        if not self._bring_into_view():
            for one in (old, target):
                if one in self._rows:
                    self._refresh_rows(*self._rows[one])
        self.post_message(self.Moved(self, target))

    @property
    def targets(self) -> tuple[str, ...]:
        """All targets, in the order of their rows."""
        return tuple(self._rows)

    def on_focus(self) -> None:
        """The bar takes the accent."""
        self._refresh_chosen()

    def on_blur(self) -> None:
        """The bar waits."""
        self._refresh_chosen()

    def _refresh_chosen(self) -> None:
        if self._chosen in self._rows:
            self._refresh_rows(*self._rows[self._chosen])

    def _refresh_rows(self, first: int, last: int) -> None:
        self.refresh(Region(0, first - self._top, self.size.width, last - first + 1))

    def _set_top(self, top: int) -> bool:
        top = min(max(top, 0), self._max_top)
        if top == self._top:
            return False
        self._top = top
        self.refresh()
        self.post_message(self.Scrolled(self))
        return True

    def _bring_into_view(self) -> bool:
        if self._chosen not in self._rows:
            return False
        first, last = self._rows[self._chosen]
        height = self._laid_out_for.height
        if self._chosen == next(iter(self._rows)) and last < height:
            return self._set_top(0)  # the first target shows what stands above it too
        if first < self._top:
            return self._set_top(first)
        if last >= self._top + height:
            return self._set_top(last - height + 1)
        return False

    def action_move(self, step: int) -> None:
        """Move the bar; where nothing can be chosen, scroll."""
        targets = self.targets
        to = targets.index(self._chosen) + step if self._chosen in self._rows else -1
        if 0 <= to < len(targets):
            self.chosen = targets[to]
        else:
            self._set_top(self._top + step)

    def action_page(self, step: int) -> None:
        """A page up or down; the bar goes along."""
        height = self._laid_out_for.height
        self._set_top(self._top + step * max(height - 1, 1))
        visible = range(self._top, self._top + height)
        inside = [target for target, rows in self._rows.items() if rows[0] in visible]
        if inside and self._chosen not in inside:
            self.chosen = inside[0 if step > 0 else -1]

    def action_end(self, end: int) -> None:
        """To the first row or the last."""
        if self.targets:
            self.chosen = self.targets[0 if end < 0 else -1]
        self._set_top(0 if end < 0 else self._max_top)

    @property
    def more_below(self) -> bool:
        """Whether lines lie below the last visible one."""
        return self._top < self._max_top

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be chosen, Enter is left to the screen."""
        return bool(self._rows) if action == "choose" else True

    def action_choose(self) -> None:
        """Enter: act on what carries the bar."""
        if self._chosen in self._rows:
            self.post_message(self.Chosen(self, self._chosen))

    def on_click(self, event: events.Click) -> None:
        """A click is moving there and pressing Enter."""
        row = event.y + self._top
        if 0 <= row < len(self._lines) and (target := self._lines[row].target) is not None:
            event.stop()
            self.chosen = target
            self.post_message(self.Chosen(self, target, clicked=True))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls and leaves the bar where it is."""
        event.stop()
        self._set_top(self._top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls and leaves the bar where it is."""
        event.stop()
        self._set_top(self._top - _WHEEL)
