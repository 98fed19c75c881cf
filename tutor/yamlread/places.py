"""Where each value of a file stands, for checks that come after reading."""

from __future__ import annotations

from tutor.yamlread.nodes import KeyPath, Node, Scalar, find
from tutor.yamlread.problem import Problem, Severity
from tutor.yamlread.reading import Reading


class Places:
    """Finds the place of a value by its path of keys and indexes in the file.

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

    def _load(self) -> tuple[Reading, Node | None]:
        if self._reading is None:
            from tutor.yamlread.document import nodes_of

            self._reading = Reading(self.path, self.text)
            self._root = nodes_of(self.text)[0]
        return self._reading, self._root
