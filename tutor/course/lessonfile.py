"""A lesson's file and its quiz's to the lesson that opens: what is broken in them is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.course.listing import COURSE
from tutor.course.model import Lesson, Quiz, Screen
from tutor.course.quizshape import ITEM
from tutor.course.shapes import OBJECTIVES, PAGE, TAKE_HOME
from tutor.course.whole import ReadLesson
from tutor.yamlread.problem import Problem, Severity
from tutor.yamlread.reading import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tutor.course.files import LessonFile, QuizFile
    from tutor.course.items import Item
    from tutor.course.model import CourseHeader, RecallCard
    from tutor.course.raw import RawCourse
    from tutor.course.references import Settler
    from tutor.yamlread.document import Document
    from tutor.yamlread.nodes import KeyPath


class LessonReader:
    """Reads lesson after lesson and knows the ids of those before."""

    def __init__(
        self,
        raw: RawCourse,
        header: CourseHeader | None,
        settler: Callable[[Document], Settler],
        problems: list[Problem],
    ) -> None:
        self.raw, self.header, self.settler, self.problems = raw, header, settler, problems
        self.numbers: dict[int, str] = {}
        self.objectives: dict[str, str] = {}
        self.items: dict[str, str] = {}

    def read(self, stem: str) -> ReadLesson | None:
        """The lesson of a file, or None where it cannot open."""
        document = self.raw.lessons[stem]
        file: LessonFile | None = document.value
        number = self._number(stem, document)
        quiz_document = self.raw.quizzes.get(stem)
        if file is None:
            if quiz_document is not None:
                self._items(quiz_document, None)
            return None
        self._objectives(file, document)
        own = {one.id for one in file.objectives}
        pages, page_keys = self._pages(file, document, own)
        quiz, item_keys = self._quiz(file, stem, quiz_document, own)
        self._coverage(file, document, pages, quiz_document, quiz)
        if number is None or not pages:
            return None
        settler = self.settler(document)
        lesson = Lesson(
            id=file.lesson,
            number=number,
            title=file.title,
            short=file.short or file.title,
            part=self._part(file, document),
            minutes=file.minutes,
            objectives=settler.terms(file.objectives, OBJECTIVES, ("objectives",)),
            pages=tuple(pages),
            take_home=settler.terms(file.take_home, TAKE_HOME, ("take-home",)),
        )
        return ReadLesson(
            stem=stem,
            lesson=lesson,
            places=document.places,
            page_keys=tuple(page_keys),
            quiz=quiz,
            quiz_places=quiz_document.places if quiz_document else None,
            item_keys=tuple(item_keys),
        )

    def orphan(self, stem: str) -> None:
        """Notes what is wrong with a quiz that has no lesson."""
        document = self.raw.quizzes[stem]
        message = f"a quiz without its lesson: lessons/{stem}.yaml is missing"
        self._note(document, ("quiz",), message)
        self._items(document, None)

    def _number(self, stem: str, document: Document) -> int | None:
        path = document.places.path
        found = re.match("[0-9]{1,6}", stem)
        if found is None:
            message = "a lesson's file name begins with its number"
            self.problems.append(
                Problem(path, 0, 0, Severity.ERROR, message, "such as 04-name.yaml")
            )
            return None
        number = int(found.group())
        if number in self.numbers:
            message = f"number {number} belongs to {self.numbers[number]} already"
            self.problems.append(Problem(path, 0, 0, Severity.FAULT, message))
        self.numbers.setdefault(number, path)
        return number

    def _part(self, file: LessonFile, document: Document) -> str:
        """The part that lists the lesson: course.yaml decides."""
        if self.header is None:
            return file.part
        parts = [part.id for part in self.header.parts]
        listing = [part.id for part in self.header.parts if file.lesson in part.lessons]
        if file.part not in parts:
            self._note(document, ("part",), _unknown("part", file.part, parts))
        elif listing and file.part not in listing:
            message = f'{COURSE} lists this lesson in part "{listing[0]}"'
            self._note(document, ("part",), message)
        return listing[0] if listing else file.part

    def _objectives(self, file: LessonFile, document: Document) -> None:
        for one in file.objectives:
            self._once("objective", one.id, self.objectives, document, ("objectives", one.id))

    def _pages(
        self, file: LessonFile, document: Document, objectives: Collection[str]
    ) -> tuple[list[Screen | RecallCard], list[KeyPath]]:
        if not file.screens:
            self._note(document, ("screens",), "a lesson needs screens")
        settler = self.settler(document)
        pages: list[Screen | RecallCard] = []
        keys: list[KeyPath] = []
        ids: dict[str, str] = {}
        for at, page in enumerate(file.screens):
            if page is None:
                continue
            place: KeyPath = ("screens", at)
            settled = settler.settle(page, PAGE, place)
            known = page.objective is None or page.objective in objectives
            if not known:
                message = _unknown("objective", str(page.objective), objectives)
                self._note(document, (*place, "objective"), message)
            if self._once("screen", page.id, ids, document, (*place, "id")) and known:
                pages.append(settled)
                keys.append(place)
        return pages, keys

    def _quiz(
        self, file: LessonFile, stem: str, document: Document | None, own: Collection[str]
    ) -> tuple[Quiz | None, list[KeyPath]]:
        if document is None:
            message = f"a lesson without a quiz: quizzes/{stem}.yaml is missing"
            self._note(self.raw.lessons[stem], ("lesson",), message)
            return None, []
        items, keys = self._items(document, own)
        quiz: QuizFile | None = document.value
        if quiz is None:
            return None, []
        if quiz.quiz != file.lesson:
            message = f'its lesson is "{file.lesson}": write "quiz: {file.lesson}"'
            self._note(document, ("quiz",), message)
            return None, []
        return (Quiz(file.lesson, tuple(items)) if items else None), keys

    def _items(
        self, document: Document, objectives: Collection[str] | None
    ) -> tuple[list[Item], list[KeyPath]]:
        """The sound items; their objectives are compared where the lesson's are known."""
        items: list[Item] = []
        keys: list[KeyPath] = []
        quiz: QuizFile | None = document.value
        if quiz is None:
            return items, keys
        if not quiz.items:
            self._note(document, ("items",), "a quiz needs items")
        settler = self.settler(document)
        for at, item in enumerate(quiz.items):
            if item is None:
                continue
            place: KeyPath = ("items", at)
            settled: Item = settler.settle(item, ITEM, place)
            known = objectives is None or item.objective in objectives
            if not known:
                self._note(document, (*place, "objective"), self._elsewhere(item, objectives or ()))
            once = self._once("item", item.id, self.items, document, (*place, "id"))
            # The stem may ask about the figure, so the item cannot stand without it.
            if once and known and (item.figure is None or settled.figure is not None):
                items.append(settled)
                keys.append(place)
        return items, keys

    def _elsewhere(self, item: Item, objectives: Collection[str]) -> str:
        if item.objective in self.objectives:
            return f'objective "{item.objective}" belongs to {self.objectives[item.objective]}'
        return _unknown("objective", item.objective, objectives)

    def _coverage(
        self,
        file: LessonFile,
        document: Document,
        pages: list[Screen | RecallCard],
        quiz_document: Document | None,
        quiz: Quiz | None,
    ) -> None:
        """Notes objectives that nothing teaches or tests, where nothing broken could be it."""
        pages_whole = len(pages) == len(file.screens)
        quiz_file: QuizFile | None = quiz_document.value if quiz_document else None
        items_whole = quiz is not None and quiz_file and len(quiz.items) == len(quiz_file.items)
        taught = {page.objective for page in pages if isinstance(page, Screen)}
        tested = {item.objective for item in quiz.items} if quiz else set()
        for one in file.objectives:
            place: KeyPath = ("objectives", one.id)
            if pages_whole and one.id not in taught:
                message = f'no screen teaches objective "{one.id}"'
                self._note(document, place, message, Severity.FAULT)
            if items_whole and one.id not in tested:
                message = f'no item tests objective "{one.id}"'
                self._note(document, place, message, Severity.FAULT)

    def _once(
        self, kind: str, id: str, seen: dict[str, str], document: Document, keys: KeyPath
    ) -> bool:
        if id in seen:
            where = "" if seen[id] == document.places.path else f" in {seen[id]}"
            self._note(document, keys, f'{kind} "{id}" is there already{where}')
            return False
        seen[id] = document.places.path
        return True

    def _note(
        self,
        document: Document,
        keys: KeyPath,
        message: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.problems.append(document.places.problem(keys, message, severity=severity))


def _unknown(kind: str, id: str, known: Collection[str]) -> str:
    return f'unknown {kind} "{id}"{nearest(id, known)}'
