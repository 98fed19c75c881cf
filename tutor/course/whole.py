"""A course as read: what is sound of it, where it stands, and every problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tutor.course.listing import Listing
    from tutor.course.model import CourseHeader, Figure, Lesson, Quiz, Source, Term
    from tutor.yamlread.nodes import KeyPath
    from tutor.yamlread.places import Places
    from tutor.yamlread.problem import Problem


@dataclass(frozen=True, slots=True)
class ReadLesson:
    """A lesson with its quiz, and where they stand.

    `page_keys` and `item_keys` are the paths, in their files, of `lesson.pages` and `quiz.items`:
    broken ones are left out, so an index alone would point beside.
    """

    stem: str
    lesson: Lesson
    places: Places
    page_keys: tuple[KeyPath, ...]
    quiz: Quiz | None = None
    quiz_places: Places | None = None
    item_keys: tuple[KeyPath, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCourse:
    """Everything of a course that is sound, in course order, and all problems, sorted.

    `header` is None where `course.yaml` is missing or broken; then the lessons stand by number.
    """

    root: Path
    listing: Listing
    header: CourseHeader | None
    lessons: tuple[ReadLesson, ...]
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    figures: Mapping[str, Figure]
    problems: tuple[Problem, ...]
    course_places: Places | None = None
    sources_places: Places | None = None
    glossary_places: Places | None = None
