"""`emq`, extended matching: one theme, one list of options, several stems that choose from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.items.offered import OFFERED, Asked, Offered, asked_record, objections
from tutor.yamlread.compound import ListOf
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Str

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Emq:
    """The item's stem is the lead-in of all `stems`. An option may answer several of them."""

    theme: str
    options: tuple[Offered, ...]
    stems: tuple[Asked, ...]

    def key(self) -> object:
        return {
            "options": sorted(one.id for one in self.options),
            "stems": sorted([one.id, one.answer] for one in self.stems),
        }


def _objections(body: Emq) -> Iterator[Objection]:
    yield from objections(body.stems, "stems", body.options, "options")


EMQ = Record(
    Emq,
    "an item of type emq",
    [
        Field("theme", Str()),
        Field("options", ListOf(OFFERED, least=6, most=12)),
        Field("stems", ListOf(asked_record("a stem"), least=2)),
    ],
    rule=_objections,
)
