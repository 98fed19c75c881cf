"""What is shown in a drawn order, type by type."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import case as make_case
from tests.quiz.make import cloze, emq, match, mtf, order, stage, truefalse
from tutor.course.items import Item
from tutor.quiz.shuffle import shown_order

SEEDS = st.integers(0, 2**32 - 1)
AS_WRITTEN = {
    "emq": tuple("abcdef"),
    "match": tuple("abcd"),
    "mtf": ("s1", "s2", "s3", "s4"),
}
MIXED = {"emq": emq(), "match": match(), "mtf": mtf()}
KEPT = {"emq": emq(shuffle=False), "match": match(shuffle=False), "mtf": mtf(shuffle=False)}


def test_the_order_is_this_one_on_every_machine_and_in_every_version() -> None:
    # A change here reorders what learners see of every session that they left open.
    assert shown_order(emq(), 1) == tuple("caebdf")
    assert shown_order(match(), 1) == tuple("bdac")
    assert shown_order(mtf(), 1) == ("s4", "s1", "s3", "s2")
    assert shown_order(order(), 1) == tuple("bcad")
    assert shown_order(cloze(), 1) == ("place/b", "place/a", "place/c")


@given(SEEDS)
def test_true_always_comes_before_false(seed: int) -> None:
    assert shown_order(truefalse(), seed) == ("true", "false")


@pytest.mark.parametrize("type", MIXED)
@given(seed=SEEDS)
def test_only_what_is_chosen_from_is_mixed(type: str, seed: int) -> None:
    # Of a match the left side, and of an emq the stems, are not among them.
    assert sorted(shown_order(MIXED[type], seed)) == sorted(AS_WRITTEN[type])
    assert shown_order(KEPT[type], seed) == AS_WRITTEN[type]


@pytest.mark.parametrize("one", [*MIXED.values(), order()], ids=lambda one: str(one.type))
def test_every_place_is_drawn_about_as_often(one: Item) -> None:
    first = Counter(shown_order(one, seed)[0] for seed in range(2400))
    fair = 2400 / len(shown_order(one, 0))
    assert min(first.values()) > 0.75 * fair
    assert max(first.values()) < 1.3 * fair


def test_gaps_and_stages_are_mixed_apart() -> None:
    story = make_case(stage("one", emq()), stage("two", emq()), stage("three", mtf(shuffle=False)))
    orders = set()
    for seed in range(20):
        whole = shown_order(story, seed)
        one = [id.removeprefix("one/") for id in whole if id.startswith("one/")]
        two = [id.removeprefix("two/") for id in whole if id.startswith("two/")]
        orders.add(one == two)
        assert [id for id in whole if id.startswith("three/")] == [
            f"three/s{n}" for n in range(1, 5)
        ]
    assert False in orders
