"""What a YAML file says, as values with places. Scalars stay text for the schema to read."""

from __future__ import annotations

from typing import TypeAlias

Key: TypeAlias = str | int
KeyPath: TypeAlias = tuple[Key, ...]


class Node:
    """A value and where it begins. Lines and columns count from 0 here, as YAML counts them.

    `refused` marks a node with something in it that may not be there: it is read for further
    problems, and its value is not used.
    """

    __slots__ = ("column", "line", "refused")

    def __init__(self, line: int, column: int, refused: bool = False) -> None:
        self.line = line
        self.column = column
        self.refused = refused


class Scalar(Node):
    """Text as written. `plain` is text without quotes that is no block.

    The ends say where the text stops: for a block, the line after it.
    """

    __slots__ = ("end_column", "end_line", "plain", "value")

    def __init__(
        self, value: str, line: int, column: int, plain: bool, end_line: int, end_column: int
    ) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.plain = plain
        self.end_line = end_line
        self.end_column = end_column
        self.refused = False


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: list[Node] = []


class Mapping(Node):
    """Keys and values in the order of the file; `flow` when written in braces."""

    __slots__ = ("entries", "flow")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        super().__init__(line, column)
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.flow = flow


def find(root: Node, path: KeyPath) -> tuple[Node, bool]:
    """The node at a path of keys and indexes, or the nearest one above it; and whether all matched.

    A mapping's entry is found by its value.
    """
    node = root
    for key in path:
        if isinstance(node, Mapping) and key in node.entries:
            node = node.entries[str(key)][1]
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
        else:
            return node, False
    return node, True


def kind_of(node: Node) -> str:
    """What a node is, for a message."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a group of keys"
    if isinstance(node, Scalar) and node.plain and not node.value:
        return "nothing"
    if isinstance(node, Scalar):
        text = " ".join(node.value.split())
        return f'"{text[:39]}…"' if len(text) > 40 else f'"{text}"'
    return "an alias"
