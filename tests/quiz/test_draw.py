"""Which items a lesson quiz asks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import single
from tutor.course.model import Quiz
from tutor.quiz.draw import draw

if TYPE_CHECKING:
    from tutor.course.items import Item


def quiz(*items: Item) -> Quiz:
    return Quiz("peroneal-nerve", items)


def ids(items: tuple[Item, ...]) -> str:
    return "".join(item.id for item in items)


TWELVE = quiz(
    *(single(one, objective="x") for one in "abcdef"),
    *(single(one, objective="y") for one in "ghij"),
    *(single(one, objective="z") for one in "kl"),
)


@given(st.integers(0, 2**32 - 1))
def test_objectives_get_their_turn(seed: int) -> None:
    drawn = draw(TWELVE, 6, {}, seed)
    assert Counter(item.objective for item in drawn) == {"x": 2, "y": 2, "z": 2}


@given(st.integers(0, 2**32 - 1))
def test_an_objective_with_few_items_leaves_its_turns_to_the_others(seed: int) -> None:
    drawn = draw(TWELVE, 10, {}, seed)
    assert Counter(item.objective for item in drawn) == {"x": 4, "y": 4, "z": 2}


@given(st.integers(0, 2**32 - 1))
def test_items_come_in_the_author_s_order(seed: int) -> None:
    drawn = ids(draw(TWELVE, 7, {}, seed))
    assert drawn == "".join(sorted(drawn))


def test_another_seed_draws_others() -> None:
    assert len({ids(draw(TWELVE, 6, {}, seed)) for seed in range(50)}) > 10


def test_the_same_seed_draws_the_same() -> None:
    assert draw(TWELVE, 6, {}, 5) == draw(TWELVE, 6, {}, 5)


@given(st.integers(0, 2**32 - 1))
def test_unseen_first_then_weakest_then_least_often(seed: int) -> None:
    six = quiz(*(single(one) for one in "abcdef"))
    seen = {"a": (1, 1.0), "b": (3, 0.5), "c": (1, 0.0), "e": (1, 0.5), "f": (9, 1.0)}
    drawn = [ids(draw(six, n, seen, seed)) for n in range(1, 7)]
    assert drawn == ["d", "cd", "cde", "bcde", "abcde", "abcdef"]


@given(st.integers(0, 2**32 - 1))
def test_the_last_round_serves_the_objective_in_need(seed: int) -> None:
    three = quiz(*(single(one, objective=one) for one in "abc"))
    assert ids(draw(three, 1, {"a": (1, 1.0), "c": (1, 0.0)}, seed)) == "b"
    assert ids(draw(three, 2, {"a": (1, 1.0), "c": (1, 0.0)}, seed)) == "bc"


def test_none_asks_everything_that_may_be_asked() -> None:
    assert ids(draw(TWELVE, None, {}, 1)) == "abcdefghijkl"
    assert ids(draw(TWELVE, 99, {}, 1)) == "abcdefghijkl"


def test_drafts_are_never_asked() -> None:
    assert ids(draw(quiz(single("a"), single("b", draft=True)), None, {}, 1)) == "a"


def test_of_one_family_the_item_in_need_is_asked() -> None:
    family = quiz(single("a", family="neck"), single("b", family="neck"), single("c"), single("d"))
    assert ids(draw(family, None, {"a": (1, 1.0), "b": (1, 0.0)}, 1)) == "bcd"
    assert ids(draw(family, None, {"b": (1, 0.0)}, 1)) == "acd"


def test_a_family_and_an_item_of_the_same_name_are_apart() -> None:
    assert ids(draw(quiz(single("a"), single("b", family="a")), None, {}, 1)) == "ab"


def test_nothing_to_ask() -> None:
    assert draw(quiz(), 10, {}, 1) == ()
    assert draw(TWELVE, 0, {}, 1) == ()


@given(
    st.integers(0, 14),
    st.dictionaries(st.sampled_from("abcdefghijkl"), st.tuples(st.integers(1, 9), st.floats(0, 1))),
    st.integers(0, 2**32 - 1),
)
def test_always_as_many_as_asked_and_objectives_in_balance(
    ask: int, seen: dict[str, tuple[int, float]], seed: int
) -> None:
    drawn = draw(TWELVE, ask, seen, seed)
    assert len(drawn) == min(ask, 12)
    counts = Counter(item.objective for item in drawn)
    sizes = {"x": 6, "y": 4, "z": 2}
    most = max((counts[one] for one in sizes), default=0)
    assert all(counts[one] >= min(sizes[one], most - 1) for one in sizes)
