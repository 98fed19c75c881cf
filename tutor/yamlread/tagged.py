"""Records of one kind whose further keys depend on their type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutor.yamlread.nodes import KeyPath, Mapping, Node, Scalar
from tutor.yamlread.reading import BAD, Bad, Reading
from tutor.yamlread.record import Field, Record, obeys, read_fields
from tutor.yamlread.scalars import unexpected

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Map
    from collections.abc import Sequence as Seq


class Tagged:
    """Records of one kind that share fields and have others by their type.

    The other fields build the attribute `body`. `later` are types of the format that this version
    does not read yet.
    """

    def __init__(
        self,
        build: Any,
        name: str,
        fields: Seq[Field],
        variants: Map[str, Record],
        later: tuple[str, ...] = (),
    ) -> None:
        self.shared = Record(build, name, fields)
        self.variants, self.later = variants, later

    def read(self, node: Node, reading: Reading) -> Any | Bad:
        name = self.shared.name
        if not isinstance(node, Mapping):
            return unexpected(node, reading, f"{name} with its keys")
        variant = self._variant(node, reading)
        values: dict[str, Any] = {}
        if variant is None:
            self._read_shared(node, reading, values)
            return BAD
        fields = self.shared.fields | variant.fields
        required = self.shared.required + variant.required
        if not read_fields(node, reading, name, fields, required, values):
            return BAD
        own = {key: values.pop(key) for key in variant.attributes if key in values}
        body = variant.build(**own)
        if variant.rule and not obeys(variant.rule, body, node, reading):
            return BAD
        return self.shared.build(**values, body=body)

    def _variant(self, node: Mapping, reading: Reading) -> Record | None:
        if "type" not in node.entries:
            self._needs_type(node, reading)
            return None
        kind = node.entries["type"][1]
        if not isinstance(kind, Scalar):
            unexpected(kind, reading, "a type", self._types())
        elif kind.value in self.variants:
            return self.variants[kind.value]
        elif kind.value in self.later:
            message = f'type "{kind.value}" is not known to this version of footdrop yet'
            reading.error(kind, message, self._types())
        else:
            close = reading.nearest(kind.value, [*self.variants, *self.later])
            word = " ".join(kind.value[:60].split())
            reading.error(kind, f'unknown type "{word}"{close}', self._types())
        return None

    def _needs_type(self, node: Mapping, reading: Reading) -> None:
        """Names the misspelt key where there is one."""
        known = self.shared.fields.keys() | {k for v in self.variants.values() for k in v.fields}
        for key, (key_node, _) in node.entries.items():
            if key not in known and (close := reading.nearest(key, ["type"])):
                word = " ".join(key[:60].split())
                reading.error(key_node, f'unknown key "{word}"{close}', self._types())
                return
        reading.error(node, f'{self.shared.name} needs "type"', self._types())

    def _types(self) -> str:
        return f"types: {', '.join(self.variants)}"

    def _read_shared(self, node: Mapping, reading: Reading, values: dict[str, Any]) -> None:
        """Finds what can be said of an item without knowing its type."""
        known = Mapping(node.line, node.column, node.flow)
        known.entries = {k: v for k, v in node.entries.items() if k in self.shared.fields}
        # What is missing depends on the type.
        read_fields(known, reading, self.shared.name, self.shared.fields, [], values)

    def freeze(self, value: Any) -> Any:
        return [value.type, self.shared.freeze(value), self.variants[value.type].freeze(value.body)]

    def thaw(self, data: Any) -> Any:
        kind, shared, body = data
        values = zip(self.shared.attributes, self.shared.thawed(shared), strict=True)
        return self.shared.build(**dict(values), body=self.variants[kind].thaw(body))

    def prose(self, value: Any, path: KeyPath = (), /) -> Iterator[tuple[KeyPath, str]]:
        yield from self.shared.prose(value, path)
        yield from self.variants[value.type].prose(value.body, path)
