"""`order`: the row of the type table."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import NO_WORDS, order
from tutor.course.items import Item
from tutor.quiz.grade import Verdict
from tutor.quiz.graders import ResponseError, final_grade, told
from tutor.quiz.shuffle import shown_order


def score(one: Item, steps: str) -> float:
    return final_grade(one, {"steps": list(steps)}, NO_WORDS).score


@pytest.mark.parametrize(
    ("steps", "given", "expected"),
    [
        ("abc", "abc", 1.0),
        ("abc", "bac", 0.3333),
        ("abc", "cba", 0.0),
        ("abcd", "abcd", 1.0),
        ("abcd", "abdc", 0.6667),  # one swap of neighbours
        ("abcd", "badc", 0.3333),
        ("abcd", "bcda", 0.0),
        ("abcde", "abced", 0.8),  # one swap of neighbours
        ("abcde", "edcba", 0.0),
    ],
)
def test_the_score_is_kendall_s_tau_and_never_below_zero(
    steps: str, given: str, expected: float
) -> None:
    assert score(order(steps), given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("abcd", 1.0),
        ("acbd", 1.0),  # b and c may change places
        ("bacd", 0.6),  # 4 of the 5 pairs that count
        ("dcba", 0.0),
        ("bcad", 0.2),
    ],
)
def test_pairs_within_a_group_are_not_counted(given: str, expected: float) -> None:
    assert score(order("abcd", "bc"), given) == expected


@pytest.mark.parametrize(("steps", "expected"), [("abc", 0.28), ("abcd", 0.19), ("abcde", 0.16)])
def test_blind_guessing_scores_what_the_guide_has_computed(steps: str, expected: float) -> None:
    scores = [score(order(steps), "".join(one)) for one in permutations(steps)]
    assert sum(scores) / len(scores) == pytest.approx(expected, abs=0.005)


def test_a_step_that_the_course_dropped_is_passed_over() -> None:
    assert score(order("abcd"), "axbcd") == 1.0


def test_a_step_that_the_course_gained_counts_for_neither_side() -> None:
    assert score(order("abcd"), "abc") == 0.5  # 3 of 6 pairs
    assert score(order("abcd"), "cba") == 0.0


def test_no_steps_are_no_answer() -> None:
    assert final_grade(order(), {"steps": []}, NO_WORDS).verdict is Verdict.NO_ANSWER


def test_a_step_named_twice_is_no_order() -> None:
    with pytest.raises(ResponseError):
        score(order(), "abcda")


def test_what_counted_is_said() -> None:
    def brief(steps: str) -> str:
        return final_grade(order(), {"steps": list(steps)}, NO_WORDS).brief

    assert brief("abdc") == "5 of 6 pairs in order"
    assert brief("bcda") == "3 of 6 pairs in order, no more than by guessing"


def test_feedback_says_where_each_step_belongs() -> None:
    got = told(order("abcd", "bc"), {"steps": list("badc")}, ())
    assert got.given == "Step b, then Step a, then Step d, then Step c"
    assert got.right_answer == "Step a, then Step b and Step c in any order, then Step d"
    assert [(row.id, row.number, row.right, row.given, row.answer) for row in got.rows] == [
        ("a", 1, False, "place 2", "place 1"),
        ("b", 2, False, "place 1", "place 2 or 3"),
        ("c", 3, False, "place 4", "place 2 or 3"),
        ("d", 4, False, "place 3", "place 4"),
    ]


ORDERS = [
    order("abc"),
    order("abcd"),
    order("abcd", "ab", "cd"),
    order("abcde", "bcd", shuffle=False),
]


@given(st.sampled_from(ORDERS), st.integers(0, 2**32 - 1))
def test_it_never_starts_in_a_right_order(one: Item, seed: int) -> None:
    shown = shown_order(one, seed)
    assert sorted(shown) == [step.id for step in one.body.steps]  # type: ignore[attr-defined]
    assert score(one, "".join(shown)) < 1


@given(st.sampled_from(ORDERS), st.data())
def test_all_places_are_right_exactly_when_the_score_is_full(
    one: Item, data: st.DataObject
) -> None:
    steps = data.draw(st.permutations([step.id for step in one.body.steps]))  # type: ignore[attr-defined]
    rows = told(one, {"steps": steps}, ()).rows
    assert all(row.right for row in rows) is (score(one, "".join(steps)) == 1)
