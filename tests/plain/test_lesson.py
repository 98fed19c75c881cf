"""A lesson in line mode, screen by screen."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import MakeDesk
from tests.course.build import edit, small_course
from tests.plain.drive import LESSON, converse, said
from tutor.course.library import Library
from tutor.plain.run import Opening
from tutor.store.errors import RecordFull
from tutor.store.store import Store
from tutor.study.desk import Desk


def test_reading_a_lesson_to_its_quiz(desk: Desk, again: Desk) -> None:
    told = converse(desk, "", "", "", "", "", opening=LESSON)
    words = said(told)
    for heard in (
        "Lesson 1: The first lesson of the course. 4 screens, about 12 minutes.",
        "Screen 1 of 4: How it opens. The first lines, with a neck. - a list - of two",
        "Figure: The right leg, knee. From the outer side. One structure: "
        "1. Common nerve. Behind the knee.",
        "Screen 2 of 4: a card. Think of the answer, then turn it. What is it?",
        "The answer: Bone.",
        "Screen 3 of 4: How it closes. The last lines.",
        "Screen 4 of 4: What to take home. 1. The one sentence. Now the quiz: 4 questions.",
        "Quiz: The first lesson. 4 questions.",
    ):
        assert heard in words, heard
    assert told.index("Enter to turn the card") < told.index("Bone.")
    reading = again.store.reading(1, "small-course")["first"]
    assert len(reading.screens) == 4


def test_a_page_is_repeated_and_gone_back_to(desk: Desk) -> None:
    told = converse(desk, "r", "", "b", "b", opening=LESSON)
    assert told.count("Screen 1 of 4") == 3
    assert "Please press Enter, or type 1, g, c, s, t or q." in told  # before the first is none


def test_a_lesson_opens_where_it_was_left(desk: Desk, make_desk: MakeDesk, four: Library) -> None:
    left = converse(desk, "", "", "", "q", opening=LESSON)
    assert left.endswith("Your place is kept: screen 3 of 4.\n")
    told = converse(make_desk(four), opening=LESSON)
    assert "Screen 3 of 4" in told
    assert "Screen 1 of 4" not in told


def test_terms_sources_and_contents_of_a_page(desk: Desk) -> None:
    told = said(converse(desk, "g", "s", "c", "3", "", opening=LESSON))
    assert "Neck of the fibula. Say: FIB-yoo-lar. In plain words: The narrow part" in told
    assert "Also called: fibular neck. Not the same: head of the fibula. Sources: Writer" in told
    assert "- Writer A: A book: with a colon (2008)." in told
    assert "1. How it opens 2. Card: What is it? 3. How it closes 4. What to take home" in told
    assert told.index("4. What to take home") < told.index("Screen 3 of 4")


def test_several_terms_are_picked_by_number(tmp_path: Path, make_desk: MakeDesk) -> None:
    root = small_course(tmp_path / "course")
    edit(root, "lessons/01-first.yaml", "- of two", "- of [heads](term:fibular-head)")
    told = said(converse(make_desk(root), "g", "2", "", "g head", opening=LESSON))
    assert "1. neck of the fibula. 2. head of the fibula. Number of a word, Enter to go on" in told
    assert told.count("The bump at the outer knee.") == 2


def test_a_word_is_looked_up_in_place(desk: Desk) -> None:
    told = converse(desk, "g fibular neck", "g nck", "g zzzz", "", opening=LESSON)
    assert "The part below the head." in told
    assert "No word of the glossary for 'nck'. Close to it: neck." in told
    assert "No word of the glossary for 'zzzz'.\n" in told
    assert "Screen 2 of 4" in told  # the place in the lesson was not left


def test_a_structure_of_the_figure_by_its_number(desk: Desk) -> None:
    told = converse(desk, "1", "d", opening=LESSON)
    assert "Common nerve. Behind the knee. Also called: CN.\n" in told


def test_a_card_keeps_its_secret_when_it_is_repeated(desk: Desk) -> None:
    told = converse(desk, "", "r", "g", "", "r", opening=LESSON)
    assert told.count("What is it?") == 3
    assert told.count("Bone.") == 2


def test_the_words_of_a_card_are_offered_when_it_is_turned(
    tmp_path: Path, make_desk: MakeDesk
) -> None:
    root = small_course(tmp_path / "course")
    edit(
        root, "lessons/01-first.yaml", 'answer: "Bone."', 'answer: "The [neck](term:fibular-neck)."'
    )
    told = converse(make_desk(root), "", "g", "", "g", opening=LESSON)
    before, _, after = told.partition("The answer:")
    assert "Enter to turn the card (b back, r repeat, q leave)" in before
    assert "FIB-yoo-lar" not in before
    assert "FIB-yoo-lar" in after


def test_straight_to_the_quiz(desk: Desk) -> None:
    assert "Question 1 of 4." in converse(desk, "t", opening=LESSON)


def test_a_table_is_told_row_by_row(tmp_path: Path, make_desk: MakeDesk) -> None:
    root = small_course(tmp_path / "course")
    table = "| Nerve | Lifts |\n      | --- | --- |\n      | deep | the foot |\n      | outer | |"
    edit(root, "lessons/01-first.yaml", "- a list\n      - of two", table)
    told = converse(make_desk(root), opening=LESSON)
    assert "- Nerve: deep; Lifts: the foot.\n- Nerve: outer.\n" in told
    assert "|" not in told


def test_a_lesson_without_a_quiz_ends_with_itself(tmp_path: Path, make_desk: MakeDesk) -> None:
    root = small_course(tmp_path / "course")
    (root / "quizzes/01-first.yaml").unlink()
    told = converse(make_desk(root), "", "", "", "", "t", "", opening=LESSON)
    assert "Enter to go back" in told
    assert "Question" not in told


def test_reading_goes_on_when_the_place_cannot_be_kept(desk: Desk) -> None:
    class Full(Store):
        def mark_read(self, learner_id: int, course: str, lesson: str, screen: str) -> None:
            raise RecordFull("The disk is full", "Free some space.")

    told = converse(desk._replace(store=Full(desk.store.record)), "", opening=LESSON)
    assert "The disk is full. Free some space." in told
    assert "Screen 2 of 4" in told


def test_lines_are_folded_in_a_terminal_only(desk: Desk, make_desk: MakeDesk) -> None:
    shipped = Opening(lesson="peroneal-nerve")
    narrow = converse(make_desk(), *[""] * 12, opening=shipped, width=40)
    whole = converse(make_desk(home="other"), *[""] * 12, opening=shipped)
    assert max(map(len, narrow.splitlines())) <= 40
    assert max(map(len, whole.splitlines())) > 200
    assert said(narrow) == said(whole)
