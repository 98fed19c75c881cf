"""What a token looks like: a colour of the theme and a weight.

A table and not component classes of the style sheet: those are computed for every widget at its
first showing, and two dozen of them on five widgets cost a tenth of the way to the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color


class _Look(NamedTuple):
    colour: str  # a variable of the theme
    bold: bool = False
    italic: bool = False
    underline: bool = False


_LOOKS = {
    "text": _Look("foreground"),
    "bold": _Look("foreground", bold=True),
    "italic": _Look("foreground", italic=True),
    "term": _Look("foreground", underline=True),
    "strong": _Look("strong", bold=True),
    "head": _Look("muted", bold=True),
    "muted": _Look("muted"),
    "muted-bold": _Look("muted", bold=True),
    "faint": _Look("faint"),
    "key": _Look("primary", bold=True),
    "accent": _Look("primary"),
    "quiet": _Look("quiet"),
    "rule": _Look("rule"),
    "right": _Look("right"),
    "right-bold": _Look("right", bold=True),
    "wrong": _Look("wrong"),
    "wrong-bold": _Look("wrong", bold=True),
    "notice": _Look("notice"),
    "notice-bold": _Look("notice", bold=True),
}


class Tokens:
    """The styles of one theme, made as they are asked for."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._styles: dict[str, Style] = {}
        self.page = Style(color=self._colour("foreground"), bgcolor=self._colour("background"))
        # The row in focus lies on its own background and is bold, so it shows without colour too.
        self.chosen = Style(bgcolor=self._colour("sel"), bold=True)

    def __getitem__(self, token: str) -> Style:
        """The style of a token on the page."""
        style = self._styles.get(token)
        if style is None:
            look = _LOOKS[token]
            style = self.page + Style(
                color=self._colour(look.colour),
                bold=look.bold or None,
                italic=look.italic or None,
                underline=look.underline or None,
            )
            self._styles[token] = style
        return style

    def _colour(self, variable: str) -> RichColor:
        return Color.parse(self._variables[variable]).rich_color
