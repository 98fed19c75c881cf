"""Every file of a course read, and nothing compared yet."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.files import COURSE_FILE, FIGURE_FILE, LESSON_FILE, QUIZ_FILE
from tutor.course.listing import (
    COURSE,
    FIGURES,
    GLOSSARY,
    LESSONS,
    QUIZZES,
    SOURCES,
    Listing,
    unreadable,
)
from tutor.course.words import GLOSSARY as GLOSSARY_SHAPE
from tutor.course.words import SOURCES as SOURCES_SHAPE
from tutor.yamlread.document import MAX_BYTES, Document, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.yamlread.scalars import Reader


@dataclass(frozen=True, slots=True)
class RawCourse:
    """The documents of a course; lessons, quizzes and figures by the stem of their file.

    A file that is not there is None.
    """

    course: Document | None
    sources: Document | None
    glossary: Document | None
    lessons: dict[str, Document]
    quizzes: dict[str, Document]
    figures: dict[str, Document]

    def documents(self) -> Iterator[Document]:
        """All of them."""
        for one in (self.course, self.sources, self.glossary):
            if one is not None:
                yield one
        for group in (self.lessons, self.quizzes, self.figures):
            yield from group.values()


def read_raw(root: Path, listing: Listing) -> RawCourse:
    """Reads every file of the listing."""

    def single(path: str, schema: Reader) -> Document | None:
        return _read(root, path, schema) if listing.has(path) else None

    def folder(name: str, schema: Reader) -> dict[str, Document]:
        return {file.stem: _read(root, file.path, schema) for file in listing.inside(name)}

    # Hundreds of thousands of short-lived nodes would set the collector off again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return RawCourse(
            course=single(COURSE, COURSE_FILE),
            sources=single(SOURCES, SOURCES_SHAPE),
            glossary=single(GLOSSARY, GLOSSARY_SHAPE),
            lessons=folder(LESSONS, LESSON_FILE),
            quizzes=folder(QUIZZES, QUIZ_FILE),
            figures=folder(FIGURES, FIGURE_FILE),
        )
    finally:
        if collecting:
            gc.enable()


def _read(root: Path, path: str, schema: Reader) -> Document:
    try:
        with (root / path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        places = read_document(b"", path, schema).places
        return Document(None, (unreadable(path, error),), places, {})
    return read_document(data, path, schema)
