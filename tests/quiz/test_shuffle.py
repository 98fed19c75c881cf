"""The order in which options are shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import item, number, options, single, text
from tutor.course.items import Option, Single
from tutor.quiz.shuffle import mixed, shown_order

SEEDS = st.integers(0, 2**32 - 1)


def test_the_order_is_this_one_on_every_machine_and_in_every_version() -> None:
    # A change here reorders the options of every session that learners left open.
    assert shown_order(single("neck-eversion"), 1) == ("c", "a", "b", "d")
    assert shown_order(single("neck-eversion"), 2) == ("a", "b", "c", "d")


@given(SEEDS, st.permutations(options("a", "bcd")))
def test_the_author_s_order_does_not_matter(seed: int, body: list[Option]) -> None:
    assert shown_order(item("one", Single(tuple(body))), seed) == shown_order(single(), seed)


@given(SEEDS)
def test_it_is_a_permutation(seed: int) -> None:
    assert sorted(shown_order(single(), seed)) == list("abcd")


def test_every_place_is_about_as_likely_for_the_key() -> None:
    places = Counter(shown_order(single(), seed).index("a") for seed in range(4000))
    assert sorted(places) == [0, 1, 2, 3]
    assert min(places.values()) > 850


def test_items_of_one_session_are_mixed_apart() -> None:
    assert len({shown_order(single(f"item-{n}"), 7) for n in range(200)}) == 24


@given(SEEDS)
def test_a_pinned_option_stays_last(seed: int) -> None:
    first, *others = options("a", "bcd")
    body = (replace(first, pin="last"), *others)
    assert shown_order(item("one", Single(body)), seed)[-1] == "a"


@given(SEEDS)
def test_a_scale_keeps_the_author_s_order(seed: int) -> None:
    body = tuple(reversed(options("a", "bcd")))
    assert shown_order(item("one", Single(body), shuffle=False), seed) == tuple("dcba")


def test_a_pinned_option_is_last_in_a_scale_too() -> None:
    first, *others = options("a", "bcd")
    body = (replace(first, pin="last"), *others)
    assert shown_order(item("one", Single(body), shuffle=False), 1) == tuple("bcda")


def test_typed_answers_have_no_order() -> None:
    assert shown_order(text("L5"), 1) == shown_order(number(answer=1), 1) == ()


@given(SEEDS, st.sets(st.text(max_size=5), max_size=8), st.text(max_size=5))
def test_an_id_taken_away_leaves_the_others_in_order(seed: int, ids: set[str], gone: str) -> None:
    whole = mixed(ids, seed, "one")
    assert mixed(ids - {gone}, seed, "one") == [one for one in whole if one != gone]
