"""What is taught, as frozen values. docs/course-format.md describes the files they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tutor.course.outline import CourseHeader, LessonEntry, Objective, Part

if TYPE_CHECKING:
    from tutor.course.items import Item

__all__ = [
    "TAKE_HOME",
    "CourseHeader",
    "Figure",
    "FigureRef",
    "Lesson",
    "LessonEntry",
    "Objective",
    "Part",
    "Quiz",
    "RecallCard",
    "Screen",
    "Seen",
    "Source",
    "Structure",
    "Term",
]

# No page of an author can have this id.
TAKE_HOME = ":take-home"

Seen = Literal["full", "excerpt", "abstract", "listing"]


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure, a view of it, and the structures that the text is about."""

    name: str
    view: str | None = None
    highlight: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """One page of a lesson: at most about 90 words."""

    id: str
    title: str
    objective: str
    body: str
    figure: FigureRef | None = None
    tool: tuple[str, str] | None = None
    claims: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecallCard:
    """A question to think about and a card to turn; not scored."""

    id: str
    recall: str
    answer: str
    objective: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson and its pages in order. `number` is the one that begins its file name."""

    id: str
    number: int
    title: str
    short: str
    part: str
    minutes: int
    objectives: tuple[Objective, ...]
    pages: tuple[Screen | RecallCard, ...]
    take_home: tuple[str, ...] = ()

    @property
    def page_ids(self) -> tuple[str, ...]:
        """What the record calls the pages; the last one is what to take home, if there is any."""
        last = (TAKE_HOME,) if self.take_home else ()
        return (*(page.id for page in self.pages), *last)

    def objective(self, id: str) -> Objective | None:
        return next((one for one in self.objectives if one.id == id), None)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The items that follow a lesson; `id` is the lesson's."""

    id: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from, how much of it was seen, and its grade (A, B or C)."""

    id: str
    title: str
    by: str | None = None
    year: int | None = None
    where: str | None = None
    url: str | None = None
    seen: Seen = "listing"
    grade: Literal["A", "B", "C"] = "C"


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry. `also` holds synonyms, `confused_with` ids of other entries."""

    id: str
    term: str
    text: str
    also: tuple[str, ...] = ()
    say: str | None = None
    plain: str | None = None
    confused_with: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """A thing in a figure that has a name and a place."""

    id: str
    name: str
    where: str
    short: str | None = None
    also: tuple[str, ...] = ()
    views: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's words. `viewpoint` says from where one looks; `views` are its views' names."""

    name: str
    title: str
    viewpoint: str
    structures: tuple[Structure, ...]
    views: tuple[str, ...] = ()

    def structure(self, id: str) -> Structure | None:
        return next((one for one in self.structures if one.id == id), None)
