"""Items and their types: one module a type, each with its body, its schema and its rules."""

from tutor.course.items.case import Case, Stage
from tutor.course.items.choice import Multi, Option, Single
from tutor.course.items.cloze import Cloze, Gap
from tutor.course.items.emq import Emq
from tutor.course.items.item import Body, Item, Level
from tutor.course.items.match import Match
from tutor.course.items.mtf import Mtf, Statement
from tutor.course.items.number import Near, Number
from tutor.course.items.offered import Asked, Offered
from tutor.course.items.order import Order, Step
from tutor.course.items.text import Accepted, Rejected, Text
from tutor.course.items.truefalse import TrueFalse, Whys

__all__ = [
    "Accepted",
    "Asked",
    "Body",
    "Case",
    "Cloze",
    "Emq",
    "Gap",
    "Item",
    "Level",
    "Match",
    "Mtf",
    "Multi",
    "Near",
    "Number",
    "Offered",
    "Option",
    "Order",
    "Rejected",
    "Single",
    "Stage",
    "Statement",
    "Step",
    "Text",
    "TrueFalse",
    "Whys",
]
