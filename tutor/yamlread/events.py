"""PyYAML's events to nodes. Everything that a hostile file could do ends here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from tutor.yamlread.nodes import Mapping, Node, Scalar, Sequence
from tutor.yamlread.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 32
MAX_NODES = 400_000


class Refusal(NamedTuple):
    """Something that may not be in a file, at a place counted from 0."""

    line: int
    column: int
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


class Built(NamedTuple):
    """The root node, none where reading had to stop or the file has no content."""

    root: Node | None
    refusals: list[Refusal]
    error: Exception | None  # PyYAML's, on bad syntax


class _StopReadingError(Exception):
    """Nothing of the file is used."""


def parser(text: str, pure: bool = False) -> Any:
    """PyYAML's parser: the one in C where it exists, else, or if asked for, the one in Python."""
    import yaml

    return (yaml.SafeLoader if pure else getattr(yaml, "CSafeLoader", yaml.SafeLoader))(text)


def build(text: str, pure: bool = False) -> Built:
    """Builds the nodes of a text; raises nothing."""
    import yaml

    builder = _Builder()
    try:
        loader = parser(text, pure)
        try:
            root = builder.run(loader.get_event)
        finally:
            loader.dispose()
    except _StopReadingError:
        return Built(None, builder.refusals, None)
    # The parser in Python lets out what chr() and int() say of absurd numbers.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return Built(None, builder.refusals, error)
    return Built(root, builder.refusals, None)


class _Builder:
    """One loop and a stack of open collections: without recursion no depth can break it."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []
        self.root: Node | None = None
        self.open: list[Node] = []
        self.keys: list[
            Node | None
        ] = []  # beside each open mapping: its key that waits for a value

    def run(self, get_event: Callable[[], Any]) -> Node | None:
        from yaml.events import (
            AliasEvent,
            DocumentStartEvent,
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
        )

        opened, keys = self.open, self.keys
        documents = count = flows = 0
        node: Node
        while (event := get_event()) is not None:
            kind = type(event)
            mark = event.start_mark
            if kind is ScalarEvent:
                end = event.end_mark
                node = Scalar(
                    event.value, mark.line, mark.column, not event.style, end.line, end.column
                )
                if flows and not event.style and "?" in event.value:
                    self.question_mark(mark)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(opened) == MAX_DEPTH:
                    self.stop(mark, f"nested more than {MAX_DEPTH} levels deep")
                flow = bool(event.flow_style)
                flows += flow
                if kind is MappingStartEvent:
                    node = Mapping(mark.line, mark.column, flow)
                else:
                    node = Sequence(mark.line, mark.column)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                flows -= flows > 0  # inside braces or brackets everything is flow
                opened.pop()
                keys.pop()
                continue
            elif kind is AliasEvent:
                node = self.alias(event)
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    self.stop(mark, "a second document begins here", "keep one document a file")
                continue

            count += 1
            if count > MAX_NODES:
                self.stop(mark, f"more than {MAX_NODES:,} values in one file", "split the file")
            if kind is not AliasEvent and (event.anchor or event.tag):
                self.extras(event, node)
            if not opened:
                self.root = node
            elif type(parent := opened[-1]) is Sequence:
                parent.items.append(node)
            else:
                keys[-1] = self.into_mapping(parent, keys[-1], node)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                opened.append(node)
                keys.append(None)
        return self.root

    def into_mapping(self, parent: Any, key: Node | None, node: Node) -> Node | None:
        """Takes the node as key or as the value of the waiting key; returns the key that waits."""
        if key is None:
            if not isinstance(node, Scalar):
                parent.refused = True
                if not node.refused:
                    self.not_a_key(node)
            return node
        if not isinstance(key, Scalar):
            return None  # its key was refused, and the mapping with it
        if key.refused:
            parent.refused = True
        if key.value in parent.entries:
            first = parent.entries[key.value][0].line + 1
            parent.refused = True
            message = f'key "{key.value}" appears twice (first on line {first})'
            self.refusals.append(Refusal(key.line, key.column, message))
        else:
            parent.entries[key.value] = (key, node)
        return None

    def alias(self, event: Any) -> Node:
        mark = event.start_mark
        message = f"aliases (*{event.anchor}) are not allowed"
        hint = "write the value out; a text that begins with * needs quotes"
        self.refusals.append(Refusal(mark.line, mark.column, message, hint))
        return Node(mark.line, mark.column, refused=True)

    def extras(self, event: Any, node: Node) -> None:
        mark = event.start_mark
        node.refused = True
        if event.anchor:
            message = f"anchors (&{event.anchor}) are not allowed"
            hint = "a text that begins with & needs quotes"
            self.refusals.append(Refusal(mark.line, mark.column, message, hint))
        if event.tag:
            message = f"tags ({event.tag}) are not allowed"
            hint = "a text that begins with ! needs quotes"
            self.refusals.append(Refusal(mark.line, mark.column, message, hint))

    def not_a_key(self, node: Node) -> None:
        message = "a list or a group of keys cannot be a key"
        hint = "braces and brackets in a text need quotes round it"
        self.refusals.append(Refusal(node.line, node.column, message, hint))

    def question_mark(self, mark: Any) -> None:
        message = "text with a question mark inside braces or brackets stands without quotes"
        hint = "some YAML readers end the text there: put it in quotes"
        self.refusals.append(Refusal(mark.line, mark.column, message, hint, Severity.HINT))

    def stop(self, mark: Any, message: str, hint: str = "") -> NoReturn:
        self.refusals.append(Refusal(mark.line, mark.column, message, hint))
        raise _StopReadingError
