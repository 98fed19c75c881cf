"""The base of every widget of ours: it draws `Line`s with the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tutor.tui.lines import Line, Run, Token, safe, width_of
from tutor.tui.tokens import Tokens

if TYPE_CHECKING:
    from tutor.tui.app import FootdropApp


class Drawn(Widget):
    """Turns lines into strips."""

    @property
    def tokens(self) -> Tokens:
        """The styles of the theme in use."""
        return cast("FootdropApp", self.app).tokens

    def strip_of(
        self, line: Line, width: int, *, bar: Token | None = None, chosen: bool = False
    ) -> Strip:
        """One row of `width` cells; `bar` is the token of the mark in its first column."""
        tokens = self.tokens
        segments: list[Segment] = []
        runs: tuple[Run, ...] = tuple([Run(safe(run.text), run.token) for run in line.runs])
        used = width_of(runs)
        over = tokens.chosen if chosen else None
        if bar is not None and runs:
            # The first column of a row that can be chosen holds a space, kept for the bar.
            segments.append(Segment("▌", tokens[bar] + over))
            runs = (Run(runs[0].text[1:], runs[0].token), *runs[1:])
        segments += [Segment(run.text, tokens[run.token] + over) for run in runs if run.text]
        if used < width:
            segments.append(Segment(" " * (width - used), tokens.page + over))
        return Strip(segments, max(used, width)).crop(0, width)

    def blank(self, width: int) -> Strip:
        """An empty row."""
        return Strip.blank(width, self.tokens.page)
