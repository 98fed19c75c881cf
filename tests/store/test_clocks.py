"""Clocks that jump, zones that change, days of 23 hours: each answer has a sane study day."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.store.make import COURSE, StillClock, answer, sit
from tutor.memory.card import Card
from tutor.store.agreement import disagreements
from tutor.store.doctor import examine
from tutor.store.store import Store

DAY = date(2026, 11, 22)


def card(store: Store) -> Card:
    ana = store.learner("Ana").id
    (held,) = store.cards(ana, COURSE, store.today(ana))
    return held.card


def days(store: Store) -> list[str]:
    return [day for (day,) in store.record.rows("SELECT day FROM event ORDER BY row")]


def scored(store: Store) -> list[int]:
    return [one for (one,) in store.record.rows("SELECT scored FROM event ORDER BY row")]


@pytest.mark.parametrize("back", [timedelta(hours=20), timedelta(days=7)])
def test_a_clock_set_back_a_little_stays_on_the_last_answers_day(
    store: Store, clock: StillClock, back: timedelta
) -> None:
    sit(store, answer("item-1", 0.0))
    before = card(store)
    clock.time -= back
    sit(store, answer("item-1"))
    assert (days(store), scored(store)) == ([DAY.isoformat()] * 2, [1, 0])
    assert store.today(1) == DAY
    assert card(store) == before
    # What the clock said is kept beside it.
    (_, told) = store.record.rows("SELECT at FROM event ORDER BY row")
    assert told[0].startswith((clock.time.date()).isoformat())


def test_a_clock_that_was_once_far_ahead_does_not_hold_the_learner_there(
    store: Store, home: Path, clock: StillClock
) -> None:
    sit(store, answer("item-1"))
    today = clock.time
    clock.time = today.replace(year=2036)
    sit(store, answer("item-1"))
    assert card(store).last.year == 2036
    clock.time = today + timedelta(days=1)
    # Its own due day is ten years off: it is due now instead.
    assert store.today(1) == DAY + timedelta(days=1)
    assert card(store).due == store.today(1)
    assert store.due_forecast(1, COURSE, store.today(1))[0] == 1
    sit(store, answer("item-1"))
    assert days(store)[-1] == "2026-11-23"
    assert scored(store) == [1, 1, 1]
    assert card(store).last == DAY + timedelta(days=1)
    assert card(store).due < DAY + timedelta(days=400)
    # Nothing can be predicted over a day that has not been yet.
    predicted = store.record.rows("SELECT predicted IS NULL FROM event ORDER BY row")
    assert predicted == [(1,), (0,), (1,)]
    told = [finding for finding in examine(home, clock) if "future" in finding.words]
    assert [finding.ok for finding in told] == [True]
    assert "1 answer is from the future, up to 2036-11-22 21:14" in told[0].words
    # And a small step back from here is a small step back.
    clock.turn(hours=-30)
    sit(store, answer("item-1"))
    assert (days(store)[-1], scored(store)[-1]) == ("2026-11-23", 0)
    assert disagreements(store.record) == ()


def test_a_day_that_was_passed_twice_scores_an_item_once(store: Store, clock: StillClock) -> None:
    sit(store, answer("item-1"))
    clock.turn(days=3000)
    sit(store, answer("item-1"), answer("item-2"))
    clock.turn(days=-3000, hours=1)
    sit(store, answer("item-1"))
    assert days(store) == ["2026-11-22", "2035-02-08", "2035-02-08", "2026-11-22"]
    assert scored(store) == [1, 1, 1, 0]
    assert set(store.happened_today(1, COURSE, DAY)) == {"item-1"}


def test_a_card_from_days_ahead_counts_as_due_now(store: Store, clock: StillClock) -> None:
    clock.turn(days=10)
    sit(store, answer("item-1"))
    clock.turn(days=-10)
    assert store.today(1) == DAY
    assert store.due_forecast(1, COURSE, DAY, days=2) == (1, 0)
    assert store.due_forecast(1, COURSE, DAY, days=30) == (1, *[0] * 29)


def test_no_answer_is_from_the_future_after_a_journey_west(
    store: Store, home: Path, clock: StillClock
) -> None:
    clock.time = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=13)))
    sit(store, answer("item-1"))
    clock.time = datetime(2026, 11, 22, 11, 0, tzinfo=timezone(timedelta(hours=-10)))
    assert store.today(1) == date(2026, 11, 23)
    sit(store, answer("item-1"), answer("item-2"))
    assert days(store) == ["2026-11-23"] * 3
    assert scored(store) == [1, 0, 1]
    assert not any("future" in finding.words for finding in examine(home, clock))


def test_a_journey_east_makes_the_next_day_come_sooner(store: Store, clock: StillClock) -> None:
    clock.time = datetime(2026, 11, 22, 21, 0, tzinfo=timezone(timedelta(hours=-10)))
    sit(store, answer("item-1"))
    clock.time = clock.time.astimezone(timezone(timedelta(hours=13))) + timedelta(hours=1)
    sit(store, answer("item-1"))
    assert (days(store), scored(store)) == (["2026-11-22", "2026-11-23"], [1, 1])


def test_the_night_of_the_clock_change_is_one_day_and_so_is_the_next(
    store: Store, clock: StillClock
) -> None:
    paris = ZoneInfo("Europe/Paris")
    for time in (
        datetime(2026, 3, 28, 21, 0, tzinfo=paris),
        datetime(2026, 3, 29, 1, 30, tzinfo=paris),
        datetime(2026, 3, 29, 3, 30, tzinfo=paris),  # an hour after it
        datetime(2026, 3, 29, 4, 0, tzinfo=paris),
        datetime(2026, 10, 25, 2, 30, tzinfo=paris),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=paris),
    ):
        clock.time = time
        sit(store, answer("item-1"))
    assert days(store) == ["2026-03-28"] * 3 + ["2026-03-29"] + ["2026-10-24"] * 2
    assert scored(store) == [1, 0, 0, 1, 1, 0]


def test_a_record_from_another_zone_goes_on(home: Path) -> None:
    with Store.open(home, StillClock()) as store:
        sit(store, answer("item-1"))
    late = StillClock(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
    with Store.open(home, late) as store:
        sit(store, answer("item-1"))
        assert card(store).reviews == 2
        assert card(store).last == date(2026, 11, 24)
        assert disagreements(store.record) == ()
    assert all(finding.ok for finding in examine(home, late))


def test_the_end_of_the_calendar_is_survived(store: Store, clock: StillClock) -> None:
    clock.time = datetime(9999, 12, 31, 23, 0, tzinfo=UTC)
    sit(store, answer("item-1", 0.0, certainty=3))
    today = store.today(1)
    assert today == date.max
    assert len(store.due_forecast(1, COURSE, today)) == 7
    assert len(store.cards(1, COURSE, today)) == 1
    assert disagreements(store.record) == ()
