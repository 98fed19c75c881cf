"""`text`: a short typed answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.items.choice import MISTAKE, Mistake
from tutor.yamlread.compound import ListOf, Short
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Number, Str

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer that counts, wholly (credit 1) or in part."""

    text: str
    credit: float = 1.0
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A wrong answer that learners give, with its own feedback."""

    text: str
    why: str
    error: Mistake | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """`optional_words` may be typed or left out ("nerve")."""

    accept: tuple[Accepted, ...]
    reject: tuple[Rejected, ...] = ()
    optional_words: tuple[str, ...] = ()

    def key(self) -> object:
        return {
            "accept": [[one.text, one.credit] for one in self.accept],
            "reject": [one.text for one in self.reject],
            "optional": list(self.optional_words),
        }


def _objections(body: Text) -> Iterator[Objection]:
    if all(one.credit < 1 for one in body.accept):
        yield Objection(("accept",), "no accepted answer has full credit")
    seen: set[str] = set()
    accepted = [("accept", at, one.text) for at, one in enumerate(body.accept)]
    rejected = [("reject", at, one.text) for at, one in enumerate(body.reject)]
    for key, at, text in accepted + rejected:
        if text.casefold() in seen:
            yield Objection((key, at), f'"{text}" stands here twice')
        seen.add(text.casefold())


ACCEPTED = Record(
    Accepted,
    "an accepted answer",
    [
        Field("text", Str()),
        Field("credit", Number(low=0.05, high=1), required=False),
        Field("why", Str(prose=True), required=False),
    ],
)
REJECTED = Record(
    Rejected,
    "a rejected answer",
    [
        Field("text", Str()),
        Field("why", Str(prose=True)),
        Field("error", MISTAKE, required=False),
    ],
)
TEXT = Record(
    Text,
    "an item of type text",
    [
        Field("accept", ListOf(Short(ACCEPTED, "text"), least=1)),
        Field("reject", ListOf(REJECTED), required=False),
        Field("optional-words", ListOf(Str()), required=False),
    ],
    rule=_objections,
)
