"""Exams and pre-tests on a real record."""

from __future__ import annotations

from tests.conftest import FixedClock, MakeDesk
from tests.study.answers import answer_all, right_answer
from tutor.quiz.event import Kind
from tutor.study.exam import begin_exam, limit_of
from tutor.study.known import Known, known, missed_of
from tutor.study.plan import course_map
from tutor.study.pretest import begin_pretest
from tutor.study.review import review_now


def test_an_exam_is_graded_only_when_it_is_handed_in(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    sitting = begin_exam(desk, ask=8, seed=3)
    assert sitting is not None
    first, second, *_ = sitting.session.items
    sitting.item_is_shown()
    clock.advance(seconds=20)
    sitting.choose(first, None)
    sitting.choose(first, right_answer(first), certainty=3)
    sitting.choose(second, right_answer(second))
    assert sitting.id is not None
    assert all(event.score is None for event in desk.store.events(sitting.id))
    assert desk.store.cards(desk.learner.id, "foot-drop", desk.store.today(desk.learner.id)) == ()
    sitting.hand_in()

    assert sitting.session.finished
    result = sitting.result()
    assert (result.asked, result.right) == (8, 2)
    row = desk.store.session(sitting.id)
    assert row.ended is not None
    events = desk.store.events(sitting.id)
    answered = [event for event in events if event.kind is Kind.ANSWERED]
    assert len(answered) == 8
    assert answered[0].certainty == 3
    assert answered[0].ms >= 20_000
    cards = desk.store.cards(desk.learner.id, "foot-drop", desk.store.today(desk.learner.id))
    assert len(cards) == 8, "the answers feed the scheduler once, at the end"


def test_an_exam_goes_on_with_its_choices_and_its_time(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    sitting = begin_exam(desk, ask=6, timed=True, factor=1.5)
    assert sitting is not None
    item = sitting.session.items[2]
    clock.advance(seconds=40)
    sitting.choose(item, right_answer(item), certainty=2)
    (row,) = desk.left_open()
    again = desk.resume(row)
    assert again is not None
    assert [one.id for one in again.session.items] == [one.id for one in sitting.session.items]
    choice = again.session.chosen(item.id)
    assert choice is not None
    assert (choice.response, choice.certainty) == (right_answer(item), 2)
    assert again.session.elapsed_ms == 40_000
    assert limit_of(again.options) == (6 * 90 * 1.5, 1.5)


def test_an_exam_asks_no_case_and_no_true_or_false(make_desk: MakeDesk) -> None:
    for seed in range(5):
        sitting = begin_exam(make_desk(home=f"home{seed}"), ask=60, seed=seed)
        assert sitting is not None
        types = {item.type for item in sitting.session.items}
        assert not types & {"case", "truefalse"}
        assert len(types) > 5


def test_a_limit_that_makes_no_sense_is_none() -> None:
    for options in ({}, {"limit-seconds": "soon"}, {"limit-seconds": -3}, {"limit-seconds": True}):
        assert limit_of(options).seconds is None


def test_a_pretest_marks_what_was_missed_and_scores_nothing(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    entry = desk.library.lessons[0]
    sitting = begin_pretest(desk, entry.part)
    assert sitting is not None
    assert len(sitting.session.items) == len(entry.objectives)
    answer_all(sitting, known=False)
    learner, course = desk.learner.id, desk.library.header.id
    told = desk.store.pretests(learner, course)
    assert known(entry, told) is Known.MISSED
    assert missed_of(entry, told) == len(entry.objectives)
    assert desk.store.cards(learner, course, desk.store.today(learner)) == ()
    assert desk.store.lesson_scores(learner, course) == {}
    step = course_map(desk).step
    assert step.row is not None
    assert step.row.entry.id == entry.id
    assert "missed before" in step.words
    # What it missed is the first that a review brings of the new.
    desk.store.mark_read(learner, course, entry.id, entry.pages[0])
    missed = {id for one in told.values() for id in one.missed}
    first = desk.store.one_day(learner, course, desk.store.today(learner))
    assert first.introduced == 0
    assert missed <= set(review_now(desk).items)


def test_a_part_that_is_known_may_be_skimmed(make_desk: MakeDesk) -> None:
    desk = make_desk()
    entry = desk.library.lessons[1]
    sitting = begin_pretest(desk, entry.part)
    assert sitting is not None
    answer_all(sitting, known=True)
    assert known(entry, desk.store.pretests(desk.learner.id, "foot-drop")) is Known.SKIM
    assert course_map(desk).rows[1].known is Known.SKIM
    assert course_map(desk).rows[0].known is Known.UNKNOWN


def test_a_case_is_answered_stage_by_stage_and_survives_a_kill(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    item = next(one for one in desk.library.items().values() if one.type == "case")
    sitting = desk.begin("quiz", "", (item,))
    assert sitting is not None
    stage = sitting.question
    assert stage is not None
    clock.advance(seconds=5)
    assert sitting.answer(item, right_answer(stage)).score == 1.0  # type: ignore[union-attr]
    (row,) = desk.left_open()
    again = desk.resume(row)
    assert again is not None
    assert again.question is not None
    assert again.question.id != stage.id
    again.item_is_shown()
    clock.advance(seconds=5)
    answer_all(again)
    outcome = again.session.outcomes[item.id]
    assert outcome.right
    assert outcome.ms == 10_000
