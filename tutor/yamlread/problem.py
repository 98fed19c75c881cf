"""A problem in a file, and how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category, combining, east_asian_width

_TAB = 4  # cells that a tab is drawn with
_WIDTH = 96  # cells of a source line that are shown
_BEFORE = 60  # of these, at most so many before the caret
_INDENT = "    "


class Severity(StrEnum):
    """`error`: left out when the course opens; `fault`: opens with it; `hint`: worth a look."""

    ERROR = "error"
    FAULT = "fault"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and where.

    `path` is relative to the course folder, with `/`. `line` and `column` count from 1, in
    characters; 0 where there is no place. `source` is the text of that line, `hint` the way out.
    """

    path: str
    line: int
    column: int
    severity: Severity
    message: str
    hint: str = ""
    source: str = ""


def sort_key(problem: Problem) -> tuple[str, int, int, str]:
    """Orders problems by file and place."""
    return problem.path, problem.line, problem.column, problem.message


def render(problem: Problem) -> str:
    """The problem as lines of text: place and message, source line, caret, hint."""
    place = shown(problem.path)
    if problem.line:
        place += f":{problem.line}:{problem.column}"
    lines = [f"{place}: {problem.severity}: {shown(problem.message)}"]
    if problem.line and problem.source.strip():
        source, cells = _excerpt(problem.source, max(problem.column, 1))
        lines += [_INDENT + source, _INDENT + " " * cells + "^"]
    if problem.hint:
        lines.append(f"  hint: {_sentence(shown(problem.hint))}")
    return "\n".join(lines)


def _sentence(clause: str) -> str:
    """As the hints of every failure are said: with a capital and a full stop."""
    end = "" if clause.endswith((".", "?", "!")) else "."
    return clause[:1].upper() + clause[1:] + end


def shown(text: str) -> str:
    """The text on one line, with every character that a terminal would obey made visible."""
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char == "\t":
        return " " * _TAB
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    # Format characters turn text round or hide it; joiners inside emoji do no harm.
    if category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char != "\u200d":
        return f"<U+{code:04X}>"
    return char


def _cells(text: str) -> int:
    return sum(map(_char_cells, text))


def _char_cells(char: str) -> int:
    if combining(char) or category(char) in {"Mn", "Me"} or char == "\u200d":
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def _excerpt(source: str, column: int) -> tuple[str, int]:
    """The part of the line round the column, and how many cells stand before the caret."""
    # A window of characters first: a line may be megabytes long.
    start = max(0, column - 1 - _WIDTH)
    window = source[start : column - 1 + _WIDTH]
    before = shown(window[: column - 1 - start])
    after = shown(window[column - 1 - start :])
    cut = start > 0
    if not cut:
        bare = before.lstrip(" ")
        indent = len(before) - len(bare)
        # The indent of a deep line says nothing here.
        if not bare and after:
            before, after = "", after.lstrip(" ") or after
        elif indent:
            before = bare
    while _cells(before) > _BEFORE:
        before, cut = before[1:], True
    head = ("…" if cut else "") + before
    room = _WIDTH - _cells(head)
    tail = after.rstrip()
    if _cells(tail) > room or column - 1 + _WIDTH < len(source.rstrip()):
        while _cells(tail) > room - 1:
            tail = tail[:-1]
        tail += "…"
    return head + tail, _cells(head)
