"""The warm cache: a checked course as JSON, so that a start need not read YAML.

An index, a file for each lesson with its quiz, and one for sources, glossary and figures. Safe to
delete: whatever is missing, damaged or of another time is read again from the course.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import adler32, crc32

from tutor.course.outline import CourseHeader, LessonEntry, Objective, Part

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.course.listing import Listing
    from tutor.course.model import Figure, Lesson, Quiz, Source, Term
    from tutor.course.whole import ReadCourse
    from tutor.yamlread.problem import Problem

# To be raised with every change of what is read, kept, or found wrong.
VERSION = 4

# Two writes within one tick of the file system's clock look alike.
_TICK_NS = 50_000_000


class Index(NamedTuple):
    """What Home needs. `generation` names the state of the course that all files belong to."""

    header: CourseHeader
    lessons: tuple[LessonEntry, ...]
    problems: tuple[Problem, ...]
    generation: str


class Words(NamedTuple):
    """What lessons point to."""

    sources: dict[str, Source]
    glossary: dict[str, Term]
    figures: dict[str, Figure]


class Stored:
    """The cache of one course below a common folder."""

    def __init__(self, cache: Path, root: Path) -> None:
        self.root = os.path.abspath(root)  # noqa: PTH100  resolve() would ask the disk
        self.folder = cache / f"course-{crc32(os.fsencode(self.root)):08x}"

    def index(self, listing: Listing) -> Index | None:
        """The index, if it was made from the files as they are listed now."""
        fingerprint = listing.fingerprint()
        generation = _generation(fingerprint)
        data = self._load("index.json", generation)
        if data is None or data["root"] != self.root or data["fingerprint"] != fingerprint:
            return None
        if abs(data["begun"] - listing.newest()) < _TICK_NS:
            return None
        return Index(
            _thaw_header(data["header"]),
            tuple([_thaw_entry(one) for one in data["lessons"]]),
            tuple([_thaw_problem(one) for one in data["problems"]]),
            generation,
        )

    def lesson(self, at: int, generation: str) -> Lesson | None:
        """The lesson at a place of the index; None if the cache has it no more."""
        data = self._load(_lesson_name(at), generation)
        if data is None:
            return None
        from tutor.course.shapes import LESSON

        lesson: Lesson = LESSON.thaw(data["lesson"])
        return lesson

    def quiz(self, at: int, generation: str) -> tuple[Quiz | None] | None:
        """The quiz of that lesson, or None, in a tuple; None if the cache has it no more."""
        data = self._load(_lesson_name(at), generation)
        if data is None:
            return None
        from tutor.course.quizshape import QUIZ

        return (None if data["quiz"] is None else QUIZ.thaw(data["quiz"]),)

    def words(self, generation: str) -> Words | None:
        """Sources, glossary and figures."""
        data = self._load("words.json", generation)
        if data is None:
            return None
        from tutor.course.words import FIGURE, SOURCE, TERM

        return Words(
            {one[0]: SOURCE.thaw(one) for one in data["sources"]},
            {one[0]: TERM.thaw(one) for one in data["glossary"]},
            {one[0]: FIGURE.thaw(one) for one in data["figures"]},
        )

    def begin(self) -> int | None:
        """The file system's time before the course is read; None if nothing can be written."""
        path = self.folder / f"begun-{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"")
            begun = path.stat().st_mtime_ns
            path.unlink()
        except OSError:
            return None
        return begun

    def save(self, read: ReadCourse, entries: tuple[LessonEntry, ...], begun: int) -> str | None:
        """Writes everything; the generation written, or None where writing failed."""
        from tutor.course.quizshape import QUIZ
        from tutor.course.shapes import LESSON
        from tutor.course.words import FIGURE, SOURCE, TERM

        header = read.header
        if header is None:
            return None
        fingerprint = read.listing.fingerprint()
        generation = _generation(fingerprint)
        words = {
            "sources": [SOURCE.freeze(one) for one in read.sources.values()],
            "glossary": [TERM.freeze(one) for one in read.glossary.values()],
            "figures": [FIGURE.freeze(one) for one in read.figures.values()],
        }
        index = {
            "root": self.root,
            "fingerprint": fingerprint,
            "begun": begun,
            "header": _freeze(header),
            "lessons": [_freeze(one) for one in entries],
            "problems": [_freeze(one) for one in read.problems],
        }
        try:
            for at, one in enumerate(read.lessons):
                quiz = None if one.quiz is None else QUIZ.freeze(one.quiz)
                lesson = {"lesson": LESSON.freeze(one.lesson), "quiz": quiz}
                self._write(_lesson_name(at), generation, lesson)
            self._write("words.json", generation, words)
            # Last: the index vouches for the others.
            self._write("index.json", generation, index)
        except OSError:
            return None
        return generation

    def _load(self, name: str, generation: str) -> Any:
        try:
            with (self.folder / name).open("rb") as file:
                head, _, body = file.read().partition(b"\n")
        except OSError:
            return None
        if head != _head(generation, body):
            return None
        # The sum has vouched for the bytes: they are what was written.
        return json.loads(body)

    def _write(self, name: str, generation: str, data: Any) -> None:
        body = json.dumps(data, separators=(",", ":")).encode("ascii")
        temporary = self.folder / f"{name}.{os.getpid()}"
        try:
            temporary.write_bytes(_head(generation, body) + b"\n" + body)
            temporary.replace(self.folder / name)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise


def _lesson_name(at: int) -> str:
    return f"lesson-{at}.json"


def _generation(fingerprint: str) -> str:
    data = os.fsencode(fingerprint)
    return f"{crc32(data):08x}{adler32(data):08x}"


def _head(generation: str, body: bytes) -> bytes:
    return f"footdrop {VERSION} {generation} {crc32(body):08x}".encode()


def _freeze(value: Any) -> Any:
    """Frozen dataclasses and tuples as lists, in the order of their attributes."""
    if isinstance(value, tuple):
        return [_freeze(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return [_freeze(getattr(value, name)) for name in value.__dataclass_fields__]
    return value


def _thaw_header(data: Any) -> CourseHeader:
    course, title, licence, parts, tools, pass_line, ask = data
    made = tuple([Part(one, name, tuple(lessons)) for one, name, lessons in parts])
    return CourseHeader(course, title, licence, made, tuple(tools), pass_line, ask)


def _thaw_entry(data: Any) -> LessonEntry:
    lesson, number, stem, title, short, part, minutes, objectives, pages, *counts = data
    made = tuple([Objective(*one) for one in objectives])
    return LessonEntry(
        lesson, number, stem, title, short, part, minutes, made, tuple(pages), *counts
    )


def _thaw_problem(data: Any) -> Problem:
    from tutor.yamlread.problem import Problem, Severity

    path, line, column, severity, message, hint, source = data
    return Problem(path, line, column, Severity(severity), message, hint, source)
