"""One objective does not come twice in a row, where that can be avoided."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tutor.memory.apart import Block, apart


def ordered(objectives: str, before: str | None = None) -> list[Block]:
    return apart([Block((str(n),), o, o) for n, o in enumerate(objectives)], before)


def said(objectives: str, before: str | None = None) -> str:
    return "".join(one.first for one in ordered(objectives, before))


def repeats(objectives: tuple[str, ...] | str, before: str | None) -> int:
    return sum(a == b for a, b in zip((before, *objectives), objectives, strict=False))


def test_what_is_apart_already_stays_as_it_is() -> None:
    assert said("abcabc") == "abcabc"


def test_the_next_most_wanted_steps_in() -> None:
    assert said("aabc") == "abac"
    assert said("aab", before="a") == "baa"


def test_the_fullest_goes_in_time() -> None:
    assert said("bcaaa") == "abaca"


def test_where_it_cannot_be_avoided() -> None:
    assert said("aaa") == "aaa"
    assert said("aaaab") == "abaaa"


def test_a_block_stays_together_and_counts_at_its_end() -> None:
    blocks = [Block(("1", "2"), "a", "b"), Block(("3",), "b", "b"), Block(("4",), "c", "c")]
    assert [one.items for one in apart(blocks, None)] == [("1", "2"), ("4",), ("3",)]


@given(st.text("abc", max_size=7), st.sampled_from([None, "a", "b"]))
def test_as_few_repeats_as_any_order_has(objectives: str, before: str | None) -> None:
    fewest = min(repeats(order, before) for order in set(permutations(objectives)))
    assert repeats(said(objectives, before), before) == fewest


@given(st.text("abcd", max_size=40))
def test_nothing_is_lost_and_each_objective_keeps_its_order(objectives: str) -> None:
    blocks = ordered(objectives)
    assert sorted(int(one.items[0]) for one in blocks) == list(range(len(objectives)))
    for objective in set(objectives):
        ranks = [int(one.items[0]) for one in blocks if one.first == objective]
        assert ranks == sorted(ranks)
