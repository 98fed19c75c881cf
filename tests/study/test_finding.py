"""What a learner may look for."""

from __future__ import annotations

from tests.conftest import MakeDesk
from tests.study.answers import answer_all
from tutor.course.library import Library
from tutor.course.search import Where
from tutor.study.desk import Desk
from tutor.study.finding import found_item, search_index


def questions(desk: Desk, words: str) -> list[str]:
    return [hit.id for hit in search_index(desk).find(words, 99).of(Where.ITEM)]


def test_a_question_is_found_once_it_was_answered(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    word = "degrees"
    assert questions(desk, word) == []
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    answer_all(sitting)
    assert questions(desk, word) == ["first-number"]
    other = desk.with_learner(desk.store.learner("Ana"))
    assert questions(other, word) == []


def test_notes_are_found_by_their_words(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    desk.store.add_note(desk.learner.id, small.header.id, "first-number", "note", "Ask the zebra")
    desk.store.add_note(desk.learner.id, small.header.id, "gone", "note", "zebra of old")
    (hit,) = search_index(desk).find("zebra").hits
    assert (hit.where, hit.id, hit.lesson, hit.title) == (
        Where.NOTE,
        "first-number",
        "first",
        "Ask the zebra",
    )
    item = found_item(desk, hit.lesson, hit.id)
    assert item is not None
    assert item.id == "first-number"


def test_lessons_and_terms_are_always_found(make_desk: MakeDesk, small: Library) -> None:
    found = search_index(make_desk(small)).find("neck")
    assert found.of(Where.TERM)
    assert search_index(make_desk(small)).find("last lines").of(Where.PAGE)
