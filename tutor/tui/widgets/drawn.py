"""The base of every widget of ours: it draws `Line`s with the colours of the theme."""

from __future__ import annotations

from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.lines import Line, Run, Token, safe, width_of


class Drawn(Widget):
    """Turns lines into strips. The style of a token is the component class of its name."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *get_args(Token),
        "chosen",
        "focus-bar",
        "waiting-bar",
    }

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._token_styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """The theme changed: colours are looked up anew."""
        super().notify_style_update()
        self._token_styles = {}

    def style_of(self, token: str) -> Style:
        """The Rich style of a token, without a background of its own."""
        style = self._token_styles.get(token)
        if style is None:
            style = self.get_component_rich_style(token, partial=True)
            self._token_styles[token] = style
        return style

    def strip_of(
        self, line: Line, width: int, *, bar: str | None = None, chosen: bool = False
    ) -> Strip:
        """One row of `width` cells; `bar` names the style of the mark in its first column.

        The row in focus lies on its own background and is bold, so it shows without colour too.
        """
        base = self.rich_style
        over = self.style_of("chosen") if chosen else Style.null()
        segments: list[Segment] = []
        runs: tuple[Run, ...] = line.runs
        used = width_of(runs)
        if bar is not None and runs:
            # The first column of a row that can be chosen holds a space, kept for the bar.
            segments.append(Segment("▌", base + over + self.style_of(bar)))
            runs = (Run(runs[0].text[1:], runs[0].token), *runs[1:])
        segments += [
            Segment(safe(run.text), base + self.style_of(run.token) + over)
            for run in runs
            if run.text
        ]
        if used < width:
            segments.append(Segment(" " * (width - used), base + over))
        return Strip(segments, max(used, width)).crop(0, width)
