"""What Home shows of a course without opening a lesson.

A module of its own: making a frozen class costs about a millisecond, and every start pays.
"""

# Named tuples, as everything on the way to Home: one takes 0.15 ms to define where a frozen
# dataclass takes 1.1 ms, and two dozen of them were a tenth of the start.
from __future__ import annotations

from typing import NamedTuple


class Objective(NamedTuple):
    """What a screen teaches and an item tests. `short` fits a column of 28 cells."""

    id: str
    short: str
    text: str


class Part(NamedTuple):
    """A group of lessons on Home, with the ids of its lessons in order."""

    id: str
    title: str
    lessons: tuple[str, ...]


class CourseHeader(NamedTuple):
    """`course.yaml`. `pass_line` is a share 0..1; `ask` the number of items in a lesson quiz."""

    id: str
    title: str
    licence: str
    parts: tuple[Part, ...]
    tools: tuple[str, ...] = ()
    pass_line: float = 0.8
    ask: int = 10


class LessonEntry(NamedTuple):
    """What Home needs to know of a lesson without opening it.

    `stem` names its files; `pages` are the ids of its pages in order; `items` counts the items
    that may be asked (0 when there is no quiz). Of the pages `screens` are read and `cards`
    turned; what is left is what to take home.
    """

    id: str
    number: int
    stem: str
    title: str
    short: str
    part: str
    minutes: int
    objectives: tuple[Objective, ...]
    pages: tuple[str, ...]
    items: int
    screens: int
    cards: int

    @property
    def length(self) -> str:
        """How much there is to read, in words: "12 screens, 4 cards"."""
        parts = [(self.screens, "screen"), (self.cards, "card")]
        return ", ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in parts if n)
