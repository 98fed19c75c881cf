"""A lesson's file and its quiz's to the lesson that opens: what is broken in them is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.course.items import Case
from tutor.course.items.case import stage_items
from tutor.course.listing import COURSE
from tutor.course.model import Lesson, Quiz, Screen
from tutor.course.names import is_id
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


class _Ids:
    """Where each id of a kind was met first: on what opens, and on what could not be read."""

    def __init__(self) -> None:
        self.sound: dict[str, str] = {}
        self.broken: dict[str, str] = {}


class LessonReader:
    """Reads lesson after lesson and knows the ids of those before.

    What could not be read is looked through all the same: all problems come in one run.
    """

    def __init__(
        self,
        raw: RawCourse,
        header: CourseHeader | None,
        settler: Callable[[Document], Settler],
        problems: list[Problem],
    ) -> None:
        self.raw, self.header, self.settler, self.problems = raw, header, settler, problems
        self.numbers: dict[int, str] = {}
        self.objectives = _Ids()
        self.items = _Ids()

    def read(self, stem: str) -> ReadLesson | None:
        """The lesson of a file, or None where it cannot open."""
        document = self.raw.lessons[stem]
        file: LessonFile | None = document.value
        number = self._number(stem, document)
        quiz_document = self.raw.quizzes.get(stem)
        name = file.lesson if file else document.names.get("lesson", "")
        part = self._part(name, file.part if file else document.names.get("part", ""), document)
        own = self._objectives(file, document)
        pages, page_keys = self._pages(file, document, own)
        quiz, item_keys = self._quiz(name, stem, quiz_document, own)
        if file is None:
            return None
        self._coverage(file, document, pages, quiz_document, quiz)
        if number is None or not pages:
            return None
        settler = self.settler(document)
        lesson = Lesson(
            id=file.lesson,
            number=number,
            title=file.title,
            short=file.short or file.title,
            part=part,
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

    def _part(self, name: str, part: str, document: Document) -> str:
        """The part that lists the lesson: course.yaml decides."""
        if self.header is None or not is_id(part):
            return part
        parts = [one.id for one in self.header.parts]
        listing = [one.id for one in self.header.parts if name in one.lessons]
        if part not in parts:
            self._note(document, ("part",), _unknown("part", part, parts))
        elif listing and part not in listing:
            message = f'{COURSE} lists this lesson in part "{listing[0]}"'
            self._note(document, ("part",), message)
        return listing[0] if listing else part

    def _objectives(self, file: LessonFile | None, document: Document) -> Collection[str] | None:
        """The ids of the lesson's objectives; None where nothing can be said of them."""
        written = document.places.names(("objectives",)) if file is None else ()
        own = [one.id for one in file.objectives] if file else list(filter(is_id, written))
        for one in own:
            self._once("objective", one, self.objectives, document, ("objectives", one))
        return own if own or file else None

    def _pages(
        self, file: LessonFile | None, document: Document, objectives: Collection[str] | None
    ) -> tuple[list[Screen | RecallCard], list[KeyPath]]:
        if file and not file.screens:
            self._note(document, ("screens",), "a lesson needs screens")
        settler = self.settler(document)
        pages: list[Screen | RecallCard] = []
        keys: list[KeyPath] = []
        ids = _Ids()
        count = document.places.count(("screens",)) if file is None else 0
        for at, page in enumerate(file.screens if file else (None,) * count):
            place: KeyPath = ("screens", at)
            if page is None:
                self._look("screen", place, ids, document, settler, objectives)
                continue
            settled = settler.settle(page, PAGE, place)
            known = page.objective is None or page.objective in (objectives or ())
            if not known:
                message = self._elsewhere(str(page.objective), objectives or ())
                self._note(document, (*place, "objective"), message)
            if self._once("screen", page.id, ids, document, (*place, "id")) and known:
                pages.append(settled)
                keys.append(place)
        return pages, keys

    def _look(
        self,
        kind: str,
        place: KeyPath,
        ids: _Ids,
        document: Document,
        settler: Settler,
        objectives: Collection[str] | None,
    ) -> None:
        """Notes what can be said of a page or an item that could not be read."""
        settler.look(place)
        objective = document.places.written((*place, "objective"))
        if is_id(objective) and objectives is not None and objective not in objectives:
            message = self._elsewhere(objective, objectives)
            self._note(document, (*place, "objective"), message)
        id = document.places.written((*place, "id"))
        if is_id(id):
            self._once(kind, id, ids, document, (*place, "id"), opens=False)

    def _quiz(
        self,
        lesson: str,
        stem: str,
        document: Document | None,
        own: Collection[str] | None,
    ) -> tuple[Quiz | None, list[KeyPath]]:
        if document is None:
            message = f"a lesson without a quiz: quizzes/{stem}.yaml is missing"
            self._note(self.raw.lessons[stem], ("lesson",), message)
            return None, []
        items, keys = self._items(document, own)
        name = document.names.get("quiz", "")
        if name != lesson:
            if is_id(name) and is_id(lesson):
                message = f'its lesson is "{lesson}": write "quiz: {lesson}"'
                self._note(document, ("quiz",), message)
            return None, []
        return (Quiz(lesson, tuple(items)) if items else None), keys

    def _items(
        self, document: Document, objectives: Collection[str] | None
    ) -> tuple[list[Item], list[KeyPath]]:
        """The sound items; their objectives are compared where the lesson's are known."""
        items: list[Item] = []
        keys: list[KeyPath] = []
        quiz: QuizFile | None = document.value
        if quiz and not quiz.items:
            self._note(document, ("items",), "a quiz needs items")
        settler = self.settler(document)
        count = document.places.count(("items",)) if quiz is None else 0
        for at, item in enumerate(quiz.items if quiz else (None,) * count):
            place: KeyPath = ("items", at)
            if item is None:
                self._look("item", place, self.items, document, settler, objectives)
                continue
            settled: Item = settler.settle(item, ITEM, place)
            known = self._is_known(item.objective, objectives, document, place)
            once = self._once("item", item.id, self.items, document, (*place, "id"))
            staged = self._stages(settled, settler, objectives, document, place)
            # The stem may ask about the figure, so the item cannot stand without it.
            if once and known and staged and (item.figure is None or settled.figure is not None):
                items.append(staged)
                keys.append(place)
        return items, keys

    def _stages(
        self,
        item: Item,
        settler: Settler,
        objectives: Collection[str] | None,
        document: Document,
        place: KeyPath,
    ) -> Item | None:
        """The item with what its stages point to; None where a stage cannot stand."""
        if not isinstance(item.body, Case):
            return item
        stages = []
        for at, stage in enumerate(item.body.stages):
            keys = (*place, "stages", at)
            settled = settler.references(stage, keys)
            known = self._is_known(stage.objective, objectives, document, keys)
            if known and (stage.figure is None or settled.figure is not None):
                stages.append(settled)
        if len(stages) < len(item.body.stages):
            return None
        return replace(item, body=replace(item.body, stages=tuple(stages)))

    def _is_known(
        self,
        objective: str | None,
        objectives: Collection[str] | None,
        document: Document,
        place: KeyPath,
    ) -> bool:
        """Whether the lesson has this objective; if not, that is noted."""
        if objective is None or objectives is None or objective in objectives:
            return True
        self._note(document, (*place, "objective"), self._elsewhere(objective, objectives))
        return False

    def _elsewhere(self, objective: str, objectives: Collection[str]) -> str:
        if objective in self.objectives.sound:
            return f'objective "{objective}" belongs to {self.objectives.sound[objective]}'
        return _unknown("objective", objective, objectives)

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
        for item in quiz.items if quiz else ():
            tested.update(stage.objective for stage in stage_items(item))
        for one in file.objectives:
            place: KeyPath = ("objectives", one.id)
            if pages_whole and one.id not in taught:
                message = f'no screen teaches objective "{one.id}"'
                self._note(document, place, message, Severity.FAULT)
            if items_whole and one.id not in tested:
                message = f'no item tests objective "{one.id}"'
                self._note(document, place, message, Severity.FAULT)

    def _once(
        self,
        kind: str,
        id: str,
        ids: _Ids,
        document: Document,
        keys: KeyPath,
        *,
        opens: bool = True,
    ) -> bool:
        """Notes an id that was met before; whether nothing that opens has it."""
        path = document.places.path
        first = ids.sound.get(id) or ids.broken.get(id)
        if first:
            where = "" if first == path else f" in {first}"
            self._note(document, keys, f'{kind} "{id}" is there already{where}')
        if id in ids.sound:
            return False
        (ids.sound if opens else ids.broken).setdefault(id, path)
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
