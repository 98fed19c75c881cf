"""Where each value of a file stands, for checks that come after reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.yamlread.nodes import KeyPath, Mapping, Node, Scalar, Sequence, find
from tutor.yamlread.problem import Problem, Severity
from tutor.yamlread.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator


class Places:
    """Finds the place of a value by its path of keys and indexes in the file.

    It also says what stands there as written, for what no schema could read.

    The text is kept and read again when first asked: most files have no problem, and the nodes of
    ten thousand items weigh ten times their text.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._reading: Reading | None = None
        self._root: Node | None = None

    def at(self, keys: KeyPath, words: str = "") -> tuple[int, int]:
        """Line and column, from 1, of a value; of `words` within it where they are found.

        Where the path leads nowhere, the nearest value above it; (1, 1) for an unreadable file.
        """
        reading, root = self._load()
        if root is None:
            return 1, 1
        node, _ = find(root, keys)
        if words and isinstance(node, Scalar):
            for line in range(node.line, min(node.end_line + 1, len(reading.lines))):
                start = node.column if line == node.line else 0
                column = reading.lines[line].find(words, start)
                if column >= 0:
                    return line + 1, column + 1
        return node.line + 1, node.column + 1

    def problem(
        self,
        keys: KeyPath,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
        words: str = "",
    ) -> Problem:
        """A problem at the place of a value."""
        line, column = self.at(keys, words)
        reading, _ = self._load()
        one = Reading(self.path, "")
        one.lines = reading.lines
        one.note(line - 1, column - 1, message, hint, severity)
        return one.problems[0]

    def written(self, keys: KeyPath) -> str:
        """The text at a path; empty where there is none."""
        node = self._node(keys)
        return node.value.strip() if isinstance(node, Scalar) else ""

    def texts(self, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
        """Every text at or below a path, with its own path, in the order of the file."""
        waiting = [(keys, self._node(keys))]
        while waiting:
            path, node = waiting.pop()
            if isinstance(node, Scalar):
                yield path, node.value.strip()
            elif isinstance(node, Sequence):
                inside = [((*path, at), one) for at, one in enumerate(node.items)]
                waiting += reversed(inside)
            elif isinstance(node, Mapping):
                named = [((*path, key), one) for key, (_, one) in node.entries.items()]
                waiting += reversed(named)

    def names(self, keys: KeyPath) -> tuple[str, ...]:
        """The keys of the group at a path; none where there is no group."""
        node = self._node(keys)
        return tuple(node.entries) if isinstance(node, Mapping) else ()

    def count(self, keys: KeyPath) -> int:
        """How many entries the list at a path has; 0 where there is no list."""
        node = self._node(keys)
        return len(node.items) if isinstance(node, Sequence) else 0

    def _node(self, keys: KeyPath) -> Node | None:
        _, root = self._load()
        if root is None:
            return None
        node, found = find(root, keys)
        return node if found else None

    def _load(self) -> tuple[Reading, Node | None]:
        if self._reading is None:
            from tutor.yamlread.events import build

            self._reading = Reading(self.path, self.text)
            self._root = build(self.text).root
        return self._reading, self._root
