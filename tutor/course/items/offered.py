"""What several questions of one item choose from, and that each asks for one of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.names import ID, repeated
from tutor.yamlread.reading import nearest
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Str

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Offered:
    """An answer to choose; which question it answers stands with the question."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of several in one item; `answer` is the id of what is offered."""

    id: str
    text: str
    answer: str
    why: str


def objections(
    asked: Sequence[Asked], asked_key: str, offered: Sequence[Offered], offered_key: str
) -> Iterator[Objection]:
    """Objects to ids used twice and to answers that are not offered."""
    yield from repeated(offered, offered_key)
    yield from repeated(asked, asked_key)
    ids = [one.id for one in offered]
    for at, one in enumerate(asked):
        if one.answer not in ids:
            message = f'"{one.answer}" is none of `{offered_key}`{nearest(one.answer, ids)}'
            yield Objection((asked_key, at, "answer"), message)


OFFERED = Record(Offered, "an option", [Field("id", ID), Field("text", Str(prose=True))])


def asked_record(name: str) -> Record:
    """The shape of a question, in words `name`."""
    return Record(
        Asked,
        name,
        [
            Field("id", ID),
            Field("text", Str(prose=True)),
            Field("answer", ID),
            Field("why", Str(prose=True)),
        ],
    )
