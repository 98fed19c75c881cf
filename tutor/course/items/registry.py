"""The item types that this version reads. A new one is a module and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.items.choice import MULTI, SINGLE
from tutor.course.items.number import NUMBER
from tutor.course.items.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.yamlread.record import Record

TYPES: Mapping[str, Record] = {
    "single": SINGLE,
    "multi": MULTI,
    "text": TEXT,
    "number": NUMBER,
}

# Types of the course format that later versions read.
LATER = (
    "truefalse",
    "mtf",
    "emq",
    "order",
    "match",
    "cloze",
    "hotspot",
    "case",
    "shift",
    "generated",
)
