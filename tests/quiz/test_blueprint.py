"""What an exam asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import single
from tutor.course.items import Item
from tutor.quiz.blueprint import blueprint, draw_exam

TWELVE = (
    *(single(one, objective="x") for one in "abcdef"),
    *(single(one, objective="y") for one in "ghij"),
    *(single(one, objective="z") for one in "kl"),
)
SEEDS = st.integers(0, 2**32 - 1)


def ids(items: Sequence[Item]) -> str:
    return "".join(item.id for item in items)


def of_type(type: str, id: str, **more: object) -> Item:
    return replace(single(id, **more), type=type)


@pytest.mark.parametrize(
    ("ask", "counts"),
    [
        (0, {}),
        (1, {"x": 1}),
        (3, {"x": 1, "y": 1, "z": 1}),
        (5, {"x": 2, "y": 2, "z": 1}),
        (8, {"x": 3, "y": 3, "z": 2}),
        (11, {"x": 5, "y": 4, "z": 2}),
        (12, {"x": 6, "y": 4, "z": 2}),
        (99, {"x": 6, "y": 4, "z": 2}),
    ],
)
def test_objectives_in_balance(ask: int, counts: dict[str, int]) -> None:
    assert blueprint(TWELVE, ask) == counts


def test_nothing_to_ask() -> None:
    assert blueprint((), 10) == {}
    assert draw_exam((), {"x": 3}, {}, 1) == ()


@given(SEEDS, st.integers(0, 14))
def test_the_counts_are_kept(seed: int, ask: int) -> None:
    counts = blueprint(TWELVE, ask)
    drawn = draw_exam(TWELVE, counts, {}, seed)
    assert Counter(item.objective for item in drawn) == counts
    assert len(set(drawn)) == len(drawn) == min(ask, 12)


@given(SEEDS)
def test_no_true_or_false_and_no_drafts(seed: int) -> None:
    items = (single("a"), of_type("truefalse", "b"), single("c", draft=True))
    assert blueprint(items, 9) == {"nerve-course": 1}
    assert ids(draw_exam(items, {"nerve-course": 9}, {}, seed)) == "a"


def test_an_objective_of_true_or_false_alone_is_not_in_the_exam() -> None:
    assert blueprint((of_type("truefalse", "a", objective="x"), single("b")), 5) == {
        "nerve-course": 1
    }


@given(SEEDS)
def test_what_was_never_answered_comes_first_then_what_was_least_often(seed: int) -> None:
    seen = {"a": (3, 0.0), "b": (1, 1.0), "d": (2, 0.0), "e": (4, 0.0), "f": (5, 0.0)}
    drawn = [set(ids(draw_exam(TWELVE, {"x": n}, seen, seed))) for n in range(1, 7)]
    assert drawn == [set("c"), set("cb"), set("cbd"), set("cbda"), set("cbdae"), set("cbdaef")]


def test_how_well_it_was_answered_does_not_matter() -> None:
    weak = {one: (1, float(one in "abc")) for one in "abcdef"}
    strong = dict.fromkeys("abcdef", (1, 1.0))
    for seed in range(20):
        assert draw_exam(TWELVE, {"x": 3}, weak, seed) == draw_exam(TWELVE, {"x": 3}, strong, seed)


def test_the_seed_decides() -> None:
    counts = blueprint(TWELVE, 6)
    assert draw_exam(TWELVE, counts, {}, 5) == draw_exam(TWELVE, counts, {}, 5)
    drawn = [draw_exam(TWELVE, counts, {}, seed) for seed in range(50)]
    assert len({frozenset(ids(one)) for one in drawn}) > 10
    assert len({tuple(item.objective for item in one) for one in drawn}) > 10


def test_all_items_are_mixed_too() -> None:
    assert ids(draw_exam(TWELVE, blueprint(TWELVE, 12), {}, 1)) != "abcdefghijkl"


@given(SEEDS)
def test_of_a_family_one_item_the_one_least_seen(seed: int) -> None:
    items = (*(single(one, family="neck") for one in "ab"), single("c"))
    assert blueprint(items, 9) == {"nerve-course": 2}
    seen = {"a": (1, 1.0)}
    assert set(ids(draw_exam(items, {"nerve-course": 2}, seen, seed))) == {"b", "c"}


@given(SEEDS)
def test_a_family_over_two_objectives_belongs_to_the_first(seed: int) -> None:
    items = (
        single("a", family="neck", objective="x"),
        single("b", family="neck", objective="y"),
        single("c", objective="y"),
    )
    counts = blueprint(items, 9)
    assert counts == {"x": 1, "y": 1}
    assert set(ids(draw_exam(items, counts, {}, seed))) == {"a", "c"}


def test_an_objective_with_too_few_items_gives_what_it_has() -> None:
    assert len(draw_exam(TWELVE, {"z": 5, "gone": 2, "x": -1}, {}, 1)) == 2


FAMILIES = st.lists(
    st.tuples(
        st.sampled_from("xyz"),
        st.sampled_from([None, None, "f", "g"]),
        st.sampled_from(["single", "single", "truefalse"]),
    ),
    max_size=14,
)


@given(FAMILIES, st.integers(0, 16), SEEDS)
def test_whatever_the_items_the_blueprint_is_kept(
    made: list[tuple[str, str | None, str]], ask: int, seed: int
) -> None:
    items = [
        of_type(type, f"i{n}", objective=objective, family=family)
        for n, (objective, family, type) in enumerate(made)
    ]
    counts = blueprint(items, ask)
    drawn = draw_exam(items, counts, {}, seed)
    assert Counter(item.objective for item in drawn) == counts
    families = [item.family for item in drawn if item.family]
    assert len(set(families)) == len(families)
    assert all(item.type != "truefalse" for item in drawn)
