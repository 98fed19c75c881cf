"""`single` (one best answer) and `multi` (choose all that apply)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from tutor.course.names import ID, repeated
from tutor.yamlread.compound import ListOf
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Bool, Choice, Number, Str

if TYPE_CHECKING:
    from collections.abc import Iterator

Mistake = Literal[
    "wrong-nerve",
    "wrong-root",
    "wrong-branch",
    "upper-for-lower",
    "lower-for-upper",
    "wrong-side",
    "unsafe",
    "outdated",
    "misread",
]


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer. `credit` (0.5) marks one that is acceptable and not best."""

    id: str
    text: str
    why: str
    right: bool = False
    credit: float | None = None
    error: Mistake | None = None
    pin: Literal["last"] | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[Option, ...]

    def key(self) -> object:
        return sorted([one.id, one.right, one.credit] for one in self.options)

    def option(self, id: str) -> Option | None:
        return next((one for one in self.options if one.id == id), None)


@dataclass(frozen=True, slots=True)
class Single(_Choice):
    """Exactly one option is right."""


@dataclass(frozen=True, slots=True)
class Multi(_Choice):
    """One or more options are right, one or more wrong."""


def _objections(body: _Choice) -> Iterator[Objection]:
    yield from repeated(body.options, "options")
    for at, one in enumerate(body.options):
        if one.credit is not None and one.right:
            yield Objection(("options", at, "credit"), "the right option has full credit already")


def _single_objections(body: Single) -> Iterator[Objection]:
    yield from _objections(body)
    right = [at for at, one in enumerate(body.options) if one.right]
    if not right:
        yield Objection(("options",), "no option is right", 'mark one with "right: true"')
    for at in right[1:]:
        yield Objection(
            ("options", at, "right"), "a second option is right", 'one only; or use "type: multi"'
        )
    credited = [at for at, one in enumerate(body.options) if one.credit is not None]
    for at in credited[1:]:
        yield Objection(("options", at, "credit"), "credit is given at most once")


def _multi_objections(body: Multi) -> Iterator[Objection]:
    yield from _objections(body)
    if not any(one.right for one in body.options):
        yield Objection(("options",), "no option is right", 'mark each with "right: true"')
    if all(one.right for one in body.options):
        yield Objection(("options",), "no option is wrong", "one at least must be")
    for at, one in enumerate(body.options):
        if one.credit is not None:
            yield Objection(("options", at, "credit"), 'credit belongs to "type: single"')


MISTAKE = Choice(*get_args(Mistake))

OPTION = Record(
    Option,
    "an option",
    [
        Field("id", ID),
        Field("text", Str(prose=True)),
        Field("why", Str(prose=True)),
        Field("right", Bool(), required=False),
        Field("credit", Number(0.5, 0.5), required=False),
        Field("error", MISTAKE, required=False),
        Field("pin", Choice("last"), required=False),
    ],
)
SINGLE = Record(
    Single,
    "an item of type single",
    [Field("options", ListOf(OPTION, least=3, most=5))],
    rule=_single_objections,
)
MULTI = Record(
    Multi,
    "an item of type multi",
    [Field("options", ListOf(OPTION, least=3, most=8))],
    rule=_multi_objections,
)
