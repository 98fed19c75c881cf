"""The item types that this version reads. A new one is a module and a line here.

What else a type needs is found by its name: its grader in `tutor/quiz/graders/`, and the way it is
asked in a module of each face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.items.case import case_record
from tutor.course.items.choice import MULTI, SINGLE
from tutor.course.items.cloze import CLOZE
from tutor.course.items.emq import EMQ
from tutor.course.items.match import MATCH
from tutor.course.items.mtf import MTF
from tutor.course.items.number import NUMBER
from tutor.course.items.order import ORDER
from tutor.course.items.text import TEXT
from tutor.course.items.truefalse import TRUEFALSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.yamlread.record import Record

# Types of the course format that later versions read.
LATER = ("hotspot", "shift", "generated")

_ONE_QUESTION: Mapping[str, Record] = {
    "single": SINGLE,
    "multi": MULTI,
    "truefalse": TRUEFALSE,
    "mtf": MTF,
    "emq": EMQ,
    "text": TEXT,
    "number": NUMBER,
    "order": ORDER,
    "match": MATCH,
    "cloze": CLOZE,
}
TYPES: Mapping[str, Record] = {**_ONE_QUESTION, "case": case_record(_ONE_QUESTION, LATER)}

# The types whose answer is chosen and may be guessed: right and unsure counts for less there.
CHOICE_TYPES = frozenset(
    {"single", "emq", "truefalse", "mtf", "multi", "match", "hotspot", "shift"}
)
