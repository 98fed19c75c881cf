"""A quiz in line mode, line by line."""

from __future__ import annotations

import io
from typing import Any

import pytest

from tests.conftest import FixedClock, MakeDesk
from tests.plain.drive import QUIZ, REVIEW, converse, prompts, said
from tutor.course.library import Library
from tutor.plain.run import Opening, run
from tutor.plain.talk import LONGEST, Talk
from tutor.quiz.event import Event, Kind
from tutor.quiz.session import Session
from tutor.store.errors import RecordFull
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.habits import set_certainty
from tutor.study.sitting import Sitting


def session(desk: Desk) -> Session:
    """The first session of the record, as it stands now."""
    sitting = desk.resume(desk.store.session(1))
    assert sitting is not None
    return sitting.session


def events(desk: Desk, id: int = 1) -> list[tuple[Kind, str, object, float | None]]:
    """What was written to a session, oldest first."""
    return [(one.kind, one.item, one.response, one.score) for one in desk.store.events(id)]


def number_of(desk: Desk, option: str) -> str:
    """The number that an option of the first question will be shown with, in this record."""
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    (item,) = (one for one in sitting.session.items if option in str(one.body))
    number = [one.id for one in sitting.shown_options(item)].index(option) + 1
    desk.store.drop_session(sitting.id)
    return str(number)


@pytest.fixture
def common(make_desk: MakeDesk, four: Library) -> str:
    """The number of the right option of the first question: the seed is the same everywhere."""
    return number_of(make_desk(four, home="elsewhere"), "common")


def test_a_quiz_with_each_of_the_four_types(desk: Desk, again: Desk, common: str) -> None:
    told = converse(desk, common, "", "1 2 3", "", "deep nerve", "", "94", "", "q", opening=QUIZ)
    outcomes = session(again).outcomes
    assert {id: one.score for id, one in outcomes.items()} == {
        "first-single": 1.0,
        "first-multi": 0.0,
        "first-text": 1.0,
        "first-number": 0.5,
    }
    for words in (
        "Question 1 of 4.",
        "Question 2 of 4. 1 answered.",
        "Right.",
        f"Right, your answer: {common}. Common nerve. It lifts, and it turns.",
        "Tibial nerve. It pushes down.",
        "Also offered:",
        "Right answer: deep nerve",
        "Your answer: 94.",
        "Nearly.",
        "Remember: A right angle.",
        "Sources: Writer 2008.",
        "Enter for the result",
        "2 of 4 right",
        "Your first score for this quiz.",
        "- Know it: 2 of 4, in part.",
    ):
        assert words in said(told), words


def test_every_why_is_told(desk: Desk) -> None:
    told = said(converse(desk, "n", opening=QUIZ))
    assert "No answer. Here is why." in told
    for why in ("It lifts, and it turns.", "It pushes down.", "It only feels."):
        assert why in told


def test_the_question_is_repeated_with_one_key(desk: Desk) -> None:
    told = converse(desk, "r", opening=QUIZ)
    assert told.count("Which nerve is hurt?") == 2
    assert told.count("Common nerve") == 2


def test_the_question_is_repeated_after_its_answer_too(desk: Desk) -> None:
    told = converse(desk, "1", "r", opening=QUIZ)
    assert told.count("Which nerve is hurt?") == 2
    assert told.count("It pushes down.") == 2


def test_hints_come_one_by_one_and_stay_with_the_question(desk: Desk, again: Desk) -> None:
    told = converse(desk, "h", "h", "h", "r", "1", opening=QUIZ)
    assert "Hint 1 of 2: Think of the knee." in told
    assert "There is no further hint." in told
    assert told.count("Think of the knee.") == 2
    assert told.count("It also turns.") == 2
    assert session(again).outcomes["first-single"].hints == 2
    # A hint is offered as long as there is one.
    offered = ["h hint" in line for line in prompts(told)]
    assert offered == [True, True, False, False, False, False]


@pytest.mark.parametrize("typed", ["0", "4", "99999999999", "-1", "one", "1 2", "", "½"])
def test_a_wrong_number_gets_one_kind_line(desk: Desk, again: Desk, typed: str) -> None:
    told = converse(desk, typed, opening=QUIZ)
    assert told.count("There are three answers. Please type 1, 2 or 3.\n") == 1
    assert events(again) == []


