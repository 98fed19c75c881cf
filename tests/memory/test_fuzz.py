"""Fuzz stays in its range and is the same on replay."""

from __future__ import annotations

from collections import Counter

import pytest

from tutor.memory.fuzz import fuzz_range, fuzzed


def drawn(days: int, many: int, previous: int = 0, longest: int = 365) -> Counter[int]:
    return Counter(
        fuzzed(days, previous, longest=longest, key=f"learner {n}", reviews=1) for n in range(many)
    )


@pytest.mark.parametrize(
    ("days", "least", "most"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 4), (10, 8, 12), (100, 93, 107), (365, 345, 365)],
)
def test_the_range(days: int, least: int, most: int) -> None:
    assert fuzz_range(days, 365) == (least, most)


def test_never_outside_the_range() -> None:
    for days in range(3, 366):
        least, most = fuzz_range(days, 365)
        assert 2 <= least <= days <= most <= 365
        assert set(drawn(days, 60)) <= set(range(least, most + 1))


@pytest.mark.parametrize("days", [3, 10, 100, 365])
def test_every_day_of_the_range_comes_equally_often(days: int) -> None:
    least, most = fuzz_range(days, 365)
    size = most - least + 1
    counts = drawn(days, 600 * size)
    assert set(counts) == set(range(least, most + 1))
    assert all(count == pytest.approx(600, rel=0.25) for count in counts.values())


@pytest.mark.parametrize("days", [1, 2])
def test_short_intervals_stay(days: int) -> None:
    assert set(drawn(days, 100)) == {days}


def test_the_same_on_replay() -> None:
    def once() -> list[int]:
        return [fuzzed(n, 0, longest=365, key="learner item", reviews=4) for n in range(3, 366)]

    assert once() == once()


def test_what_is_written_today_is_read_in_years() -> None:
    # The dates of a stored record depend on these: a change would move every card.
    days = [fuzzed(10, 0, longest=365, key="learner item", reviews=n) for n in range(1, 9)]
    assert days == [12, 10, 8, 9, 10, 10, 11, 11]


def test_learner_item_and_review_all_matter() -> None:
    keys = [f"{who} {what}" for who in ("ana", "ben") for what in ("neck", "shin")]
    dates = {
        tuple(fuzzed(100, 0, longest=365, key=key, reviews=n) for n in range(8)) for key in keys
    }
    assert len(dates) == 4
    assert all(len(set(one)) > 3 for one in dates)


def test_a_growing_interval_never_comes_out_shorter_than_the_last() -> None:
    assert min(drawn(10, 500, previous=9)) == 9
    assert max(drawn(10, 500, previous=9)) == 12


def test_a_shrinking_interval_is_free() -> None:
    assert set(drawn(10, 500, previous=40)) == {8, 9, 10, 11, 12}
    assert set(drawn(10, 500, previous=10)) == {8, 9, 10, 11, 12}


def test_a_shorter_limit_is_kept() -> None:
    assert set(drawn(30, 500, longest=30)) == {27, 28, 29, 30}
