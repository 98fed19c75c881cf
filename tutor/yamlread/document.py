"""A file's bytes to a typed value by a schema, with every problem of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.yamlread.characters import LOST, describe, first_refused, replace_refused
from tutor.yamlread.events import Refusal, build
from tutor.yamlread.nodes import Mapping, Node, Scalar, Sequence
from tutor.yamlread.places import Places
from tutor.yamlread.reading import BAD, Reading

if TYPE_CHECKING:
    from tutor.yamlread.problem import Problem
    from tutor.yamlread.scalars import Reader

MAX_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: `value` is None where nothing of it can be used.

    `names` are the texts of its uppermost keys, which may be there even when `value` is not.
    """

    value: Any
    problems: tuple[Problem, ...]
    places: Places
    names: dict[str, str]


def read_document(data: bytes, path: str, schema: Reader) -> Document:
    """Reads a file's bytes. Whatever they are, this raises nothing: it notes problems."""
    text, refusal = _decode(data)
    text, lost = replace_refused(text)
    reading = Reading(path, text)
    root: Node | None = None
    if refusal is not None:
        reading.note(*refusal)
    else:
        for place in lost:
            reading.note(place.line - 1, place.column - 1, place.message, "delete it")
        root, refusals = nodes_of(text)
        for one in refusals:
            reading.note(*one)
        if root is None and not refusals:
            reading.note(0, 0, "the file is empty")
    value: Any = BAD
    if root is not None:
        if lost or "\\" in text:
            _refuse_characters(root, reading, bool(lost))
        value = schema.read(root, reading)
    return Document(
        value=None if value is BAD else value,
        problems=tuple(reading.problems),
        # What was cut short would be looked at as if it ended there.
        places=Places(path, text if refusal is None else ""),
        names=_names(root),
    )


def nodes_of(text: str) -> tuple[Node | None, list[Refusal]]:
    """The root node and what was refused; no root where nothing of the file can be used."""
    root, refusals, error = build(text)
    if error is not None:
        from tutor.yamlread.syntax import syntax_refusal

        refusals.append(syntax_refusal(error, text))
    return root, refusals


def _decode(data: bytes) -> tuple[str, Refusal | None]:
    if len(data) > MAX_BYTES:
        return "", Refusal(
            -1, -1, f"the file is larger than {MAX_BYTES // 1_000_000} MB", "split the file"
        )
    try:
        text = _newlines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        text = _newlines(data[: error.start].decode("utf-8-sig", "replace"))
        return text, _at_end(text, "the text is not UTF-8 from here on", "save the file as UTF-8")
    if "\0" in text:
        text = text[: text.index("\0")]
        return text, _at_end(text, "a zero byte: this is no text file")
    return text, None


def _at_end(text: str, message: str, hint: str = "") -> Refusal:
    return Refusal(text.count("\n"), len(text) - text.rfind("\n") - 1, message, hint)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_characters(root: Node, reading: Reading, lost: bool) -> None:
    """Marks the texts that held a refused character, and finds those written as escapes."""
    open_nodes = [root]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, Sequence):
            open_nodes += node.items
        elif isinstance(node, Mapping):
            for key, (key_node, value) in node.entries.items():
                open_nodes += (key_node, value)
                if first_refused(key):
                    node.refused = True
        elif isinstance(node, Scalar) and (char := first_refused(node.value)):
            if char != LOST or not lost:
                reading.note(node.line, node.column, describe(char), "delete it")
            node.refused = True


def _names(root: Node | None) -> dict[str, str]:
    if not isinstance(root, Mapping):
        return {}
    pairs = ((key, value) for key, (_, value) in root.entries.items())
    return {key: value.value.strip() for key, value in pairs if isinstance(value, Scalar)}
