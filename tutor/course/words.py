"""The shapes of what lessons point to: sources, glossary terms, and the words of figures."""

from __future__ import annotations

from tutor.course.model import Figure, Source, Structure, Term
from tutor.course.names import ID
from tutor.course.shapes import IDS, LINE, PROSE
from tutor.yamlread.compound import KeptKeyed, ListOf
from tutor.yamlread.record import Field, Record
from tutor.yamlread.scalars import Choice, Int

_LINES = ListOf(LINE)

SOURCE = Record(
    Source,
    "a source",
    [
        Field("title", LINE),
        Field("by", LINE, required=False),
        Field("year", Int(low=-3000, high=9999), required=False),
        Field("where", LINE, required=False),
        Field("url", LINE, required=False),
        Field("seen", Choice("full", "excerpt", "abstract", "listing")),
        Field("grade", Choice("A", "B", "C")),
    ],
    given=("id",),
)
SOURCES = KeptKeyed(ID, SOURCE)

TERM = Record(
    Term,
    "a glossary term",
    [
        Field("term", LINE),
        Field("text", PROSE),
        Field("also", _LINES, required=False),
        Field("say", LINE, required=False),
        Field("plain", PROSE, required=False),
        Field("confused-with", IDS, required=False),
        Field("sources", IDS, required=False),
    ],
    given=("id",),
)
GLOSSARY = KeptKeyed(ID, TERM)

STRUCTURE = Record(
    Structure,
    "a structure",
    [
        Field("id", ID),
        Field("name", LINE),
        Field("where", PROSE),
        Field("short", LINE, required=False),
        Field("also", _LINES, required=False),
        Field("views", IDS, required=False),
    ],
)
FIGURE = Record(
    Figure,
    "a figure",
    [
        Field("name", ID),
        Field("title", LINE),
        Field("viewpoint", LINE),
        Field("structures", ListOf(STRUCTURE)),
        Field("views", IDS),
    ],
)
