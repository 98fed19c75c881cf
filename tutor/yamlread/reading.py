"""What a schema reads with: the problems so far and the lines of the file."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from tutor.yamlread.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.yamlread.nodes import Node

# A file made to annoy could have hundreds of thousands, a line of it megabytes.
MAX_PROBLEMS = 500
_MAX_SOURCE = 10_000


class Bad(Enum):
    """The type of `BAD`."""

    BAD = 0


# Stands for a value that could not be read; a problem has been noted.
BAD: Final = Bad.BAD


class Reading:
    """Collects the problems of one file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.key = ""  # the one whose value is being read

    @property
    def full(self) -> bool:
        """Whether further problems are no longer noted."""
        return len(self.problems) > MAX_PROBLEMS

    def note(
        self,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Notes a problem at a place counted from 0."""
        if self.full:
            return
        if len(self.problems) == MAX_PROBLEMS:
            message, hint = f"more than {MAX_PROBLEMS} problems: the rest is not listed", ""
            severity = Severity.ERROR
        source = self.lines[line] if 0 <= line < len(self.lines) else ""
        if len(source) > _MAX_SOURCE:
            source = ""
        self.problems.append(
            Problem(self.path, line + 1, column + 1, severity, message, hint, source)
        )

    def error(self, node: Node, message: str, hint: str = "") -> Bad:
        """Notes an error at a node."""
        self.note(node.line, node.column, message, hint)
        return BAD

    def nearest(self, word: str, names: Iterable[str]) -> str:
        """`; did you mean "..."?` with the name most like the word, or an empty text."""
        return "" if self.full else nearest(word, names)


def nearest(word: str, names: Iterable[str]) -> str:
    """`; did you mean "..."?` with the name most like the word, or an empty text."""
    from difflib import get_close_matches

    # A word without end would take without end to compare.
    close = get_close_matches(word[:60], list(names), 1, 0.6)
    return f'; did you mean "{close[0]}"?' if close else ""
