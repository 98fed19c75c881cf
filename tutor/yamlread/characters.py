"""Characters that may not stand in a course: a terminal would obey them, or the eye miss them."""

from __future__ import annotations

import re
from typing import NamedTuple

# C0 (but newline and tab), DEL, C1, line separators of Unicode, bidi overrides and isolates, lone
# surrogates, the sign for a character that was lost, and two that are none.
_REFUSED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffd\ufffe\uffff"
)
_PATTERN = re.compile(f"[{_REFUSED}]")
LOST = "\ufffd"


class Place(NamedTuple):
    """A refused character and its place; line and column count from 1."""

    line: int
    column: int
    message: str


def describe(char: str) -> str:
    """Names a refused character."""
    code = f"U+{ord(char):04X}"
    if char == LOST:
        return f"{code} stands for a character that was lost"
    if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        return f"{code} changes the direction of the text unseen"
    if char in "\u2028\u2029":
        return f"{code} is a line break that editors do not show"
    return f"control character {code}"


def first_refused(text: str) -> str:
    """The first refused character, or nothing."""
    found = _PATTERN.search(text)
    return found.group() if found else ""


def replace_refused(text: str, limit: int = 20) -> tuple[str, list[Place]]:
    """The text with each refused character replaced by `LOST`, and the places of the first ones.

    Lines and columns stay as they were, so the rest of the file can still be read.
    """
    if not _PATTERN.search(text):
        return text, []
    places: list[Place] = []
    for found in _PATTERN.finditer(text):
        if len(places) == limit:
            break
        start = found.start()
        line_start = text.rfind("\n", 0, start) + 1
        places.append(
            Place(text.count("\n", 0, start) + 1, start - line_start + 1, describe(found.group()))
        )
    return _PATTERN.sub(LOST, text), places
