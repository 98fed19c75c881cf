"""What may stand in each kind of file, as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.course.model import CourseHeader, Figure, Part, Structure
from tutor.course.names import ID, repeated
from tutor.course.quizshape import ITEM
from tutor.course.shapes import IDS, LINE, OBJECTIVES, PAGE, TAKE_HOME
from tutor.course.words import STRUCTURE
from tutor.yamlread.compound import KeptList, ListOf, MapOf, TextOr
from tutor.yamlread.reading import BAD, Bad, Reading
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Bool, Choice, Int, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.course.items import Item
    from tutor.course.model import Objective, RecallCard, Screen
    from tutor.yamlread.nodes import Node

FORMAT = 1  # of the course files


class _Format(Int):
    """The number of a format that this version reads."""

    def read(self, node: Node, reading: Reading) -> int | Bad:
        value = super().read(node, reading)
        if value is BAD or value <= FORMAT:
            return value
        message = f"written in format {value}; this version of footdrop reads format {FORMAT}"
        return reading.error(node, message, "get a newer footdrop")


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A lesson as written; a page that could not be read is None."""

    lesson: str
    title: str
    part: str
    minutes: int
    objectives: tuple[Objective, ...]
    screens: tuple[Screen | RecallCard | None, ...]
    short: str | None = None
    take_home: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuizFile:
    """A quiz as written; an item that could not be read is None."""

    quiz: str
    items: tuple[Item | None, ...]


def _part_objections(header: CourseHeader) -> Iterator[Objection]:
    parts: set[str] = set()
    for at, part in enumerate(header.parts):
        if part.id in parts:
            yield Objection(("parts", at, "id"), f'part "{part.id}" is there twice')
        parts.add(part.id)


PART = Record(Part, "a part", [Field("id", ID), Field("title", LINE), Field("lessons", IDS)])
_HEADER_FIELDS = [
    Field("course", ID, attribute="id"),
    Field("title", LINE),
    Field("licence", LINE),
    Field("parts", ListOf(PART, least=1)),
    Field("tools", ListOf(Choice("atlas", "lab", "gait", "exercises")), required=False),
    Field("pass", Number(low=0, high=1), required=False, attribute="pass_line"),
    Field("ask", Int(low=1, high=1000), required=False),
]
COURSE_FILE = Record(
    CourseHeader,
    "a course",
    [Field("format", _Format(low=1), attribute=None), *_HEADER_FIELDS],
    rule=_part_objections,
)
LESSON_FILE = Record(
    LessonFile,
    "a lesson",
    [
        Field("lesson", ID),
        Field("title", LINE),
        Field("part", ID),
        Field("minutes", Int(low=1, high=600)),
        Field("objectives", OBJECTIVES),
        Field("screens", KeptList(PAGE)),
        Field("short", LINE, required=False),
        Field("take-home", TAKE_HOME, required=False),
    ],
)
QUIZ_FILE = Record(
    QuizFile,
    "a quiz",
    [Field("quiz", ID), Field("items", KeptList(ITEM))],
)


def _structure_objections(figure: Figure) -> Iterator[Objection]:
    yield from repeated(figure.structures, "structures")


# The drawing's own settings are checked for their shape here and read by the drawing.
_SIDES = MapOf(LINE, LINE)
_PAINT = Record(dict, "paint", [Field("tint", LINE), Field("pattern", LINE, required=False)])


def _figure(
    figure: str,
    structures: tuple[Structure, ...],
    title: str = "",
    orientation: tuple[tuple[str, Any], ...] = (),
    view_stretch: tuple[tuple[str, float], ...] = (),
    **_drawing: Any,
) -> Figure:
    """The words of a figure; its views are the whole and those that its keys name."""
    named = ["whole"]
    named += [view for structure in structures for view in structure.views]
    named += [key for key, value in orientation if not isinstance(value, str)]
    named += [key for key, _ in view_stretch]
    return Figure(
        name=figure,
        title=title,
        viewpoint=str(dict(orientation).get("viewpoint", "")),
        structures=structures,
        views=tuple(dict.fromkeys(named)),
    )


FIGURE_FILE = Record(
    _figure,
    "a figure",
    [
        Field("figure", ID),
        Field("source", LINE),
        Field("title", LINE),
        Field("side", Choice("left", "right"), required=False),
        Field("orientation", MapOf(LINE, TextOr(LINE, _SIDES)), required=False),
        Field("stretch", Number(low=0.1, high=10), required=False),
        Field("clip", Bool(), required=False),
        Field("view_stretch", MapOf(ID, Number(low=0.1, high=10)), required=False),
        Field("paint", MapOf(ID, _PAINT), required=False),
        Field(
            "structures",
            ListOf(
                Record(
                    Structure,
                    "a structure",
                    [
                        *STRUCTURE.fields.values(),
                        Field("model", ListOf(LINE), required=False, attribute=None),
                        Field("sites", ListOf(LINE), required=False, attribute=None),
                    ],
                )
            ),
        ),
    ],
    rule=_structure_objections,
)
