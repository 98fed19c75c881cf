"""An opened course: what Home needs at once, lessons and words when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.listing import COURSE, list_course
from tutor.course.outline import LessonEntry
from tutor.course.stored import Stored, Words
from tutor.errors import TutorError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tutor.course.items import Item
    from tutor.course.model import Figure, Lesson, Quiz, Source, Term
    from tutor.course.outline import CourseHeader
    from tutor.course.whole import ReadCourse, ReadLesson
    from tutor.yamlread.problem import Problem


class CourseError(TutorError):
    """The course cannot be opened, or a part of it is gone."""


class Library:
    """An opened course. `lessons` stand in course order; `problems` are all that were found."""

    def __init__(
        self,
        root: Path,
        header: CourseHeader,
        lessons: tuple[LessonEntry, ...],
        problems: tuple[Problem, ...],
        contents: Contents,
    ) -> None:
        self.root = root
        self.header = header
        self.lessons = lessons
        self.problems = problems
        self._contents = contents
        self._places = {entry.id: at for at, entry in enumerate(lessons)}
        self._lessons: dict[str, Lesson] = {}
        self._quizzes: dict[str, Quiz | None] = {}
        self._words: Words | None = None

    def entry(self, id: str) -> LessonEntry | None:
        """What is known of a lesson without opening it."""
        at = self._places.get(id)
        return None if at is None else self.lessons[at]

    def lesson(self, id: str) -> Lesson:
        """A lesson; CourseError if there is none with this id (any more)."""
        if id not in self._lessons:
            self._lessons[id] = self._contents.lesson(self._at(id), id)
        return self._lessons[id]

    def quiz(self, id: str) -> Quiz | None:
        """The quiz of a lesson, None if it has none; CourseError as for `lesson`."""
        if id not in self._quizzes:
            self._quizzes[id] = self._contents.quiz(self._at(id), id)
        return self._quizzes[id]

    def items(self) -> Mapping[str, Item]:
        """Every item of every quiz by its id, in course order, drafts too.

        It opens all lessons that were not opened yet.
        """
        quizzes = (self.quiz(entry.id) for entry in self.lessons)
        return {item.id: item for quiz in quizzes if quiz is not None for item in quiz.items}

    def sources(self) -> Mapping[str, Source]:
        """The sources by their ids."""
        return self._all_words().sources

    def glossary(self) -> Mapping[str, Term]:
        """The glossary's terms by their ids."""
        return self._all_words().glossary

    def figure(self, name: str) -> Figure | None:
        """The words of a figure."""
        return self._all_words().figures.get(name)

    def _at(self, id: str) -> int:
        if id not in self._places:
            raise _no_lesson(id)
        return self._places[id]

    def _all_words(self) -> Words:
        if self._words is None:
            self._words = self._contents.words()
        return self._words


class Contents:
    """Where an opened course takes its lessons from: the cache, or the files themselves."""

    def __init__(
        self, root: Path, stored: Stored | None, generation: str, read: ReadCourse | None = None
    ) -> None:
        self._root, self._stored, self._generation, self._read = root, stored, generation, read

    def lesson(self, at: int, id: str) -> Lesson:
        """The lesson with an id, at a place of the index; CourseError if it is gone."""
        found = self._stored and self._stored.lesson(at, self._generation)
        return found or self._from_files(id).lesson

    def quiz(self, at: int, id: str) -> Quiz | None:
        """The quiz of that lesson."""
        found = self._stored and self._stored.quiz(at, self._generation)
        return found[0] if found else self._from_files(id).quiz

    def words(self) -> Words:
        """Sources, glossary and figures."""
        found = self._stored and self._stored.words(self._generation)
        if found:
            return found
        read = self._files()
        return Words(dict(read.sources), dict(read.glossary), dict(read.figures))

    def _from_files(self, id: str) -> ReadLesson:
        for one in self._files().lessons:
            if one.lesson.id == id:
                return one
        raise _no_lesson(id)

    def _files(self) -> ReadCourse:
        """The course read again: its cache has vanished under the running program."""
        if self._read is None:
            from tutor.course.read import read_course

            self._read = read_course(self._root)
        return self._read


def open_course(root: Path, cache: Path | None) -> Library:
    """Opens the course in a folder. `cache` is a folder for its warm cache, None for none.

    Raises CourseError where `course.yaml` is missing or broken. Everything else that is broken is
    left out and among the library's problems.
    """
    stored = None if cache is None else Stored(cache, root)
    if stored is not None:
        index = stored.index(list_course(root))
        if index is not None:
            contents = Contents(root, stored, index.generation)
            return Library(root, index.header, index.lessons, index.problems, contents)
    return _open_cold(root, stored)


def _open_cold(root: Path, stored: Stored | None) -> Library:
    from tutor.course.read import read_course

    begun = None if stored is None else stored.begin()
    read = read_course(root)
    if read.header is None:
        raise _no_header(read)
    entries = tuple(_entry(one) for one in read.lessons)
    generation = None
    if stored is not None and begun is not None:
        generation = stored.save(read, entries, begun)
    if generation is None:
        contents = Contents(root, None, "", read)
    else:
        # From the cache from now on: ten thousand items need not stay in memory.
        contents = Contents(root, stored, generation)
    return Library(root, read.header, entries, read.problems, contents)


def _entry(one: ReadLesson) -> LessonEntry:
    from tutor.course.model import RecallCard

    lesson = one.lesson
    cards = sum(isinstance(page, RecallCard) for page in lesson.pages)
    return LessonEntry(
        id=lesson.id,
        number=lesson.number,
        stem=one.stem,
        title=lesson.title,
        short=lesson.short,
        part=lesson.part,
        minutes=lesson.minutes,
        objectives=lesson.objectives,
        pages=lesson.page_ids,
        items=sum(item.status != "draft" for item in one.quiz.items) if one.quiz else 0,
        screens=len(lesson.pages) - cards,
        cards=cards,
    )


def _no_lesson(id: str) -> CourseError:
    return CourseError(
        f'The course has no lesson "{id}"', "Run footdrop check: it names what is broken."
    )


def _no_header(read: ReadCourse) -> CourseError:
    first = next((one for one in read.problems if one.path == COURSE), None)
    place, what = str(read.root / COURSE), "cannot be read"
    if first is not None:
        what = first.message
        if first.line:
            place += f":{first.line}:{first.column}"
    hint = f"Run footdrop check {read.root}: it lists every problem of the course."
    return CourseError(f"{place}: {what}", hint)
