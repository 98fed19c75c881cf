"""`order`: steps to put into their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.names import ID, repeated
from tutor.yamlread.compound import ListOf
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Str

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Order:
    """`steps` stand in the right order; those of one group of `any_order` may change places."""

    steps: tuple[Step, ...]
    any_order: tuple[tuple[str, ...], ...] = ()

    def key(self) -> object:
        return [sorted(group) for group in self.groups()]

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The ids in the right order; those that may change places stand together."""
        found: list[tuple[str, ...]] = []
        for one in self.steps:
            group = next((group for group in self.any_order if one.id in group), (one.id,))
            if group not in found:
                found.append(group)
        return tuple(found)


def _objections(body: Order) -> Iterator[Objection]:
    yield from repeated(body.steps, "steps")
    ids = [one.id for one in body.steps]
    grouped: set[str] = set()
    for at, group in enumerate(body.any_order):
        for place, id in enumerate(group):
            if id not in ids:
                yield Objection(("any-order", at, place), f'no step has the id "{id}"')
            elif id in grouped:
                yield Objection(("any-order", at, place), f'step "{id}" stands here twice')
            grouped.add(id)
        places = sorted(ids.index(id) for id in group if id in ids)
        # Whatever stands between two steps that may change places may change places with them.
        if places and places[-1] - places[0] >= len(places):
            message = "the steps of a group stand next to each other"
            yield Objection(("any-order", at), message, "move them together in `steps`")
        if len(group) == len(ids):
            yield Objection(("any-order", at), "no order is left to ask for")


STEP = Record(
    Step,
    "a step",
    [Field("id", ID), Field("text", Str(prose=True)), Field("why", Str(prose=True))],
)
ORDER = Record(
    Order,
    "an item of type order",
    [
        Field("steps", ListOf(STEP, least=3)),
        Field("any-order", ListOf(ListOf(ID, least=2)), required=False),
    ],
    rule=_objections,
)
