"""What is not known in a review is asked again before it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.test_session import ITEMS
from tutor.quiz.event import Event, Kind
from tutor.quiz.relearn import MOST_RETURNS, OTHERS_BETWEEN
from tutor.quiz.session import Session

IDS = tuple(item.id for item in ITEMS)


def begin(kind: str = "review") -> Session:
    return Session.start(kind, "", ITEMS, 7)


def answer(id: str, score: float) -> Event:
    return Event(Kind.ANSWERED, id, {"option": "x"} if score else None, score=score)


@pytest.mark.parametrize("kind", ["review", "cram"])
def test_it_returns_after_three_others_or_at_the_end(kind: str) -> None:
    session = begin(kind).apply(answer(IDS[0], 0.0))
    assert session.queue.index(IDS[0]) == min(OTHERS_BETWEEN, len(IDS) - 1)
    assert session.returns(IDS[0])
    assert not session.finished


@pytest.mark.parametrize("kind", ["quiz", "retry", "exam", "pretest"])
def test_elsewhere_nothing_returns(kind: str) -> None:
    session = begin(kind)
    for id in IDS:
        session = session.apply(answer(id, 0.0))
    assert session.finished


def test_what_was_nearly_right_is_known_enough() -> None:
    assert not begin().apply(answer(IDS[0], 0.8)).returns(IDS[0])
    assert begin().apply(answer(IDS[0], 0.79)).returns(IDS[0])


def test_the_first_answer_counts_and_the_others_are_practice() -> None:
    session = begin().apply(answer(IDS[0], 0.5)).apply(answer(IDS[0], 1.0))
    assert session.outcomes[IDS[0]].score == 0.5
    assert IDS[0] not in session.queue
    assert not session.can_undo


def test_it_stops_returning_after_three_times() -> None:
    session = begin().apply(answer(IDS[0], 0.0))
    for _ in range(MOST_RETURNS):
        assert session.returns(IDS[0])
        session = session.apply(answer(IDS[0], 0.0))
    assert not session.returns(IDS[0])


def test_an_answer_undone_is_open_once() -> None:
    session = begin().apply(answer(IDS[0], 0.0)).apply(Event(Kind.UNDONE, IDS[0]))
    assert session.queue == IDS
    assert session.outcomes == {}


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from([0.0, 0.5, 1.0])), max_size=60))
def test_every_item_is_open_or_answered_and_open_once(answers: list[tuple[str, float]]) -> None:
    session = begin()
    for id, score in answers:
        session = session.apply(answer(id, score))
        assert set(session.queue) | set(session.outcomes) == set(IDS)
        assert len(set(session.queue)) == len(session.queue)
    assert session == Session.replay("review", "", ITEMS, 7, session.events)


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=len(IDS) * (MOST_RETURNS + 1)))
def test_a_review_ends(scores: list[float]) -> None:
    session = begin()
    for score in scores:
        if session.current is not None:
            session = session.apply(answer(session.current.id, score))
    assert session.finished
