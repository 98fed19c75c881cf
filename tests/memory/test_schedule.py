"""The scheduler: what the library computes, and everything we do otherwise."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from math import inf, nan
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.make import KEY, TODAY, card, day, replayed
from tutor.memory.card import Card
from tutor.memory.fuzz import fuzz_range
from tutor.memory.rating import Rating
from tutor.memory.schedule import clamp_retention, due_by, step, taken_up

AGAIN, HARD, GOOD, EASY = Rating
HISTORIES = st.lists(
    st.tuples(st.sampled_from(Rating), st.integers(0, 400)), min_size=1, max_size=12
)


def then(before: Card | None, rating: Rating, at: date = TODAY, **more: object) -> Card:
    return step(before, rating, at, 0, key=KEY, **more)  # type: ignore[arg-type]


# (rating, days since the previous answer); stability and difficulty as the Rust engine has them.
FIVE = {
    "A": ([(3, 0), (3, 3), (3, 8), (3, 30), (3, 80)], 318.1865, 2.0906),
    "B": ([(3, 0), (3, 2), (1, 10), (3, 3), (3, 5), (1, 20), (3, 2)], 3.4110, 9.1062),
    "C": ([(1, 0), (2, 1), (2, 2), (3, 4), (3, 9)], 15.8735, 8.3685),
    "D": ([(4, 0), (4, 8), (4, 30), (4, 120)], 815.9969, 1.0000),
    "E": ([(1, 0), (3, 0), (3, 0), (3, 1), (1, 4), (3, 0), (3, 2)], 2.3173, 8.7682),
}


@pytest.mark.parametrize("name", FIVE)
def test_five_histories_agree_with_the_other_engines(name: str) -> None:
    ratings, stability, difficulty = FIVE[name]
    made = replayed(ratings)
    assert made.stability == pytest.approx(stability, abs=3e-4)
    assert made.difficulty == pytest.approx(difficulty, abs=3e-4)


def library_states(ratings: list[tuple[int, int]]) -> list[tuple[float, float]]:
    """What the library alone makes of a history, at noon each day."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    now, theirs, states = datetime(2026, 11, 22, 12, tzinfo=UTC), fsrs.Card(card_id=1), []
    for rating, days in ratings:
        now += timedelta(days=days)
        theirs, _ = scheduler.review_card(theirs, fsrs.Rating(rating), now)
        assert theirs.stability is not None
        assert theirs.difficulty is not None
        states.append((theirs.stability, theirs.difficulty))
    return states


@given(HISTORIES)
def test_every_state_is_the_library_s(history: list[tuple[int, int]]) -> None:
    ours = [replayed(history[:n]) for n in range(1, len(history) + 1)]
    assert [(one.stability, one.difficulty) for one in ours] == library_states(history)


@pytest.mark.parametrize(("rating", "days"), [(AGAIN, 1), (HARD, 1), (GOOD, 2), (EASY, 8)])
def test_the_first_interval(rating: Rating, days: int) -> None:
    # No learning steps: minutes suit no lesson.
    least, most = fuzz_range(days, 365)
    assert least <= (then(None, rating).due - TODAY).days <= most


def test_one_noon_to_the_next_is_a_day_however_many_answers_were_given() -> None:
    # The last answer of a long day, then the first of the next: less than 24 hours by the clock
    # that is handed to the library, but a day.
    first = step(None, GOOD, TODAY, 400, key=KEY)
    second = step(first, GOOD, day(1), 0, key=KEY)
    assert second.stability == pytest.approx(7.3153, abs=3e-4)


@given(HISTORIES, st.lists(st.integers(0, 10**7), min_size=12, max_size=12))
def test_how_many_answers_the_day_had_changes_nothing(
    history: list[tuple[Rating, int]], numbers: list[int]
) -> None:
    at, made = TODAY, None
    for (rating, days), nth in zip(history, numbers, strict=False):
        at += timedelta(days=days)
        made = step(made, rating, at, nth, key=KEY)
    assert made == replayed(history)


@pytest.mark.parametrize(
    "zone", [None, ZoneInfo("UTC"), ZoneInfo("Europe/Paris")], ids=["naive", "UTC", "Paris"]
)
def test_the_library_takes_no_other_zone_and_ours_is_none_of_them(zone: ZoneInfo | None) -> None:
    when = datetime(2026, 11, 22, 12, tzinfo=zone)
    with pytest.raises(ValueError, match="UTC"):
        fsrs.Scheduler().review_card(fsrs.Card(card_id=1), fsrs.Rating.Good, when)
    assert then(None, GOOD).last == TODAY


@pytest.mark.parametrize("behind", [1, 5, 3650])
def test_time_backwards_counts_as_the_same_day(behind: int) -> None:
    before = replayed([(GOOD, 0), (GOOD, 3)])
    back = before.last - timedelta(days=behind)
    after, same_day = then(before, GOOD, back), then(before, GOOD, before.last)
    assert (after.stability, after.difficulty) == (same_day.stability, same_day.difficulty)
    assert after.last == back
    assert 1 <= (after.due - back).days <= 365


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (0, 0.80),
        (-1, 0.80),
        (-inf, 0.80),
        (nan, 0.80),
        (0.80, 0.80),
        (0.87, 0.87),
        (0.95, 0.95),
        (1.0, 0.95),
        (1.5, 0.95),
        (inf, 0.95),
    ],
)
def test_retention_is_clamped(wanted: float, got: float) -> None:
    assert clamp_retention(wanted) == got
    at_most, at_least = then(card(), GOOD, retention=got), then(card(), GOOD, retention=wanted)
    assert at_most == at_least


