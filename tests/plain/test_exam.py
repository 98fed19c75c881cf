"""An exam and a pre-test in line mode."""

from __future__ import annotations

import io

import pytest

from tests.conftest import FixedClock, MakeDesk
from tests.plain.drive import COURSE, EXAM, LEFT_OPEN, converse, said
from tutor.course.library import Library
from tutor.plain.run import Opening, run
from tutor.plain.talk import Talk
from tutor.quiz.event import Kind
from tutor.study.desk import Desk
from tutor.study.exam import Wish
from tutor.study.pretest import begin_pretest

OVER_FIRST = Opening(exam=Wish(lesson="first", seed=3))
TIMED = Opening(exam=Wish(lesson="first", timed=True, seed=3))


RIGHT = {
    "first-single": {"option": "common"},
    "first-multi": {"options": ["a", "b"]},
    "first-text": {"text": "deep"},
    "first-number": {"text": "90"},
}


def kinds(desk: Desk) -> list[str]:
    return [one.kind.value for one in desk.store.events(1)]


def test_an_exam_tells_nothing_before_its_end(desk: Desk, again: Desk) -> None:
    told = converse(desk, "", "n", "h", *["s"] * 4, "h", "h", "q", opening=OVER_FIRST)
    before, _, after = told.partition("Not yet: 0 percent, 0 of 4 right")
    assert "Exam over lesson 1, The first lesson: 4 questions, no time limit." in before
    assert "There are no hints in an exam." in before
    assert "4 questions open, not known then. There is no way back." in before
    assert "So many questions leave a range" in after
    for why in ("It lifts, and it turns.", "Remember:", "Right answer"):
        assert why not in told
    assert [score.kind for score in again.store.scores(1, "small-course")] == ["exam"]


def test_answers_are_kept_at_once_and_may_change(desk: Desk, again: Desk) -> None:
    told = converse(desk, "", "1", "u", "2", "q", "1", "n", "q", "q", opening=OVER_FIRST)
    assert kinds(again) == ["chosen", "chosen", "chosen"]
    assert told.count("Your answer so far:") == 2
    assert "This question is open." in told
    assert "0 of 4 questions answered." in told
    assert told.endswith("The exam is kept: 0 of 4 answered.\n")


def test_an_empty_line_is_no_answer(desk: Desk, again: Desk) -> None:
    told = converse(desk, "", "", "", "word", opening=OVER_FIRST)  # the first one is typed
    assert told.count("Nothing to grade yet. Type your answer.") == 2
    assert kinds(again) == ["chosen"]


def test_the_list_tells_what_is_open_and_flagged(desk: Desk) -> None:
    told = converse(desk, "", "1", "f", "q", "3", "f", "q", "r", "x", opening=OVER_FIRST)
    assert "1 of 4 questions answered." in told
    assert "Open: 2, 3 and 4." in told
    assert told.count("Flagged: 2 and 3.") == 2
    assert "Please type 1 to 4, h or q." in told


def test_a_full_review_follows(desk: Desk) -> None:
    told = converse(
        desk, "", "s", "s", "s", "s", "h", "", "h", "h", "", "1", "q", "q", opening=OVER_FIRST
    )
    assert told.count("Enter to go on with the exam") == 2  # once it was not meant
    assert "1. Not right." in told
    assert "Remember:" in told


def test_an_exam_that_was_left_goes_on(desk: Desk, make_desk: MakeDesk, four: Library) -> None:
    left = converse(desk, "", "1", opening=OVER_FIRST)
    assert left.endswith("The exam is kept: 1 of 4 answered. Everything is saved.\n")
    told = converse(make_desk(four), LEFT_OPEN, "1", "", "q", "q", "q", "q")
    assert "Question 2 of 4." in told
    told = converse(make_desk(four), EXAM, "l", "q", "q")
    assert "Question 2 of 4." in told


def test_an_exam_is_set_up_by_letters(desk: Desk) -> None:
    told = said(converse(desk, EXAM, "o", "2", "m", "2", "t", "x", "t", "m", "", "o", "q", "q"))
    assert "Exam over the whole course: 7 questions, no time limit." in told
    assert "Exam over lesson 1, The first lesson: 4 questions, no time limit." in told
    assert "Exam over lesson 1, The first lesson: 2 questions, 3 minutes." in told
    assert "2 questions, 4 minutes, 1.25 times the usual." in told


class _Slow(io.BytesIO):
    """Each line takes its time."""

    def __init__(self, lines: bytes, clock: FixedClock, seconds: int) -> None:
        super().__init__(lines)
        self.clock, self.seconds = clock, seconds

    def readline(self, size: int | None = -1, /) -> bytes:
        self.clock.advance(seconds=self.seconds)
        return super().readline(size)


@pytest.mark.parametrize(("seconds", "chosen"), [(100, 2), (400, 0)])
def test_what_comes_after_the_time_does_not_count(
    make_desk: MakeDesk, four: Library, seconds: int, chosen: int
) -> None:
    clock = FixedClock()
    sink = io.StringIO()
    lines = _Slow(b"\nword\n1\nf\n1\nh\nh\n", clock, seconds)
    run(make_desk(four, clock=clock), Talk(lines, sink), TIMED)
    told = sink.getvalue()
    assert "Exam over lesson 1, The first lesson: 4 questions, 6 minutes." in told
    assert "The time is over. The exam is handed in as it stands." in told
    events = make_desk(four, clock=clock).store.events(1)
    given = [one for one in events if one.kind is Kind.CHOSEN and one.response is not None]
    assert len(given) == chosen
    assert [one.kind for one in events if one.score is not None] == [Kind.ANSWERED] * 4


def test_the_time_goes_on_after_a_break(make_desk: MakeDesk, four: Library) -> None:
    clock = FixedClock()
    sink = io.StringIO()
    run(make_desk(four, clock=clock), Talk(_Slow(b"\ns\n", clock, 60), sink), TIMED)
    assert "Question 2 of 4. 5 minutes left." in sink.getvalue()
    clock.advance(days=1)
    told = converse(make_desk(four, clock=clock), EXAM, "l")
    assert "Exam. 4 questions, 4 minutes left." in told


def test_an_exam_that_is_only_looked_at_leaves_no_trace(desk: Desk, again: Desk) -> None:
    told = converse(desk, "", "s", "u", "q", "q", opening=OVER_FIRST)
    assert told.endswith("Nothing was answered.\n")
    assert again.left_open() == ()


def test_a_pretest_says_what_may_be_skimmed_and_is_no_score(
    desk: Desk, make_desk: MakeDesk, four: Library
) -> None:
    told = converse(desk, COURSE, "k", "1", "n", "", "q", "q", "q")
    assert "It never counts as a score." in told
    assert "Pre-test. 1 question." in told
    assert "Pre-test done: 0 of 1 right" in told
    assert "The mark is" not in told
    told = converse(make_desk(four), COURSE, "q", "q")
    assert "Lesson 1, The first lesson: new, 1 question missed before." in told
    desk = make_desk(four)
    known = begin_pretest(desk, "one")
    assert known is not None
    for item in known.session.items:
        known.answer(item, RIGHT[item.id])
    told = converse(desk, COURSE, "q", "q")
    assert "Lesson 1, The first lesson: new, known already, you may skim it." in told
    desk = make_desk(four)
    assert [one for one in desk.store.scores(1, "small-course") if one.kind == "quiz"] == []