def test_dont_know_flag_skip_and_leave(desk: Desk, again: Desk) -> None:
    told = converse(desk, "f", "s", "n", "f", "f", "", "q", opening=QUIZ)
    assert events(again) == [
        (Kind.FLAGGED, "first-single", None, None),
        (Kind.SKIPPED, "first-single", None, None),
        (Kind.ANSWERED, "first-multi", None, 0.0),
        (Kind.FLAGGED, "first-multi", None, None),
        (Kind.UNFLAGGED, "first-multi", None, None),
    ]
    assert "Skipped. It comes again at the end." in told
    assert told.endswith("Question 3 of 4 is kept.\n")


def test_the_last_open_question_cannot_be_skipped(desk: Desk, again: Desk) -> None:
    told = converse(desk, "n", "", "n", "", "n", "", "s", opening=QUIZ)
    assert "This is the last open question." in told
    assert Kind.SKIPPED not in [kind for kind, *_ in events(again)]


@pytest.mark.parametrize("when", [("1", "u"), ("1", "", "u")])
def test_undo_after_the_answer_and_at_the_next_question(
    desk: Desk, again: Desk, common: str, when: tuple[str, ...]
) -> None:
    told = converse(desk, *when, common, opening=QUIZ)
    assert "Undone. Question 1 is open again." in told
    assert told.count("Which nerve is hurt?") == 2
    outcome = session(again).outcomes["first-single"]
    assert (outcome.score, outcome.changed) == (1.0, True)


def test_undo_after_the_last_answer(desk: Desk, again: Desk) -> None:
    told = converse(desk, "n", "", "n", "", "n", "", "n", "", "u", "90", opening=QUIZ)
    assert "Undone. Question 4 is open again." in told
    assert session(again).outcomes["first-number"].score == 1.0
    assert [score.percent for score in again.store.scores(1, "small-course")] == [29]


def test_nothing_to_undo(desk: Desk, again: Desk) -> None:
    assert "There is nothing to undo." in converse(desk, "u", opening=QUIZ)
    assert events(again) == []


def test_help_says_what_every_letter_does(desk: Desk) -> None:
    told = converse(desk, "?", opening=QUIZ)
    for letter in ("h", "r", "n", "f", "u", "s", "q", "question mark"):
        assert f"\n{letter}: " in told


def test_a_typed_answer_that_cannot_be_graded_yet_is_asked_for_again(
    desk: Desk, again: Desk
) -> None:
    told = converse(desk, "s", "s", "", "deep nerve", "", "9 apples", "9", opening=QUIZ)
    assert "Nothing to grade yet. Type your answer." in told
    assert '"apples" is not a unit known here.' in told
    assert [kind for kind, *_ in events(again)] == [
        Kind.SKIPPED,
        Kind.SKIPPED,
        Kind.ANSWERED,
        Kind.ASKED_AGAIN,
        Kind.ANSWERED,
    ]


def test_a_pasted_page_is_no_answer(desk: Desk, again: Desk) -> None:
    told = converse(desk, "s", "s", "fibula " * 15_000, "x" * LONGEST, opening=QUIZ)
    assert "That line is too long" in told
    assert "The answer is too long: a few words are enough." in told
    assert events(again)[-1] == (Kind.ANSWERED, "first-text", {"text": "x" * LONGEST}, 0.0)


def test_it_goes_on_where_it_was_left(desk: Desk, make_desk: MakeDesk, four: Library) -> None:
    first = converse(desk, "n", "", opening=QUIZ)
    assert first.endswith("Question 2 of 4 is kept. Everything is saved.\n")
    second = converse(make_desk(four), "n", opening=QUIZ)
    assert "Question 2 of 4. 1 answered." in second
    assert "Which nerve is hurt?" not in second


def test_several_are_stored_in_the_order_shown(desk: Desk, again: Desk) -> None:
    told = converse(desk, "s", "3 1", opening=QUIZ)
    lines = [line.strip() for line in told.splitlines()]
    shown = [line[-1].lower() for line in lines if line[:-1] in ("1. ", "3. ")]
    assert events(again)[-1][2] == {"options": shown}