def test_more_retention_is_sooner() -> None:
    days = [(then(card(), GOOD, retention=r).due - TODAY).days for r in (0.80, 0.85, 0.90, 0.95)]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 4


def test_retention_moves_the_date_and_not_the_memory() -> None:
    one, other = (then(card(), GOOD, retention=r) for r in (0.80, 0.95))
    assert one._replace(due=TODAY) == other._replace(due=TODAY)


@pytest.mark.parametrize("rating", [0, 5])
def test_there_are_four_ratings(rating: int) -> None:
    with pytest.raises(ValueError, match="not a valid Rating"):
        step(None, rating, TODAY, 0, key=KEY)  # type: ignore[arg-type]


def test_never_more_than_a_year() -> None:
    made = replayed([(EASY, 0), (EASY, 8), (EASY, 30), (EASY, 120)])
    assert made.stability > 800
    assert 345 <= (made.due - made.last).days <= 365


@given(HISTORIES)
def test_a_replay_gives_the_same_dates(history: list[tuple[Rating, int]]) -> None:
    random.seed(1)
    one = replayed(history)
    random.seed(2)
    assert replayed(history) == one


@given(HISTORIES, st.sampled_from(Rating))
def test_undo_is_a_replay_without_the_last_answer(
    history: list[tuple[Rating, int]], rating: Rating
) -> None:
    before = replayed(history)
    then(before, rating, before.last + timedelta(days=4))
    assert replayed(history) == before


@given(HISTORIES)
def test_intervals_are_a_day_to_a_year(history: list[tuple[Rating, int]]) -> None:
    for n in range(1, len(history) + 1):
        made = replayed(history[:n])
        assert 1 <= (made.due - made.last).days <= 365
        assert made.reviews == n


def test_a_growing_interval_never_comes_out_shorter() -> None:
    for n in range(200):
        before = Card(10.0, 5.0, day(-10), TODAY, 3, right_once=True)
        after = step(before, HARD, day(0), 0, key=str(n))
        assert (after.due - after.last).days >= 10


def test_cards_learnt_together_drift_apart() -> None:
    dates = {step(card(), GOOD, TODAY, 0, key=f"learner {n}").due for n in range(40)}
    assert len(dates) > 2


@pytest.mark.parametrize("at", [date.max, date.max - timedelta(days=1), date.min])
def test_a_clock_at_the_end_of_the_calendar(at: date) -> None:
    first = then(None, EASY, at)
    assert first.due > first.last
    assert then(first, EASY, at).due > first.last


# -- stuck ----------------------------------------------------------------------------------------

LEECH = [(GOOD, 0), (AGAIN, 2), (AGAIN, 1), (GOOD, 1), (AGAIN, 3), (AGAIN, 1)]


def test_four_days_not_known_after_it_was_once_right_is_stuck() -> None:
    assert [replayed(LEECH[:n]).lapses for n in range(1, 7)] == [0, 1, 2, 2, 3, 4]
    assert [replayed(LEECH[:n]).stuck for n in range(1, 7)] == [False] * 5 + [True]


def test_what_was_never_right_is_not_stuck() -> None:
    made = replayed([(AGAIN, 1)] * 9)
    assert (made.lapses, made.right_once, made.stuck) == (0, False, False)


def test_hard_is_right_once() -> None:
    assert replayed([(HARD, 0), (AGAIN, 1)]).lapses == 1


def test_one_day_counts_once() -> None:
    assert replayed([(GOOD, 0), (AGAIN, 2), (AGAIN, 0), (AGAIN, 0), (AGAIN, 0)]).lapses == 1


def test_a_right_answer_does_not_take_a_stuck_card_up() -> None:
    assert replayed([*LEECH, (GOOD, 1)]).stuck


def test_taken_up_by_hand() -> None:
    made = taken_up(replayed(LEECH))
    assert (made.stuck, made.lapses) == (False, 0)
    assert not then(made, AGAIN, made.due).stuck


def test_a_red_flag_is_never_stuck() -> None:
    assert not replayed(LEECH * 3, red_flag=True).stuck
    assert replayed(LEECH * 3, red_flag=True).lapses > 4


def test_an_item_that_becomes_a_red_flag_is_no_longer_stuck() -> None:
    made = replayed(LEECH)
    assert not then(made, GOOD, made.due, red_flag=True).stuck


# -- sooner ---------------------------------------------------------------------------------------


def test_a_red_flag_comes_back_within_thirty_days() -> None:
    easy = [(EASY, 0), (EASY, 8), (EASY, 30), (EASY, 30), (EASY, 30)]
    for n in range(1, 6):
        made = replayed(easy[:n], red_flag=True)
        assert 1 <= (made.due - made.last).days <= 30
    days = {
        (step(card(), EASY, TODAY, 0, key=str(n), red_flag=True).due - TODAY).days
        for n in range(200)
    }
    assert days == {27, 28, 29, 30}


def test_sure_and_wrong_is_due_the_next_day() -> None:
    known = card(stability=200.0)
    assert (then(known, AGAIN).due - TODAY).days > 1
    sure = then(known, AGAIN, sure=True)
    assert sure.due == day(1)
    assert sure._replace(due=TODAY) == then(known, AGAIN)._replace(due=TODAY)


@pytest.mark.parametrize("rating", [HARD, GOOD, EASY])
def test_sure_and_known_changes_nothing(rating: Rating) -> None:
    assert then(card(), rating, sure=True) == then(card(), rating)


def test_due_by_brings_forward_and_never_puts_off() -> None:
    assert due_by(card(due=9), day(1)).due == day(1)
    assert due_by(card(due=-2), day(1)).due == day(-2)
