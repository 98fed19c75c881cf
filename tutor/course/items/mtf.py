"""`mtf`: several statements, each true or false."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.names import ID, repeated
from tutor.yamlread.compound import ListOf
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Bool, Str

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Statement:
    """`true` says whether it is; `why` is shown either way."""

    id: str
    text: str
    true: bool
    why: str


@dataclass(frozen=True, slots=True)
class Mtf:
    """Four to six statements: fewer are guessed too often."""

    statements: tuple[Statement, ...]

    def key(self) -> object:
        return sorted([one.id, one.true] for one in self.statements)


def _objections(body: Mtf) -> Iterator[Objection]:
    yield from repeated(body.statements, "statements")


STATEMENT = Record(
    Statement,
    "a statement",
    [
        Field("id", ID),
        Field("text", Str(prose=True)),
        Field("true", Bool()),
        Field("why", Str(prose=True)),
    ],
)
MTF = Record(
    Mtf,
    "an item of type mtf",
    [Field("statements", ListOf(STATEMENT, least=4, most=6))],
    rule=_objections,
)
