"""Same-day relearning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.quiz.relearn import comes_back, put_back


@pytest.mark.parametrize(
    ("again", "back"), [(0, False), (1, True), (2, True), (3, True), (4, False), (9, False)]
)
def test_at_most_three_returns(again: int, back: bool) -> None:
    assert comes_back(again, right_today=False) is back


@pytest.mark.parametrize("again", range(5))
def test_right_once_is_enough(again: int) -> None:
    assert not comes_back(again, right_today=True)


def test_three_others_come_between() -> None:
    assert put_back("bcdef", "a") == tuple("bcdaef")
    assert put_back("bcd", "a") == tuple("bcda")


def test_at_the_end_when_fewer_are_left() -> None:
    assert put_back("bc", "a") == tuple("bca")
    assert put_back("", "a") == ("a",)


def test_an_item_stands_in_the_queue_once() -> None:
    assert put_back("abcdef", "a") == tuple("bcdaef")


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=1), unique=True))
def test_nothing_is_lost_and_the_others_keep_their_order(queue: list[str]) -> None:
    back = put_back(queue, "z")
    assert [one for one in back if one != "z"] == queue
    assert back.index("z") == min(3, len(queue))
