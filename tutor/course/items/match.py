"""`match`: each on the left has its own partner on the right, and some on the right have none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.items.offered import OFFERED, Asked, Offered, asked_record, objections
from tutor.yamlread.compound import ListOf
from tutor.yamlread.record import Field, Objection, Record

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Match:
    """`right` holds at least one more than `left`: the last pair is not found by elimination."""

    left: tuple[Asked, ...]
    right: tuple[Offered, ...]

    def key(self) -> object:
        return {
            "left": sorted([one.id, one.answer] for one in self.left),
            "right": sorted(one.id for one in self.right),
        }


def _objections(body: Match) -> Iterator[Objection]:
    yield from objections(body.left, "left", body.right, "right")
    if len(body.right) <= len(body.left):
        message = f"{len(body.left)} on the left need at least {len(body.left) + 1} here"
        yield Objection(("right",), message, "add an answer that fits none of them")
    taken: set[str] = set()
    for at, one in enumerate(body.left):
        if one.answer in taken:
            message = f'"{one.answer}" is the answer of another one already'
            yield Objection(("left", at, "answer"), message, 'for that there is "type: emq"')
        taken.add(one.answer)


MATCH = Record(
    Match,
    "an item of type match",
    [
        Field("left", ListOf(asked_record("an entry on the left"), least=2)),
        Field("right", ListOf(OFFERED)),
    ],
    rule=_objections,
)
