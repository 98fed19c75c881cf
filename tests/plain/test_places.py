"""Everything around lessons and quizzes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import FixedClock, MakeDesk
from tests.course.build import edit, small_course, write
from tests.plain.drive import (
    COURSE,
    GLOSSARY,
    LEFT_OPEN,
    NEXT,
    PROGRESS,
    QUIZ,
    REVIEW,
    SEARCH,
    SETTINGS,
    converse,
    said,
)
from tutor.course.library import Library
from tutor.plain.run import Opening
from tutor.store.backup import backup_now
from tutor.store.errors import RecordDamaged, RecordError
from tutor.store.opening import FILE
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.habits import habits
from tutor.study.learners import LEARNER_SETTING


def test_the_start_menu(desk: Desk) -> None:
    told = converse(desk, "q")
    assert "footdrop, line mode. A small course." in told
    assert "For learning, not medical advice." in told
    assert "  1. Read: The first lesson, 2 screens, 1 card, 12 minutes.\n" in told
    for words in ("2. The course, 2 lessons.", "5. Left open, none.", "9. Settings."):
        assert words in told


def test_what_is_next_is_one_key_away(desk: Desk, make_desk: MakeDesk, four: Library) -> None:
    converse(desk, NEXT, "", "q", "q")
    told = converse(make_desk(four), "q")
    assert "1. Read on: The first lesson, screen 2 of 4, 9 minutes left." in told
    converse(make_desk(four), "n", opening=QUIZ)
    told = converse(make_desk(four), NEXT)
    assert "1. Go on with Quiz 1: The first lesson, question 2 of 4." in told
    assert "5. Left open, 1 quiz." in told
    assert "Question 2 of 4. 1 answered." in told


@pytest.mark.parametrize("typed", ["", "0", "10", "x", "1 2", "r r", "ü", "q q"])
def test_what_is_no_place_is_told_what_there_is(desk: Desk, typed: str) -> None:
    told = converse(desk, typed)
    assert told.count("Please type 1 to 9 or q. A question mark tells more.") == 1


def test_help_and_repeating_everywhere(desk: Desk) -> None:
    told = converse(
        desk, "?", "r", COURSE, "?", "r", "q", SETTINGS, "?", "r", "q", GLOSSARY, "?", "q", "q"
    )
    assert told.count("q: one step back; from the start, leave.") == 3
    assert "1 or 2: the one with that number." in told
    assert "n: new learner." in told
    assert told.count("Settings. Who is learning:") == 2
    assert "q leaves the glossary." in told


def test_the_course_and_a_lesson_of_it(desk: Desk) -> None:
    told = said(converse(desk, COURSE, "2", "", "q", "q", "q"))
    assert (
        "A small course. The first part: 1. Lesson 1, The first lesson: new. "
        "The second part: 2. Lesson 2, The second lesson: new."
    ) in told
    assert (
        "Lesson 2: The second lesson of the course. Afterwards you can: - Know what it is" in told
    )
    assert "Screen 1 of 4: How it opens." in told


def test_a_quiz_from_the_course(desk: Desk) -> None:
    assert "Question 1 of 4." in converse(desk, COURSE, "1", "t")


def test_a_broken_lesson_is_named_and_the_rest_opens(tmp_path: Path, make_desk: MakeDesk) -> None:
    root = small_course(tmp_path / "course")
    edit(root, "lessons/01-first.yaml", "screens:", "screens: [")
    told = converse(make_desk(root), COURSE, "1", "")
    assert "in the course's files; what they spoil is left out, the rest works." in told
    assert "lessons/01-first.yaml, line" in told
    assert "Screen 1 of 4: How it opens." in told


def test_a_course_with_no_lesson(tmp_path: Path, make_desk: MakeDesk) -> None:
    root = small_course(tmp_path / "course")
    for stem in ("01-first", "02-second"):
        write(root, f"lessons/{stem}.yaml", "lesson: [")
    told = converse(
        make_desk(root), NEXT, COURSE, REVIEW, LEFT_OPEN, PROGRESS, SEARCH, "nerve", "q", "q"
    )
    assert told.count("Nothing is due.") > 1
    assert "No match for 'nerve'." in told


def studied(make_desk: MakeDesk, course: Library, clock: FixedClock) -> None:
    """Two quizzes on the first lesson, a day apart; the second one wholly right but for one."""
    for answers in (["n", ""] * 4, ["n", "", "n", "", "n", "", "90", "", ""]):
        converse(make_desk(course, clock=clock), *answers, "q", opening=QUIZ)
        clock.advance(days=1)
    missed = make_desk(course, clock=clock).begin_retry("first", ("first-multi",))
    assert missed is not None
    missed.answer(missed.session.items[0], None)  # which is no score of the quiz


def test_progress_and_the_history_of_a_quiz(make_desk: MakeDesk, four: Library) -> None:
    clock = FixedClock()
    studied(make_desk, four, clock)
    told = said(converse(make_desk(four, clock=clock), PROGRESS, "1", "", "2", "t", "q", "q", "q"))
    assert "Progress. Study: - 3 days studied, 3 of the last 7. 9 answers in" in told
    assert "How sure, and how right:" in told
    assert (
        "Every quiz: 1. Lesson 1, The first lesson: 2 quizzes, "
        "last 29 percent yesterday, best 29 percent. 2. Lesson 2, The second lesson: no score yet."
    ) in told
    assert (
        "Quiz 1: The first lesson. The newest first. "
        "- yesterday at 10:00: 29 percent, 1 of 4 right, 0 seconds. "
        "- on 22 November at 10:00: 0 percent, 0 of 4 right, 0 seconds. "
        "From 0 to 29 percent: rising."
    ) in told
    assert "Quiz: The second lesson. 3 questions." in told


def test_progress_before_the_first_quiz(desk: Desk) -> None:
    assert "After your first quiz your scores stand here." in converse(desk, PROGRESS, "q")


def test_left_open_is_gone_on_with_or_dropped(
    desk: Desk, make_desk: MakeDesk, four: Library
) -> None:
    assert "Nothing is left open." in converse(desk, LEFT_OPEN, "q")
    converse(make_desk(four), "n", opening=QUIZ)
    told = converse(make_desk(four), LEFT_OPEN, "1", "", "q", "q", "q")
    assert "1. Quiz 1, The first lesson, question 2 of 4, last today at 10:00.\n" in told
    assert "Question 2 of 4. 1 answered." in told
    kept = converse(make_desk(four), LEFT_OPEN, "1", "d", "", "q", "q")
    assert "Dropped" not in kept
    dropped = converse(make_desk(four), LEFT_OPEN, "1", "d", "d", "q")
    assert "Dropped. Its answers stay in your record." in dropped
    assert make_desk(four).left_open() == ()


def test_search_finds_terms_screens_and_questions(desk: Desk) -> None:
    told = said(converse(desk, SEARCH, "neck", "1", "r", "2", "q", "q", "q", "q"))
    assert "Glossary: 1. Neck of the fibula." in told
    assert "Lessons: 2. Lesson 1, screen 1: How it opens. The first lines, with a neck." in told
    assert told.count("The part below the head.") == 1
    assert told.count("matches for 'neck'") == 2
    assert "Screen 1 of 4: How it opens." in told


def test_a_question_found_is_told_with_its_answer_and_not_scored(
    desk: Desk, again: Desk, make_desk: MakeDesk, four: Library
) -> None:
    assert "No match for 'degrees'." in converse(desk, "/ degrees")  # it was never asked
    sitting = again.begin_quiz("first")
    assert sitting is not None
    sitting.answer(sitting.session.items[3], None)
    told = said(converse(again, "/ degrees", "1", "", "q", "q"))
    assert "Questions you answered: 1. Quiz 1: How many degrees?" in told
    assert told.index("How many degrees? Enter for the answer") < told.index("Right answer: 90")
    assert len(make_desk(four).store.events(1)) == 1


def test_search_without_a_match(desk: Desk) -> None:
    told = converse(desk, SEARCH, "fibulra", "zzzzz", "", "q", "/zzzz")
    assert "No match for 'fibulra'. Close to it: fibula" in told
    assert "No match for 'zzzzz'.\n" in told
    assert "No match for ''.\n" not in told
    assert "No match for 'zzzz'.\n" in told


def test_the_glossary_by_word_and_by_letter(desk: Desk) -> None:
    told = said(converse(desk, GLOSSARY, "h", "x", "fib", "zz", "?", "", "q"))
    assert "Glossary, 2 words." in told
    assert "1 word: head of the fibula." in told
    assert "No word begins with X." in told
    assert "Neck of the fibula. Say:" in told
    assert "No word of the glossary for 'zz'." in told


# -- settings ----------------------------------------------------------------------------------


def test_learners_come_and_are_renamed(desk: Desk, again: Desk) -> None:
    told = converse(desk, SETTINGS, "n", "Ana", "c", "Eva", "1", "n", "", "q", "r", "q")
    for words in ("Now learning: Ana.", "2. Eva, learning now.", "Now learning: you."):
        assert words in told
    assert "Learning: you.\n" in told  # the start menu says so where there are several
    assert [one.name for one in again.store.learners()] == ["you", "Eva"]
    assert again.store.setting(LEARNER_SETTING) == "you"


@pytest.mark.parametrize("name", ["YOU", "x" * 41])
def test_a_name_that_cannot_be_one_is_said_so(desk: Desk, again: Desk, name: str) -> None:
    told = converse(desk, SETTINGS, "n", "Ana", "c", name, "q", "q")
    assert "There is a learner called" in told or "at most 40" in told
    assert [one.name for one in again.store.learners()] == ["you", "Ana"]


def test_certainty_is_turned_on_and_off(desk: Desk, again: Desk) -> None:
    told = converse(desk, SETTINGS, "h", "h", "h", "q", "q")
    assert told.count("How sure you are is not asked after each answer") == 2
    assert told.count("How sure you are is asked after each answer") == 2
    assert not habits(again.store, 1).certainty


def test_how_much_and_how_well_to_learn(desk: Desk, again: Desk) -> None:
    told = converse(
        desk, SETTINGS, "k", "3", "m", "5", "d", "40", "d", "", "m", "x", "k", "q", "q", "q"
    )
    assert "  3. exam soon: 95 of 100." in told
    assert "95 of 100 cards shall be known when they are due (k)." in told
    assert "At most 5 new cards (m) and 40 due ones (d) a day." in told
    assert habits(again.store, 1)[1:] == (0.95, 5, 40)


# -- a record that cannot be opened ------------------------------------------------------------


def broken(desk: Desk, home: Path) -> tuple[Desk, Opening]:
    """A desk without a record, and the trouble with the one in `home`."""
    backup_now(desk.store.record, None)
    desk.store.close()
    (home / FILE).write_bytes(b"no database")
    with pytest.raises(RecordDamaged) as caught:
        Store.open(home, desk.clock)
    forgetful = Store.in_memory(desk.clock)
    without = desk._replace(store=forgetful, learner=forgetful.learner("you"))
    return without, Opening(trouble=caught.value, home=home)


def test_a_damaged_record_is_restored(
    desk: Desk, tmp_path: Path, make_desk: MakeDesk, four: Library
) -> None:
    converse(desk, "n", opening=QUIZ)
    without, opening = broken(make_desk(four), tmp_path / "home")
    told = converse(without, "r", "9", "1", "3", "q", "q", opening=opening)
    assert "The newest backup is from" in told
    assert "Your record is open." in told
    assert "1. Go on with Quiz 1: The first lesson, question 2 of 4" in told


def test_a_new_record_is_begun_and_the_old_one_kept(
    desk: Desk, tmp_path: Path, make_desk: MakeDesk, four: Library
) -> None:
    home = tmp_path / "home"
    without, opening = broken(desk, home)
    told = converse(without, "3", "2", "q", opening=opening)
    assert told.count("Restore the newest backup.") == 2  # trying again changed nothing
    assert "Your record is open." in told
    assert any(path.read_bytes() == b"no database" for path in home.iterdir() if path.is_file())


def test_learning_without_a_record(desk: Desk, tmp_path: Path) -> None:
    without, opening = broken(desk, tmp_path / "home")
    told = converse(without, "4", "1", opening=opening)
    assert "No record is kept in this run." in told
    assert told.endswith("Nothing is kept in this run.\n")


def test_a_script_is_told_of_the_trouble_by_a_failure(desk: Desk, tmp_path: Path) -> None:
    without, opening = broken(desk, tmp_path / "home")
    with pytest.raises(RecordError, match="is kept as it is"):
        converse(without, opening=opening)


def test_leaving_the_trouble_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    home = tmp_path / "home"
    without, opening = broken(desk, home)
    converse(without, "q", opening=opening)
    assert (home / FILE).read_bytes() == b"no database"
