"""The study day, at every edge of the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.memory.day import answer_day, study_day
from tutor.memory.rating import Rating
from tutor.memory.schedule import step

# Paris before and after the clocks change.
WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))


def at(text: str, zone: timezone = WINTER) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2026-03-27T03:59:59", date(2026, 3, 26)),
        ("2026-03-27T04:00:00", date(2026, 3, 27)),
        ("2026-03-27T23:59:59", date(2026, 3, 27)),
        ("2026-03-28T00:00:00", date(2026, 3, 27)),
        ("2026-03-28T03:59:59", date(2026, 3, 27)),
        ("2026-01-01T00:30:00", date(2025, 12, 31)),
        ("2028-03-01T01:00:00", date(2028, 2, 29)),
    ],
)
def test_the_day_begins_at_four(when: str, day: date) -> None:
    assert study_day(at(when)) == day


@pytest.mark.parametrize("hours", [-11, -3.5, 0, 5.75, 13])
def test_only_the_wall_clock_counts(hours: float) -> None:
    zone = timezone(timedelta(hours=hours))
    assert study_day(at("2026-03-28T03:59", zone)) == date(2026, 3, 27)
    assert study_day(at("2026-03-28T04:00", zone)) == date(2026, 3, 28)


def test_an_evening_past_midnight_is_one_day() -> None:
    assert study_day(at("2026-03-27T23:00")) == study_day(at("2026-03-28T01:00"))


def test_evening_and_next_morning_are_a_day_apart_though_less_than_24_hours() -> None:
    evening, morning = study_day(at("2026-03-27T21:00")), study_day(at("2026-03-28T08:00"))
    first = step(None, Rating.GOOD, evening, 0, key="x")
    second = step(first, Rating.GOOD, morning, 0, key="x")
    assert (morning - evening).days == 1
    assert second.stability == pytest.approx(7.3153, abs=3e-4)


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        # The night in which the clocks go forward has 23 hours, the one in autumn 25.
        (at("2026-03-28T08:00"), at("2026-03-29T09:00", SUMMER), 1),
        (at("2026-03-28T23:30"), at("2026-03-29T03:30", SUMMER), 0),
        (at("2026-03-29T01:59"), at("2026-03-29T03:00", SUMMER), 0),
        (at("2026-03-29T03:59", SUMMER), at("2026-03-29T04:00", SUMMER), 1),
        (at("2026-10-24T21:00", SUMMER), at("2026-10-25T08:00"), 1),
        (at("2026-10-25T02:30", SUMMER), at("2026-10-25T02:30"), 0),
        (at("2026-10-25T03:59"), at("2026-10-25T04:00"), 1),
    ],
)
def test_daylight_saving(before: datetime, after: datetime, days: int) -> None:
    assert (study_day(after) - study_day(before)).days == days


@pytest.mark.parametrize(
    ("behind", "used"),
    [(-3, "own"), (0, "own"), (1, "last"), (7, "last"), (8, "own"), (999, "own")],
)
def test_a_clock_behind_the_last_answer(behind: int, used: str) -> None:
    now = at("2026-03-28T12:00")
    own = date(2026, 3, 28)
    last = own + timedelta(days=behind)
    assert answer_day(now, last) == {"own": own, "last": last}[used]


def test_a_journey_west_stays_on_the_same_day() -> None:
    tokyo = at("2026-03-28T09:00", timezone(timedelta(hours=9)))
    honolulu = at("2026-03-27T20:00", timezone(timedelta(hours=-10)))  # six hours later
    assert honolulu > tokyo
    assert answer_day(honolulu, answer_day(tokyo, None)) == date(2026, 3, 28)


def test_the_first_answer_has_its_own_day() -> None:
    assert answer_day(at("2026-03-28T12:00"), None) == date(2026, 3, 28)


@given(
    st.lists(
        st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2026, 1, 8)), max_size=20
    )
)
def test_days_never_run_backwards_within_a_week(times: list[datetime]) -> None:
    days: list[date] = []
    for time in times:
        days.append(answer_day(time, days[-1] if days else None))
    assert days == sorted(days)
