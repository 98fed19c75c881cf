"""Schemas made of schemas: lists, maps, and values that may be written in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.yamlread.nodes import KeyPath, Mapping, Node, Scalar, Sequence
from tutor.yamlread.reading import BAD, Bad, Reading
from tutor.yamlread.scalars import Leaf, Reader, Schema, unexpected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.yamlread.record import Record


class ListOf:
    """A list, read as a tuple. One bad entry makes the list bad."""

    def __init__(self, entry: Schema, least: int = 0, most: int | None = None) -> None:
        self.entry, self.least, self.most = entry, least, most

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | Bad:
        if not isinstance(node, Sequence):
            return _no_list(node, reading)
        read, key = self.entry.read, reading.key
        values = tuple([read(one, reading) for one in node.items])
        if len(values) < self.least:
            wanted = "entry" if self.least == 1 else "entries"
            message = f"{_size(key, values)}: it needs at least {self.least} {wanted}"
            return reading.error(node, message)
        if self.most is not None and len(values) > self.most:
            return reading.error(node, f"{_size(key, values)}: it takes at most {self.most}")
        return BAD if node.refused or BAD in values else values

    def freeze(self, value: Any) -> Any:
        return [self.entry.freeze(one) for one in value]

    def thaw(self, data: Any) -> Any:
        return tuple(data if isinstance(self.entry, Leaf) else map(self.entry.thaw, data))

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        for index, one in enumerate(value):
            yield from self.entry.prose(one, (*path, index))


class KeptList:
    """A list of which a bad entry becomes None, so that the others keep their places."""

    def __init__(self, entry: Reader) -> None:
        self.entry = entry

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | Bad:
        if not isinstance(node, Sequence):
            return _no_list(node, reading)
        values = [self.entry.read(one, reading) for one in node.items]
        return BAD if node.refused else tuple([None if one is BAD else one for one in values])


class MapOf:
    """Keys of one kind with values of one kind, read as a tuple of pairs."""

    def __init__(self, key: Schema, value: Schema) -> None:
        self.key, self.value = key, value

    def read(self, node: Node, reading: Reading) -> tuple[tuple[Any, Any], ...] | Bad:
        if not isinstance(node, Mapping):
            return unexpected(node, reading, "a group of keys")
        pairs = tuple(
            [
                (self.key.read(key, reading), self.value.read(value, reading))
                for key, value in node.entries.values()
            ]
        )
        bad = node.refused or any(BAD in pair for pair in pairs)
        return BAD if bad else pairs

    def freeze(self, value: Any) -> Any:
        return [[self.key.freeze(key), self.value.freeze(one)] for key, one in value]

    def thaw(self, data: Any) -> Any:
        return tuple([(self.key.thaw(key), self.value.thaw(one)) for key, one in data])

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        for key, one in value:
            yield from self.value.prose(one, (*path, key))


class PairOf(MapOf):
    """One key with its value, read as a pair."""

    def read(self, node: Node, reading: Reading) -> Any | Bad:
        key = reading.key
        pairs = super().read(node, reading)
        if pairs is BAD or len(pairs) == 1:
            return pairs if pairs is BAD else pairs[0]
        return reading.error(node, f"{_size(key, pairs)}: it takes one")

    def freeze(self, value: Any) -> Any:
        return super().freeze((value,))

    def thaw(self, data: Any) -> Any:
        return super().thaw(data)[0]

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        return super().prose((value,), path)


class Keyed:
    """Records under their ids, read as a tuple. The id becomes an attribute of the record."""

    def __init__(self, key: Schema, record: Record) -> None:
        self.key, self.record = key, record

    def each(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        """The record, or `BAD`, under every key."""
        values: dict[str, Any] = {}
        for name, (key, value) in node.entries.items():
            own_id = self.key.read(key, reading)
            record = self.record.read(value, reading, {"id": own_id})
            values[name] = BAD if own_id is BAD else record
        return values

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | Bad:
        if not isinstance(node, Mapping):
            return unexpected(node, reading, "ids with their keys")
        values = tuple(self.each(node, reading).values())
        return BAD if node.refused or BAD in values else values

    def freeze(self, value: Any) -> Any:
        return [self.record.freeze(one) for one in value]

    def thaw(self, data: Any) -> Any:
        return tuple(map(self.record.thaw, data))

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        for one in value:
            yield from self.record.prose(one, (*path, one.id))


class KeptKeyed(Keyed):
    """As `Keyed`, read as a dictionary in which a bad record is None."""

    def read(self, node: Node, reading: Reading) -> Any | Bad:
        if not isinstance(node, Mapping):
            return unexpected(node, reading, "ids with their keys")
        values = self.each(node, reading)
        return {name: None if one is BAD else one for name, one in values.items()}


class Short:
    """A record that may be written as a bare text, which then is the value of one key."""

    def __init__(self, record: Record, key: str) -> None:
        self.record, self.key = record, key

    def read(self, node: Node, reading: Reading) -> Any | Bad:
        if not isinstance(node, Scalar):
            return self.record.read(node, reading)
        text = self.record.fields[self.key].schema.read(node, reading)
        return BAD if text is BAD else self.record.build(**{self.key: text})

    def freeze(self, value: Any) -> Any:
        return self.record.freeze(value)

    def thaw(self, data: Any) -> Any:
        return self.record.thaw(data)

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        return self.record.prose(value, path)


class TextOr(Leaf):
    """A text, or a group of keys read by another schema. For values that are not kept."""

    def __init__(self, text: Reader, other: Reader) -> None:
        self.text, self.other = text, other

    def read(self, node: Node, reading: Reading) -> Any | Bad:
        chosen = self.other if isinstance(node, Mapping) else self.text
        return chosen.read(node, reading)


class WithKey:
    """One of two records: the first where a key is there, else the second."""

    def __init__(self, key: str, present: Record, absent: Record) -> None:
        self.key, self.present, self.absent = key, present, absent

    def read(self, node: Node, reading: Reading) -> Any | Bad:
        there = isinstance(node, Mapping) and self.key in node.entries
        return (self.present if there else self.absent).read(node, reading)

    def _record(self, value: Any) -> Record:
        return self.present if isinstance(value, self.present.build) else self.absent

    def freeze(self, value: Any) -> Any:
        record = self._record(value)
        return [record is self.present, record.freeze(value)]

    def thaw(self, data: Any) -> Any:
        present, values = data
        return (self.present if present else self.absent).thaw(values)

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        return self._record(value).prose(value, path)


def _size(key: str, values: tuple[Any, ...]) -> str:
    """How many entries a key has, in words."""
    if not values:
        return f'"{key}" is empty'
    return f'"{key}" has {len(values)} entr{"y" if len(values) == 1 else "ies"}'


def _no_list(node: Node, reading: Reading) -> Bad:
    hint = "put it in square brackets, or below with a hyphen" if isinstance(node, Scalar) else ""
    return unexpected(node, reading, "a list", hint)
