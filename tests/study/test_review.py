"""The review on a real record: what comes back, when, and what its answers do."""

from __future__ import annotations

from tests.conftest import FixedClock, MakeDesk
from tests.study.answers import answer_all, right_answer
from tutor.quiz.event import Kind
from tutor.study.desk import Desk
from tutor.study.review import begin_cram, begin_review, review_now


def read_all(desk: Desk) -> None:
    for entry in desk.library.lessons:
        desk.store.mark_read(desk.learner.id, desk.library.header.id, entry.id, entry.pages[0])


def quiz_taken(desk: Desk, *, known: bool) -> list[str]:
    sitting = desk.begin_quiz(desk.library.lessons[0].id)
    assert sitting is not None
    answer_all(sitting, known=known)
    return [item.id for item in sitting.session.items if item.type != "case"]


def test_nothing_waits_before_a_lesson_is_opened(make_desk: MakeDesk, clock: FixedClock) -> None:
    desk = make_desk(clock=clock)
    assert review_now(desk).items == ()
    assert begin_review(desk) is None


def test_items_of_opened_lessons_are_new_ones(make_desk: MakeDesk, clock: FixedClock) -> None:
    desk = make_desk(clock=clock)
    read_all(desk)
    review = review_now(desk)
    assert review.due == 0
    assert review.new == len(review.items) > 0


def test_what_was_not_known_comes_back_the_same_day_and_the_next(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    asked = quiz_taken(desk, known=False)
    again = review_now(desk)
    assert set(asked) <= set(again.items)
    assert again.again == len(asked)
    clock.advance(days=1)
    tomorrow = review_now(desk)
    assert tomorrow.due == len(asked)
    assert tomorrow.again == 0


def test_what_was_known_comes_back_in_two_days(make_desk: MakeDesk, clock: FixedClock) -> None:
    desk = make_desk(clock=clock)
    asked = quiz_taken(desk, known=True)
    assert not set(asked) & set(review_now(desk).items)
    clock.advance(days=1)
    assert review_now(desk).due == 0
    clock.advance(days=3)
    assert review_now(desk).due == len(asked)


def test_an_item_not_known_in_a_review_returns_in_it_until_it_is(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    quiz_taken(desk, known=True)
    clock.advance(days=5)
    sitting = begin_review(desk)
    assert sitting is not None
    item = sitting.current
    assert item is not None
    sitting.answer(item, None)
    assert sitting.session.returns(item.id)
    while sitting.current is not None and sitting.current.id != item.id:
        sitting.answer(sitting.current, right_answer(sitting.current))
    assert sitting.current is not None, "it returns before the review ends"
    sitting.answer(sitting.current, right_answer(sitting.current))
    answer_all(sitting, known=True)
    assert sitting.session.finished
    # The first answer is the one that counts.
    assert sitting.session.outcomes[item.id].score == 0.0
    row = desk.store.session(sitting.id or 0)
    assert row.ended is not None
    assert row.answered == len(sitting.session.items)


def test_a_review_left_open_goes_on_the_same_day_and_is_made_anew_the_next(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    quiz_taken(desk, known=True)
    clock.advance(days=5)
    first = begin_review(desk)
    assert first is not None
    assert first.current is not None
    first.answer(first.current, right_answer(first.current))
    again = begin_review(desk)
    assert again is not None
    assert again.id == first.id
    assert again.session.queue == first.session.queue
    clock.advance(days=1)
    other = begin_review(desk)
    assert other is not None
    assert other.id is None
    assert desk.left_open() == ()


def test_cram_leaves_the_schedule_as_it_is(make_desk: MakeDesk, clock: FixedClock) -> None:
    desk = make_desk(clock=clock)
    quiz_taken(desk, known=True)
    learner, course = desk.learner.id, desk.library.header.id
    today = desk.store.today(learner)
    before = desk.store.cards(learner, course, today)
    sitting = begin_cram(desk)
    assert sitting is not None
    answer_all(sitting, known=False)
    assert desk.store.cards(learner, course, today) == before
    assert not review_now(desk).again


def test_the_events_of_a_practice_answer_are_in_the_log_and_not_scored(
    make_desk: MakeDesk, clock: FixedClock
) -> None:
    desk = make_desk(clock=clock)
    quiz_taken(desk, known=True)
    clock.advance(days=5)
    sitting = begin_review(desk)
    assert sitting is not None
    assert sitting.id is None
    item = sitting.current
    assert item is not None
    for _ in range(2):
        while sitting.current is not None and sitting.current.id != item.id:
            sitting.answer(sitting.current, right_answer(sitting.current))
        sitting.answer(item, None)
    assert sitting.id is not None
    events = desk.store.events(sitting.id)
    mine = [one for one in events if one.item == item.id and one.kind is Kind.ANSWERED]
    assert len(mine) == 2
    cards = desk.store.cards(
        desk.learner.id, desk.library.header.id, desk.store.today(desk.learner.id)
    )
    card = next(one.card for one in cards if one.item == item.id)
    assert card.reviews == 2, "the first answer of each of two days"
