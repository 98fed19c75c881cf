"""What to do now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.memory.next import Begun, Cards, Kind, Reading, Situation, Step, Weak, next_step

NERVE = Reading("The nerve", read=0, at=0, screens=11, minutes=12, questions=10)
ALL = Situation(
    begun=Begun("Quiz 4", 5, 10),
    cards=Cards(due=14, sure_and_wrong=2, again=3, new=10, minutes=6),
    unfinished=NERVE._replace(read=5, at=4, minutes=7),
    missed=NERVE._replace(name="The brain", missed=2),
    unread=NERVE._replace(name="The braces"),
    weak=Weak("Trace the nerve", 1, 4, "The nerve"),
    next_due=1,
)


def without(*names: str) -> Situation:
    return ALL._replace(**{name: Situation._field_defaults[name] for name in names})


ORDER = ["begun", "cards", "unfinished", "missed", "unread", "weak", "next_due"]


@pytest.mark.parametrize(
    ("gone", "line"),
    [
        (0, "Go on with Quiz 4, question 6 of 10."),
        (
            1,
            "Review: 14 cards are due, 2 of them sure and wrong, 3 to repeat, 10 new, about 6 min.",
        ),
        (2, "Read on: The nerve, screen 5 of 11, 7 min left."),
        (3, "Read: The brain, 11 screens, 12 min, 2 questions missed before."),
        (4, "Read: The braces, 11 screens, 12 min."),
        (5, "Practise: Trace the nerve, 1 of the last 4 right, lesson The nerve."),
        (6, "Nothing is due: the next card comes tomorrow."),
        (7, "Nothing is due."),
    ],
)
def test_the_ranking(gone: int, line: str) -> None:
    assert next_step(without(*ORDER[:gone])).line == line


def test_a_session_left_in_the_middle() -> None:
    step = next_step(ALL)
    words = "question 6 of 10"
    assert step == Step(Kind.RESUME, "Quiz 4", words, "Go on with Quiz 4, question 6 of 10.")


def test_a_session_with_every_answer_given() -> None:
    assert next_step(Situation(begun=Begun("Exam", 10, 10))).words == "question 10 of 10"


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        (Cards(due=1), "1 card is due"),
        (Cards(due=2), "2 cards are due"),
        (Cards(due=2, sure_and_wrong=1), "2 cards are due, 1 of them sure and wrong"),
        (Cards(again=2), "2 to repeat"),
        (Cards(again=2, new=4, minutes=3), "2 to repeat, 4 new, about 3 min"),
    ],
)
def test_a_review(cards: Cards, words: str) -> None:
    step = next_step(ALL._replace(begun=None, cards=cards))
    assert (step.kind, step.title, step.words) == (Kind.REVIEW, "Review", words)
    assert step.line == f"Review: {words}."


def test_items_never_asked_wait_for_the_lessons() -> None:
    fresh = without("begun")._replace(cards=Cards(new=4))
    assert next_step(fresh).kind is Kind.LESSON
    fresh = fresh._replace(unfinished=None, missed=None, unread=None)
    assert next_step(fresh).line == "Review: 4 new."


READ = NERVE._replace(read=11, at=10)


@pytest.mark.parametrize(
    ("lesson", "kind", "title", "line"),
    [
        (
            NERVE._replace(read=5, at=4, minutes=7),
            Kind.LESSON,
            "The nerve",
            "Read on: The nerve, screen 5 of 11, 7 min left.",
        ),
        (
            READ,
            Kind.QUIZ,
            "Quiz: The nerve",
            "Quiz: The nerve, all read, now its questions.",
        ),
        (
            READ._replace(best=60),
            Kind.AGAIN,
            "Once more: The nerve",
            "Once more the quiz: The nerve, best so far 60%.",
        ),
        (
            NERVE._replace(read=5, at=4, minutes=7, best=60),
            Kind.LESSON,
            "The nerve",
            "Read on: The nerve, screen 5 of 11, 7 min left.",
        ),
    ],
)
def test_a_lesson_that_was_begun(lesson: Reading, kind: Kind, title: str, line: str) -> None:
    step = next_step(Situation(unfinished=lesson))
    assert (step.kind, step.title, step.line) == (kind, title, line)


def test_one_question_missed_before() -> None:
    step = next_step(Situation(missed=NERVE._replace(missed=1)))
    assert step.words == "11 screens, 12 min, 1 question missed before"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "the next card comes today"),
        (1, "the next card comes tomorrow"),
        (2, "the next card comes in 2 days"),
        (None, ""),
    ],
)
def test_nothing_to_do(days: int | None, words: str) -> None:
    step = next_step(Situation(next_due=days))
    assert (step.kind, step.title, step.words) == (Kind.DONE, "Nothing is due", words)


@given(st.sets(st.sampled_from(ORDER)))
def test_the_line_is_one_plain_sentence(gone: set[str]) -> None:
    # Read aloud and printed by "footdrop next": no signs, no line breaks.
    step = next_step(without(*gone))
    assert step.line.endswith(".")
    assert "\n" not in step.line
    assert step.line.isascii()
    assert step.title.rpartition(": ")[2] in step.line
