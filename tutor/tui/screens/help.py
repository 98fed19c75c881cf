"""Help: every key of the screen it was called from, the signs, and what was said lately."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor import __version__
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

_WIDEST_KEYS = 14
_NAMES = {
    "question_mark": "?",
    "escape": "esc",
    "left": "←",
    "right": "→",
    "shift+tab": "",
    "f2": "f2",
    "slash": "/",
}
_EVERYWHERE = (
    ("↑ ↓", "Move the bar; scroll where nothing can be chosen"),
    ("pgup pgdn", "A page up or down"),
    ("home end", "The first row; the last"),
    ("ctrl+p", "Commands: go to any lesson, quiz or place"),
    ("ctrl+q", "Quit"),
)
_SIGNS = (
    ("✓", "right, passed, done"),
    ("✗", "not this one"),
    ("▽", "partly right"),
    ("◐", "started"),
    ("○", "new, or no answer"),
)
_LAST_NOTICES = 5


class HelpScreen(Place):
    """Escape, Enter or `?` goes back."""

    AUTO_FOCUS = "#help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,question_mark,f1", "leave", "Back"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._rows = tuple(_rows(place))

    def body(self) -> ComposeResult:
        yield Sheet(self._lines, reading=True, id="help")

    def heading(self) -> Heading:
        return Heading("Help", "", f"footdrop {__version__}")

    def keys(self) -> tuple[Key, ...]:
        return (Key("↑ ↓", "scroll"), Key("esc", "back", "leave"))

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        column = min(max(len(keys) for keys, _ in (*self._rows, *_EVERYWHERE)), _WIDEST_KEYS) + 2
        lines: list[Line] = []
        for title, rows in (
            ("Keys here", self._rows),
            ("Keys everywhere", _EVERYWHERE),
            ("Signs", _SIGNS),
        ):
            lines += [BLANK] if lines else []
            lines.append(Line((Run(title, "head"),)))
            for keys, words in rows:
                lines += paragraph((Run(words),), width, first=(Run(f"{keys:<{column}}", "key"),))
        said = self.tutor.notices[-_LAST_NOTICES:]
        if said:
            lines += [BLANK, Line((Run("Said lately", "head"),))]
            for notice in reversed(said):
                lines += paragraph((Run(notice, "muted"),), width)
        about = (
            "footdrop is for learning. It is not medical advice and does not replace an "
            "examination. Every statement names its source; s shows it."
        )
        return [*lines, BLANK, *paragraph((Run(about, "muted"),), width)]


def _rows(place: Place) -> Iterable[tuple[str, str]]:
    """The bindings of a screen, those with the same words in one row."""
    keys: dict[str, list[str]] = {}
    taken: set[str] = set()  # a screen's own meaning of a key hides that of every screen
    for owner in type(place).__mro__:
        for one in vars(owner).get("BINDINGS", ()):
            if isinstance(one, Binding) and issubclass(owner, Place):
                names = [_NAMES.get(key, key) for key in one.key.split(",") if key not in taken]
                taken.update(one.key.split(","))
                keys.setdefault(one.description, []).extend(name for name in names if name)
    offered = {key.key: key.verb for key in place.key_bar.keys}
    if "enter" in offered and "enter" not in taken:  # the sheet with the bar takes it
        yield "enter", offered["enter"].capitalize()
    for words, names in keys.items():
        if not names:
            continue
        digits = [name for name in names if name.isdigit()]
        shown = f"{digits[0]}-{digits[-1]}" if len(digits) > 1 else " ".join(names)
        yield shown, words
