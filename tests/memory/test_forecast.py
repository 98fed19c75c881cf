"""When cards come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.make import TODAY, card
from tutor.memory.forecast import forecast, next_due


def test_a_count_for_each_day_and_what_is_overdue_today() -> None:
    waiting = [card(due=one) for one in (-400, -1, 0, 1, 1, 6, 7, 300)]
    assert forecast(waiting, TODAY) == (3, 2, 0, 0, 0, 0, 1)
    assert forecast(waiting, TODAY, days=14)[7] == 1
    assert forecast([], TODAY, days=3) == (0, 0, 0)


def test_stuck_cards_do_not_come() -> None:
    assert forecast([card(due=0, stuck=True), card(due=1)], TODAY, days=2) == (0, 1)
    assert next_due([card(due=0, stuck=True), card(due=3)], TODAY) == 3


@given(st.lists(st.integers(-30, 30)), st.integers(1, 40))
def test_every_card_within_the_days_is_counted_once(due: list[int], days: int) -> None:
    counts = forecast([card(due=one) for one in due], TODAY, days)
    assert len(counts) == days
    assert sum(counts) == sum(one < days for one in due)


@pytest.mark.parametrize(
    ("due", "days"), [([], None), ([5, 2, 9], 2), ([-5, 9], 0), ([0], 0), ([1], 1)]
)
def test_the_next_card(due: list[int], days: int | None) -> None:
    assert next_due([card(due=one) for one in due], TODAY) == days
