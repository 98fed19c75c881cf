"""Records: a group of named keys, read as an object."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from typing import Any, NamedTuple, TypeAlias

from tutor.yamlread.nodes import KeyPath, Mapping, Node, Scalar, find
from tutor.yamlread.reading import BAD, Bad, Reading
from tutor.yamlread.scalars import Leaf, unexpected


class Objection(NamedTuple):
    """What a rule has against a value: the place within it, the message, the way out."""

    path: KeyPath
    message: str
    hint: str = ""


Rule: TypeAlias = Callable[[Any], Iterator[Objection]]


class Field:
    """A key, what it holds, and the attribute that its value becomes (none: checked, not kept).

    A key that may be left out has its default in the class that the record builds.
    """

    __slots__ = ("attribute", "key", "required", "schema")

    def __init__(
        self, key: str, schema: Any, required: bool = True, attribute: str | None = ""
    ) -> None:
        self.key = key
        self.schema = schema
        self.required = required
        self.attribute = key.replace("-", "_") if attribute == "" else attribute


class Record:
    """A group of keys that builds an object, in words `name` ("an option").

    `fields` stand in the order of the attributes of what is built; `given` names attributes before
    them that come from elsewhere (the key of a map). `rule` judges the whole.
    """

    def __init__(
        self,
        build: Any,
        name: str,
        fields: Seq[Field],
        rule: Rule | None = None,
        given: tuple[str, ...] = (),
    ) -> None:
        self.build, self.name, self.rule, self.given = build, name, rule, given
        self.fields = {field.key: field for field in fields}
        self.required = [field.key for field in fields if field.required]
        self._kept = [field for field in fields if field.attribute]
        self.attributes = (*given, *(str(field.attribute) for field in self._kept))
        # Text and numbers are the same in JSON: most fields need no call. A warm start thaws all
        # of a quiz, and looking at every field costs half as much again.
        self._nested = [
            (at, field.schema)
            for at, field in enumerate(self._kept, len(given))
            if not isinstance(field.schema, Leaf)
        ]

    def read(self, node: Node, reading: Reading, given: Map[str, Any] | None = None) -> Any | Bad:
        if not isinstance(node, Mapping):
            return unexpected(node, reading, f"{self.name} with its keys")
        values: dict[str, Any] = dict(given) if given else {}
        if not read_fields(node, reading, self.name, self.fields, self.required, values):
            return BAD
        built = self.build(**values)
        return built if not self.rule or obeys(self.rule, built, node, reading) else BAD

    def freeze(self, value: Any) -> Any:
        values = [getattr(value, name) for name in self.attributes]
        for at, schema in self._nested:
            if values[at] is not None:
                values[at] = schema.freeze(values[at])
        return values

    def thaw(self, data: Any) -> Any:
        return self.build(*self.thawed(data))

    def thawed(self, data: Any) -> Any:
        """The values of the attributes, in their order."""
        if not self._nested:
            return data
        values = list(data)
        for at, schema in self._nested:
            if values[at] is not None:
                values[at] = schema.thaw(values[at])
        return values

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        for field in self._kept:
            one = getattr(value, str(field.attribute))
            if one is not None:
                yield from field.schema.prose(one, (*path, field.key))


def read_fields(
    node: Mapping,
    reading: Reading,
    name: str,
    fields: Map[str, Field],
    required: list[str],
    values: dict[str, Any],
) -> bool:
    """Reads every key into `values`, under its attribute; whether all was well."""
    good = not node.refused
    for key, (key_node, value_node) in node.entries.items():
        field = fields.get(key)
        if field is None:
            _unknown(key, key_node, value_node, node, reading, fields)
            good = False
            continue
        reading.key = key
        value = field.schema.read(value_node, reading)
        if value is BAD:
            good = False
        elif field.attribute:
            values[field.attribute] = value
    for key in required:
        if key not in node.entries:
            reading.error(node, f'{name} needs "{key}"')
            good = False
    return good


def obeys(rule: Rule, value: Any, node: Mapping, reading: Reading) -> bool:
    """Notes what the rule has against the value; whether it has nothing."""
    objections = list(rule(value))
    for objection in objections:
        place, _ = find(node, objection.path)
        reading.error(place, objection.message, objection.hint)
    return not objections


def _unknown(
    key: str,
    key_node: Scalar,
    value: Node,
    node: Mapping,
    reading: Reading,
    fields: Map[str, Field],
) -> None:
    word = " ".join(key[:60].split())
    empty = isinstance(value, Scalar) and value.plain and not value.value
    if node.flow and empty and key_node.plain:
        message = "a comma inside braces ends the value: quote the text"
        reading.error(key_node, message, f'"{word}" is read as a key of its own')
        return
    hint = "" if reading.full else f"keys: {', '.join(fields)}"
    reading.error(key_node, f'unknown key "{word}"{reading.nearest(key, fields)}', hint)
