"""Lines folded at words, so that no terminal cuts one in the middle of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A margin leaves at least so many columns for the text.
_NARROWEST = 12


def fold(text: str, width: int | None, lead: str = "") -> Iterator[str]:
    """The lines of a text, the first behind its lead, the others as far in; one line for None.

    A word that is longer than a line is cut, as the terminal would do.
    """
    words = text.split()
    if width is None:
        yield (lead + " ".join(words)).rstrip()
        return
    margin = " " * max(min(cells(lead), width - _NARROWEST), 0)
    line, begun = lead, False
    for word in words:
        for piece in _pieces(word, max(width - len(margin), 1)):
            longer = f"{line} {piece}" if begun else line + piece
            if cells(longer) > width and line.strip():
                yield line.rstrip()
                longer = margin + piece
            line, begun = longer, True
    yield line.rstrip()


def _pieces(word: str, room: int) -> Iterator[str]:
    """The word, in pieces where it is too long for one line."""
    if len(word) * 2 <= room or cells(word) <= room:
        yield word
        return
    piece, used = "", 0
    for one in word:
        size = cells(one)
        if piece and used + size > room:
            yield piece
            piece, used = "", 0
        piece, used = piece + one, used + size
    yield piece


def cells(text: str) -> int:
    """Columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(1 + (east_asian_width(one) in "WF") for one in text if not combining(one))
