"""What Home shows of a course without opening a lesson.

A module of its own: making a frozen class costs about a millisecond, and every start pays.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objective:
    """What a screen teaches and an item tests. `short` fits a column of 28 cells."""

    id: str
    short: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A group of lessons on Home, with the ids of its lessons in order."""

    id: str
    title: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CourseHeader:
    """`course.yaml`. `pass_line` is a share 0..1; `ask` the number of items in a lesson quiz."""

    id: str
    title: str
    licence: str
    parts: tuple[Part, ...]
    tools: tuple[str, ...] = ()
    pass_line: float = 0.8
    ask: int = 10


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """What Home needs to know of a lesson without opening it.

    `stem` names its files; `pages` are the ids of its pages in order; `items` counts the items
    that may be asked (0 when there is no quiz).
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
