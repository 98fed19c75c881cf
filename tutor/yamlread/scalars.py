"""Schemas of single values. The schema, not YAML, decides how a text is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from tutor.yamlread.nodes import KeyPath, Node, Scalar, kind_of
from tutor.yamlread.problem import Severity
from tutor.yamlread.reading import BAD, Bad, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reader(Protocol):
    """Reads a node into a typed value, or into `BAD` with a problem noted."""

    def read(self, node: Node, reading: Reading) -> Any | Bad: ...


class Schema(Reader, Protocol):
    """A reader that also turns its value into plain JSON values and back, without checks."""

    def freeze(self, value: Any) -> Any: ...

    def thaw(self, data: Any) -> Any: ...

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        """Every text of the value that is Markdown in the small, with its place."""


class Leaf:
    """A value that is the same in JSON and holds no prose."""

    def freeze(self, value: Any) -> Any:
        return value

    def thaw(self, data: Any) -> Any:
        return data

    def prose(self, _value: Any, _path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        return iter(())


class Str(Leaf):
    """Text, taken as written. `prose` may run over several lines and is Markdown in the small.

    `pattern` with `expected` ("an id ...") narrows what a name may look like.
    """

    def __init__(self, prose: bool = False, pattern: str = "", expected: str = "text") -> None:
        self.is_prose = prose
        self.matches = re.compile(pattern).fullmatch if pattern else None
        self.expected = expected

    def read(self, node: Node, reading: Reading) -> str | Bad:
        if type(node) is not Scalar:
            hint = "a text with braces or brackets needs quotes" if not node.refused else ""
            return unexpected(node, reading, self.expected, hint)
        value = node.value.strip()
        if not value:
            return reading.error(node, f"expected {self.expected}, found nothing")
        if node.plain and self.is_prose:
            _warn_if_cut(node, reading)
        if "\n" in value and not self.is_prose:
            return reading.error(node, f"expected {self.expected} on one line")
        if self.matches and not self.matches(value):
            return unexpected(node, reading, self.expected)
        return BAD if node.refused else value

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        if self.is_prose and value is not None:
            yield path, value


class Bool(Leaf):
    """`true` or `false`, and no other word for it."""

    def read(self, node: Node, reading: Reading) -> bool | Bad:
        if isinstance(node, Scalar) and node.plain and not node.refused:
            if node.value in ("true", "false"):
                return node.value == "true"
            if node.value:
                return reading.error(node, f"write true or false, not {kind_of(node)}")
        hint = "write it without quotes" if _quoted(node, "true|false") else ""
        return unexpected(node, reading, "true or false", hint)


class _Numeric(Leaf):
    pattern = ""
    expected = ""

    def __init__(self, low: float | None = None, high: float | None = None) -> None:
        self.low, self.high = low, high

    def text(self, node: Node, reading: Reading) -> str | Bad:
        if not (isinstance(node, Scalar) and node.plain and re.fullmatch(self.pattern, node.value)):
            return unexpected(node, reading, self.expected, _number_hint(node, self.pattern))
        value = float(node.value)
        if (self.low is not None and value < self.low) or (
            self.high is not None and value > self.high
        ):
            return reading.error(node, f"expected {self.bounds()}, found {kind_of(node)}")
        return BAD if node.refused else node.value

    def bounds(self) -> str:
        if self.high is None:
            return f"at least {self.low:g}"
        if self.low == self.high:
            return f"{self.low:g}"
        return f"at most {self.high:g}" if self.low is None else f"{self.low:g} to {self.high:g}"


class Int(_Numeric):
    """A whole number in plain decimal digits, bounds included."""

    pattern = "-?(?:0|[1-9][0-9]{0,14})"
    expected = "a whole number"

    def read(self, node: Node, reading: Reading) -> int | Bad:
        text = self.text(node, reading)
        return BAD if text is BAD else int(text)


class Number(_Numeric):
    """A number in plain decimals, bounds included."""

    pattern = r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?"
    expected = "a number"

    def read(self, node: Node, reading: Reading) -> float | Bad:
        text = self.text(node, reading)
        return BAD if text is BAD else float(text)


class Choice(Leaf):
    """One of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, reading: Reading) -> str | Bad:
        if not isinstance(node, Scalar):
            return unexpected(node, reading, f"one of {', '.join(self.words)}")
        if node.value in self.words:
            return BAD if node.refused else node.value
        return reading.error(
            node,
            f"expected one of {', '.join(self.words)}, found {kind_of(node)}"
            + reading.nearest(node.value, self.words),
        )


def _quoted(node: Node, pattern: str) -> bool:
    return isinstance(node, Scalar) and not node.plain and bool(re.fullmatch(pattern, node.value))


def _number_hint(node: Node, pattern: str) -> str:
    if not isinstance(node, Scalar):
        return ""
    if _quoted(node, pattern):
        return "write it without quotes"
    if re.fullmatch("-?0[0-9]+", node.value):
        return "without zeros in front"
    if re.fullmatch(r"-?[0-9]{16,}(?:\.[0-9]+)?", node.value):
        return "it is too large: at most 15 digits before the point"
    if re.fullmatch(r"-?[0-9]+\.[0-9]{16,}", node.value):
        return "at most 15 digits behind the point"
    if re.fullmatch("-?[0-9]+,[0-9]+", node.value):
        return "write a decimal point, not a comma"
    return ""


def unexpected(node: Node, reading: Reading, expected: str, hint: str = "") -> Bad:
    """Notes that something else was expected."""
    if node.refused:
        return BAD  # named already
    return reading.error(node, f"expected {expected}, found {kind_of(node)}", hint)


def _warn_if_cut(node: Scalar, reading: Reading) -> None:
    """YAML ends a plain text at ` #` without a word."""
    if node.end_line >= len(reading.lines):
        return
    rest = reading.lines[node.end_line][node.end_column :]
    bare = rest.lstrip()
    if bare.startswith("#") and rest != bare:
        reading.note(
            node.end_line,
            node.end_column + len(rest) - len(bare),
            "the text ends here: what follows is a comment",
            "put the text in quotes if # belongs to it, else the comment on a line of its own",
            Severity.HINT,
        )
