"""The shapes of what is asked: an item and a quiz.

Apart from those of lessons, so that a lesson opens without the item types.
"""

from __future__ import annotations

from tutor.course.items.item import Item
from tutor.course.items.registry import LATER, TYPES
from tutor.course.model import Quiz
from tutor.course.names import ID
from tutor.course.shapes import CLAIMS, FIGURE_REF, IDS, LINE, MODEL_NAME, PROSE
from tutor.yamlread.compound import ListOf, MapOf
from tutor.yamlread.record import Field, Record
from tutor.yamlread.scalars import Bool, Choice, Number
from tutor.yamlread.tagged import Tagged

ITEM = Tagged(
    Item,
    "an item",
    [
        Field("id", ID),
        Field("type", LINE),
        Field("objective", ID),
        Field("level", Choice("recall", "apply", "reason")),
        Field("stem", PROSE),
        Field("explain", PROSE),
        Field("sources", IDS),
        Field("hints", ListOf(PROSE, most=2), required=False),
        Field("figure", FIGURE_REF, required=False),
        Field("claims", CLAIMS, required=False),
        Field("family", ID, required=False),
        Field("weight", Number(low=0.1, high=10), required=False),
        Field("status", Choice("draft"), required=False),
        Field("shuffle", Bool(), required=False),
        Field("red-flag", Bool(), required=False),
        Field("teaches", MapOf(MODEL_NAME, MODEL_NAME), required=False),
    ],
    variants=TYPES,
    later=LATER,
)

QUIZ = Record(Quiz, "a quiz", [Field("id", ID), Field("items", ListOf(ITEM))])
