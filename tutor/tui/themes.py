"""The colours of footdrop: two themes of its own, and two that use the terminal's sixteen.

Contrast of every text colour is at least 4.5:1 on the page; colour only confirms what a sign,
a word or a position says already.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DARK = "footdrop-dark"
LIGHT = "footdrop-light"
TERMINAL_DARK = "footdrop-terminal-dark"
TERMINAL_LIGHT = "footdrop-terminal-light"

# In the order of the settings page, with the words used there.
CHOICES = {
    DARK: "dark",
    LIGHT: "light",
    TERMINAL_DARK: "terminal's own colours, dark",
    TERMINAL_LIGHT: "terminal's own colours, light",
}

_DARK_COLOURS = {
    "muted": "#97a5b1",
    "faint": "#818f9b",
    "rule": "#33404a",
    "sel": "#22313c",
    "right": "#93cf84",
    "wrong": "#f4978a",
    "notice": "#e6bd6a",
    "strong": "#f4f7f9",
    "track": "#2b3741",
    "quiet": "#5f88a0",
}
_LIGHT_COLOURS = {
    "muted": "#535f69",
    "faint": "#616c75",
    "rule": "#cfd0cb",
    "sel": "#dde9f0",
    "right": "#2a6a2e",
    "wrong": "#a92d22",
    "notice": "#7a5200",
    "strong": "#0d1317",
    "track": "#dcdcd6",
    "quiet": "#5a8ba6",
}
# Bright black text is illegible in many palettes, so it is left to the hairlines.
_TERMINAL_COLOURS = {
    "muted": "ansi_default",
    "faint": "ansi_default",
    "rule": "ansi_bright_black",
    "sel": "ansi_default",
    "right": "ansi_green",
    "wrong": "ansi_red",
    "notice": "ansi_yellow",
    "strong": "ansi_default",
    "track": "ansi_bright_black",
    "quiet": "ansi_cyan",
}


def themes() -> tuple[Theme, ...]:
    """All four, ready to register."""
    return (
        Theme(
            name=DARK,
            dark=True,
            primary="#78c2e2",
            secondary="#78c2e2",
            accent="#78c2e2",
            foreground="#d8e0e6",
            background="#12171c",
            surface="#1a2229",
            panel="#1a2229",
            success="#93cf84",
            warning="#e6bd6a",
            error="#f4978a",
            variables=_DARK_COLOURS,
        ),
        Theme(
            name=LIGHT,
            dark=False,
            primary="#10628a",
            secondary="#10628a",
            accent="#10628a",
            foreground="#232b32",
            background="#fbfaf6",
            surface="#f0eee8",
            panel="#f0eee8",
            success="#2a6a2e",
            warning="#7a5200",
            error="#a92d22",
            variables=_LIGHT_COLOURS,
        ),
        _terminal(TERMINAL_DARK, "ansi-dark"),
        _terminal(TERMINAL_LIGHT, "ansi-light"),
    )


def _terminal(name: str, base_name: str) -> Theme:
    base = BUILTIN_THEMES[base_name]
    # Without the variables of the built-in theme Textual misses names of its own and ends.
    return Theme(
        name=name,
        ansi=True,
        dark=base.dark,
        primary="ansi_cyan" if base.dark else "ansi_blue",
        secondary="ansi_cyan" if base.dark else "ansi_blue",
        accent="ansi_cyan" if base.dark else "ansi_blue",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_red",
        variables={**base.variables, **_TERMINAL_COLOURS},
    )


def variable_defaults() -> dict[str, str]:
    """Our own colour names for themes that do not know them."""
    return dict(_DARK_COLOURS)