def test_how_long_it_took_to_listen_rates_nothing(make_desk: MakeDesk, four: Library) -> None:
    clock = FixedClock()

    class Slow(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            clock.advance(seconds=20)
            return super().readline(size)

    run(make_desk(four, clock=clock), Talk(Slow(b"1\n"), io.StringIO()), QUIZ)
    record = make_desk(four, clock=clock).store.record
    assert record.rows("SELECT ms, timed FROM event WHERE kind = 'answered'") == [(20_000, 0)]


def test_nothing_answered_leaves_nothing_behind(desk: Desk, again: Desk) -> None:
    assert converse(desk, "q", opening=QUIZ).endswith("Nothing was answered.\n")
    assert again.left_open() == ()


def test_the_missed_questions_again(desk: Desk, again: Desk) -> None:
    told = converse(desk, *["n", ""] * 4, "m", *["n", ""] * 4, "q", opening=QUIZ)
    assert "Retry: The first lesson. 4 questions." in told
    assert "The score of the quiz stays as it was." in told
    assert [one.kind for one in again.store.scores(1, "small-course")] == ["quiz", "retry"]


def test_a_screen_read_again_from_the_result(desk: Desk) -> None:
    told = converse(desk, *["n", ""] * 4, "1", "q", "q", opening=QUIZ)
    assert "Read again, by number:\n  1. Screen 1, How it opens.\n" in told
    assert "Screen 1 of 4: How it opens." in told
    assert "Back at the result." in told


def test_all_answers_from_the_result(desk: Desk) -> None:
    told = converse(desk, *["n", ""] * 4, "a", "2", "q", "q", opening=QUIZ)
    assert "  2. Not right. Which lift the foot? Choose all that do.\n" in told
    assert told.count("It does not.") == 2


def test_what_is_next_follows_the_result(desk: Desk) -> None:
    told = converse(desk, *["n", ""] * 4, "", opening=QUIZ)
    assert "Next: Review: 4 to repeat, about 2 minutes." in told
    assert "Review. 4 questions." in told


def test_earlier_scores_are_compared(make_desk: MakeDesk, four: Library) -> None:
    clock = FixedClock()
    converse(make_desk(four, clock=clock), *["n", ""] * 4, "q", opening=QUIZ)
    clock.advance(days=1)
    told = converse(make_desk(four, clock=clock), *["n", ""] * 3, "90", "", "", "q", opening=QUIZ)
    assert "Your best so far. Before: 0 percent, yesterday." in told


# -- certainty ---------------------------------------------------------------------------------


@pytest.fixture
def sure(make_desk: MakeDesk, four: Library) -> Desk:
    """The desk of somebody who has taken a quiz before, which was the first session."""
    other = Opening(lesson="second", quiz=True)
    converse(make_desk(four), *["n", ""] * 3, "q", opening=other)
    return make_desk(four)


def certainties(desk: Desk) -> list[int | None]:
    return [one.certainty for one in desk.store.events(2) if one.kind is Kind.ANSWERED]


def test_certainty_is_asked_after_an_answer_and_stored_with_it(sure: Desk, again: Desk) -> None:
    told = converse(
        sure, "1", "3", "", "1", "", "", "deep nerve", "9", "2", "", "n", "", "q", opening=QUIZ
    )
    assert "1 guessing, 1 or 0; 2 fairly sure, 2 or minus 2; 3 certain, 3 or minus 6" in told
    assert "Please type 1, 2 or 3, or press Enter to pass over." in told
    assert certainties(again) == [3, None, 2, None]  # nobody is sure of not knowing


def test_a_choice_without_its_certainty_is_no_answer_yet(sure: Desk, again: Desk) -> None:
    told = converse(sure, "1", "u", "2", "q", opening=QUIZ)
    assert len(again.store.open_sessions(1, "small-course")) == 0
    assert told.count("How sure are you?") == 2


def test_the_question_is_repeated_before_one_is_sure(sure: Desk) -> None:
    told = converse(sure, "1", "r", "?", "f", "1", opening=QUIZ)
    assert told.count("Which nerve is hurt?") == 2
    assert "they never change your score" in told
    assert "Flagged." in told


def test_an_answer_that_cannot_be_graded_is_not_asked_how_sure(sure: Desk) -> None:
    told = converse(sure, "s", "s", "", opening=QUIZ)
    assert "How sure" not in told


def test_the_first_quiz_of_a_course_does_not_ask(desk: Desk) -> None:
    told = converse(desk, *["1", ""] * 2, "x", "", "9", "", "q", opening=QUIZ)
    assert "How sure" not in told


def test_who_does_not_want_it_is_not_asked(sure: Desk) -> None:
    set_certainty(sure.store, sure.learner.id, False)
    assert "How sure" not in converse(sure, "1", "", "1 2", opening=QUIZ)


# -- a record that cannot be written -----------------------------------------------------------


class Jammed(Store):
    """A disk that is full for the first so many answers."""

    times = 1

    def append(self, session_id: int, event: Event, **more: Any) -> tuple[Event, ...]:
        if self.times:
            self.times -= 1
            raise RecordFull("Your record could not be written: the disk is full", "Free some.")
        return super().append(session_id, event, **more)


def jammed(desk: Desk, times: int) -> Desk:
    store = Jammed(desk.store.record)
    store.times = times
    return desk._replace(store=store)


def test_an_answer_is_saved_once_there_is_room(desk: Desk, again: Desk, common: str) -> None:
    told = converse(jammed(desk, 2), common, "", "", opening=QUIZ)
    assert told.count("the disk is full. Free some.") == 2
    assert events(again) == [(Kind.ANSWERED, "first-single", {"option": "common"}, 1.0)]
    assert "Right." in told


def test_an_answer_that_is_given_up_leaves_the_question_open(desk: Desk, again: Desk) -> None:
    told = converse(jammed(desk, 1), "1", "q", "n", opening=QUIZ)
    assert "It is left as it was. The question is still open." in told
    assert events(again) == [(Kind.ANSWERED, "first-single", None, 0.0)]


def test_another_copy_of_the_program_answered_meanwhile(
    desk: Desk, make_desk: MakeDesk, four: Library
) -> None:
    converse(desk, "n", "", opening=QUIZ)
    here, there = make_desk(four), make_desk(four)
    row = there.left_open()[0]
    other = there.resume(row)
    assert isinstance(other, Sitting)

    class Between(Store):
        """Somebody else answers while the question is on the screen."""

        def append(self, session_id: int, event: Event, **more: Any) -> tuple[Event, ...]:
            while other.current is not None:
                other.answer(other.current, None)
            return super().append(session_id, event, **more)

    told = converse(here._replace(store=Between(here.store.record)), "1 2", "", "q", opening=QUIZ)
    assert "0 of 4 right" in told


# -- the learner's own verdict -----------------------------------------------------------------


def test_a_typed_answer_is_counted_as_the_learner_says(desk: Desk, again: Desk) -> None:
    told = converse(desk, "s", "s", "shallow nerve", "?", "c", "c", "c", "", "q", opening=QUIZ)
    assert "c: count the answer as right, by your own verdict." in told
    assert told.count("Counted as right, by your own verdict.") == 2
    assert told.count("Counted as wrong, by your own verdict.") == 1
    assert [(kind, score) for kind, _, _, score in events(again)][2:] == [
        (Kind.ANSWERED, 0.0),
        (Kind.OVERRIDDEN, 1.0),
        (Kind.OVERRIDDEN, 0.0),
        (Kind.OVERRIDDEN, 1.0),
    ]
    assert session(again).outcomes["first-text"].right


@pytest.mark.parametrize("lines", [("1",), ("s", "s", "n")])
def test_a_choice_and_what_is_not_known_have_no_other_verdict(
    desk: Desk, again: Desk, lines: tuple[str, ...]
) -> None:
    assert "own verdict" not in converse(desk, *lines, "?", "c", opening=QUIZ)
    assert Kind.OVERRIDDEN not in [kind for kind, *_ in events(again)]


# -- the review --------------------------------------------------------------------------------


def test_what_was_not_known_returns_in_the_review(make_desk: MakeDesk, four: Library) -> None:
    clock = FixedClock()
    converse(make_desk(four, clock=clock), *["n", ""] * 4, "q", opening=QUIZ)
    clock.advance(days=2)
    first = converse(make_desk(four, clock=clock), "q")
    assert "  1. Review: 4 cards are due, about 2 minutes.\n" in first
    assert "  3. Review, 4 cards due.\n" in first
    told = converse(make_desk(four, clock=clock), "1", *["n", ""] * 16, "q", "q")
    assert "Review. 4 questions." in told
    assert "Once more, not scored." in told
    assert "Review done: 0 of 4 right" in told
    assert "The mark is" not in told


def test_nothing_is_due_before_the_first_quiz(desk: Desk) -> None:
    told = converse(desk, REVIEW, "q", opening=None)
    assert "Nothing yet. Cards come after your first quiz." in told


def test_practice_of_everything_leaves_the_schedule_alone(
    make_desk: MakeDesk, four: Library
) -> None:
    cram = Opening(review=True, cram=True)
    assert "Nothing to practise yet." in converse(make_desk(four), opening=cram)
    converse(make_desk(four), "q", opening=Opening(lesson="first"))
    told = converse(make_desk(four), "n", "", "n", "q", opening=cram)
    assert "Practice. 4 questions." in told
    assert "Question 3 of 4 is kept." in told
    assert make_desk(four).store.cards(1, "small-course", FixedClock().now().date()) == ()
