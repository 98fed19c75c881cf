"""Items and their types: one module a type, each with its body, its schema and its rules."""

from tutor.course.items.choice import Multi, Option, Single
from tutor.course.items.item import Body, Item, Level
from tutor.course.items.number import Near, Number
from tutor.course.items.text import Accepted, Rejected, Text

__all__ = [
    "Accepted",
    "Body",
    "Item",
    "Level",
    "Multi",
    "Near",
    "Number",
    "Option",
    "Rejected",
    "Single",
    "Text",
]
