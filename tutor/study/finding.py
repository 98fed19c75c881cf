"""What a learner may look for: lessons, glossary, their notes, and questions that were answered.

A question not answered yet is not found: its first answer shall be an unaided one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.search import Document, Index, Where, course_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tutor.course.items import Item
    from tutor.study.desk import Desk


def search_index(desk: Desk) -> Index:
    """Everything for this learner. Opens every lesson of the course."""
    lessons: dict[str, str] = {}
    for entry in desk.library.lessons:
        quiz = desk.library.quiz(entry.id)
        lessons.update((item.id, entry.id) for item in (quiz.items if quiz else ()))
    learner, course = desk.learner.id, desk.library.header.id
    answered = desk.store.seen(learner, course, lessons)
    return course_index(desk.library, answered, _notes(desk, lessons))


def found_item(desk: Desk, lesson: str, item: str) -> Item | None:
    """The question of a hit."""
    quiz = desk.library.quiz(lesson)
    return next((one for one in quiz.items if one.id == item), None) if quiz else None


def _notes(desk: Desk, lessons: Mapping[str, str]) -> Iterator[Document]:
    for note in desk.store.notes(desk.learner.id, desk.library.header.id):
        if note.item in lessons:
            # Its own words are its name; what it stands on is looked up in the question.
            yield Document(Where.NOTE, note.item, lessons[note.item], 0, (note.text,), "")
