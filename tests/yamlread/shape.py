"""A small schema that has one of everything, and a reader of texts with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tutor.yamlread.compound import KeptList, Keyed, ListOf, MapOf, PairOf, Short, WithKey
from tutor.yamlread.document import Document, read_document
from tutor.yamlread.record import Field, Record
from tutor.yamlread.scalars import Bool, Choice, Int, Number, Str
from tutor.yamlread.tagged import Tagged


@dataclass(frozen=True, slots=True)
class Point:
    text: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Circle:
    radius: float


@dataclass(frozen=True, slots=True)
class Shape:
    type: str
    name: str
    body: Any


@dataclass(frozen=True, slots=True)
class Whole:
    stem: str | None = None
    name: str | None = None
    count: int | None = None
    size: float | None = None
    right: bool | None = None
    level: str | None = None
    words: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    named: tuple[Named, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    pair: tuple[str, str] | None = None
    short: tuple[Point, ...] = ()
    page: Any = None
    shapes: tuple[Shape, ...] = ()


POINT = Record(Point, "a point", [Field("text", Str(prose=True)), Field("right", Bool(), False)])
NAMED = Record(Named, "a name", [Field("text", Str(prose=True))], given=("id",))
CIRCLE = Record(Circle, "a circle", [Field("radius", Number(low=0))])
SHAPE = Tagged(
    Shape,
    "a shape",
    [Field("type", Str()), Field("name", Str())],
    {"circle": CIRCLE},
    later=("square",),
)
WORD = Str()
FIELDS = [
    Field("stem", Str(prose=True), False),
    Field("name", WORD, False),
    Field("count", Int(low=0, high=1000), False),
    Field("size", Number(), False),
    Field("right", Bool(), False),
    Field("level", Choice("recall", "apply"), False),
    Field("words", ListOf(WORD, most=5), False),
    Field("points", ListOf(POINT), False),
    Field("named", Keyed(WORD, NAMED), False),
    Field("pairs", MapOf(WORD, WORD), False),
    Field("pair", PairOf(WORD, WORD), False),
    Field("short", ListOf(Short(POINT, "text")), False),
    Field("page", WithKey("right", POINT, CIRCLE), False),
]
WHOLE = Record(Whole, "a whole", [*FIELDS, Field("shapes", ListOf(SHAPE), False)])
KEPT = Record(
    dict, "a group", [Field("points", KeptList(POINT)), Field("name", WORD, required=False)]
)


def read(text: str | bytes, schema: Any = WHOLE) -> Document:
    """Reads a text as the file `a.yaml`."""
    return read_document(text.encode() if isinstance(text, str) else text, "a.yaml", schema)


def told(text: str | bytes, schema: Any = WHOLE) -> list[tuple[int, int, str]]:
    """The places and messages of a text's problems."""
    return [(one.line, one.column, one.message) for one in read(text, schema).problems]
