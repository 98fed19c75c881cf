"""The forgetting curve is the library's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from fsrs import scheduler as library
from hypothesis import given
from hypothesis import strategies as st

from tutor.memory import curve
from tutor.memory.curve import interval, recall

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_decay_is_the_library_s() -> None:
    assert library.DEFAULT_PARAMETERS[20] == curve.DECAY
    assert len(library.DEFAULT_PARAMETERS) == 21


@given(st.floats(0.001, 1e5), st.integers(0, 10_000))
def test_recall_is_the_library_s(stability: float, days: int) -> None:
    card = fsrs.Card(card_id=1, stability=stability, difficulty=5.0, last_review=NOON)
    theirs = fsrs.Scheduler().get_card_retrievability(card, NOON + timedelta(days=days))
    assert recall(stability, days) == pytest.approx(theirs, rel=1e-12)


@given(st.floats(0.001, 1e5), st.sampled_from([0.80, 0.85, 0.90, 0.92, 0.95]))
def test_the_interval_is_the_library_s(stability: float, retention: float) -> None:
    card = fsrs.Card(card_id=1)
    parameters = (*(min(stability, 100.0),) * 4, *library.DEFAULT_PARAMETERS[4:])
    theirs = fsrs.Scheduler(
        parameters=parameters,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=curve.LONGEST,
        enable_fuzzing=False,
    )
    after, _ = theirs.review_card(card, fsrs.Rating.Good, NOON)
    assert interval(min(stability, 100.0), retention) == (after.due - NOON).days


@pytest.mark.parametrize(
    ("retention", "days"), [(0.80, 33), (0.85, 19), (0.90, 10), (0.92, 7), (0.95, 4)]
)
def test_the_interval_of_ten_days_stability(retention: float, days: int) -> None:
    assert interval(10.0, retention) == days


def test_recall_is_nine_in_ten_after_the_stability() -> None:
    assert recall(10.0, 10) == pytest.approx(0.9)
    assert recall(10.0, 0) == 1.0
    assert recall(10.0, -3) == 1.0


def test_intervals_end_at_a_day_and_a_year() -> None:
    assert interval(0.001, 0.95) == 1
    assert interval(816.0, 0.90) == 365
    assert interval(1e300, 0.80) == 365


@given(st.floats(0.001, 1e4), st.integers(0, 4000))
def test_recall_falls_and_never_reaches_nothing(stability: float, days: int) -> None:
    assert 0 < recall(stability, days + 1) < recall(stability, days) <= 1
