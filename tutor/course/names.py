"""Ids, and the rule that they are not used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tutor.yamlread.record import Objection
from tutor.yamlread.scalars import Str

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ID = Str(
    pattern="[a-z0-9]+(?:-[a-z0-9]+)*",
    expected="an id of small letters, digits and hyphens (such as fibular-neck)",
)


def is_id(text: str) -> bool:
    """Whether a text has the shape of an id."""
    return ID.matches is not None and ID.matches(text) is not None


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def repeated(things: Sequence[_Named], key: str) -> Iterator[Objection]:
    """Objects to every id of a list that stands there twice."""
    seen: set[str] = set()
    for at, one in enumerate(things):
        if one.id in seen:
            yield Objection((key, at, "id"), f'id "{one.id}" is used twice')
        seen.add(one.id)
