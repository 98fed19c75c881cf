"""Every row of the rating table."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.items.registry import CHOICE_TYPES, LATER, TYPES
from tutor.memory.rating import CHOICE, PRODUCED, Answer, Rating, feeds, rate, usual_ms

A_RIGHT_ONE = Answer(
    type="text",
    score=1.0,
    given=True,
    hints=0,
    certainty=None,
    ms=None,
    median_ms=None,
    seen_before=True,
)
QUICK = A_RIGHT_ONE._replace(certainty=3, ms=5_000, median_ms=10_000)


def rated(answer: Answer = A_RIGHT_ONE, **but: object) -> Rating:
    return rate(answer._replace(**but))  # type: ignore[arg-type]


@pytest.mark.parametrize("score", [0.0, 0.5, 0.7999])
def test_below_four_fifths_is_again(score: float) -> None:
    assert rated(score=score) is Rating.AGAIN


def test_no_answer_is_again_whatever_its_score() -> None:
    # Don't know, skipped, time ran out, answer shown.
    assert rated(given=False, score=0.0) is Rating.AGAIN
    assert rated(given=False, score=1.0) is Rating.AGAIN


def test_a_failed_answer_is_never_hard() -> None:
    assert rated(score=0.5, hints=2, certainty=1, type="single") is Rating.AGAIN


@pytest.mark.parametrize("score", [0.8, 0.9, 0.9994])
def test_nearly_right_is_hard(score: float) -> None:
    assert rated(score=score) is Rating.HARD
    assert rated(QUICK, score=score) is Rating.HARD


@pytest.mark.parametrize("hints", [1, 2])
def test_a_hint_caps_at_hard(hints: int) -> None:
    assert rated(hints=hints) is Rating.HARD
    assert rated(QUICK, hints=hints) is Rating.HARD


@pytest.mark.parametrize("type", sorted(CHOICE))
def test_a_guessed_choice_is_hard(type: str) -> None:
    assert rated(type=type, certainty=1) is Rating.HARD


@pytest.mark.parametrize("type", sorted(PRODUCED))
def test_what_was_produced_was_not_guessed(type: str) -> None:
    assert rated(type=type, certainty=1) is Rating.GOOD


@pytest.mark.parametrize("type", sorted(PRODUCED))
def test_certain_and_quick_is_easy(type: str) -> None:
    assert rated(QUICK, type=type) is Rating.EASY


@pytest.mark.parametrize(
    "but",
    [
        *({"type": type} for type in sorted(CHOICE)),
        {"certainty": 2},
        {"certainty": None},
        {"seen_before": False},
        {"ms": 5_001},
        {"ms": None},
        {"ms": 0},
        {"median_ms": None},
        {"ms": 120_001, "median_ms": 400_000},
    ],
    ids=str,
)
def test_easy_needs_all_of_it(but: dict[str, object]) -> None:
    assert rated(QUICK, **but) is Rating.GOOD


def test_two_minutes_still_count() -> None:
    assert rated(QUICK, ms=120_000, median_ms=240_000) is Rating.EASY


@pytest.mark.parametrize("certainty", [None, 2, 3])
@pytest.mark.parametrize("type", ["single", "text"])
def test_any_other_right_answer_is_good(type: str, certainty: int | None) -> None:
    assert rated(type=type, certainty=certainty) is Rating.GOOD
    assert rated(type=type, certainty=certainty, score=0.9995) is Rating.GOOD


ANSWERS = st.builds(
    Answer,
    type=st.sampled_from(sorted(CHOICE | PRODUCED)),
    score=st.floats(0, 1),
    given=st.booleans(),
    hints=st.integers(0, 2),
    certainty=st.sampled_from([None, 1, 2, 3]),
    ms=st.integers(0, 10**7) | st.none(),
    median_ms=st.integers(1, 10**6) | st.none(),
    seen_before=st.booleans(),
)


@given(ANSWERS)
def test_time_never_lowers_a_rating(answer: Answer) -> None:
    assert rate(answer) >= rate(answer._replace(ms=None))


@given(ANSWERS)
def test_only_again_means_not_known(answer: Answer) -> None:
    known = answer.given and answer.score >= 0.8
    assert (rate(answer) is Rating.AGAIN) == (not known)


@given(ANSWERS)
def test_never_easy_on_the_first_day(answer: Answer) -> None:
    assert rate(answer._replace(seen_before=False)) is not Rating.EASY


def test_every_type_is_found_or_produced() -> None:
    # "generated" makes items of the other types.
    assert not CHOICE & PRODUCED
    assert CHOICE == CHOICE_TYPES
    assert {*TYPES, *LATER} - {"generated"} <= CHOICE | PRODUCED


def test_the_learner_s_own_median_needs_ten_answers() -> None:
    assert usual_ms([]) is None
    assert usual_ms([5] * 9) is None
    assert usual_ms([9, 1, 8, 2, 7, 3, 6, 4, 5, 10]) == 5
    assert usual_ms([*range(1, 11), 100]) == 6


@pytest.mark.parametrize("kind", ["quiz", "retry", "review", "exam"])
def test_one_answer_a_day_feeds_the_scheduler(kind: str) -> None:
    today, yesterday = date(2026, 11, 22), date(2026, 11, 21)
    assert feeds(kind, today, None)
    assert feeds(kind, today, yesterday)
    assert not feeds(kind, today, today)


@pytest.mark.parametrize("kind", ["cram", "pretest"])
def test_cram_and_pre_test_leave_the_schedule_alone(kind: str) -> None:
    assert not feeds(kind, date(2026, 11, 22), None)


def test_a_day_far_ahead_by_mistake_does_not_close_today() -> None:
    assert feeds("review", date(2026, 11, 22), date(2036, 11, 22))
