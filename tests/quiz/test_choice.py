"""`single` and `multi`: the rows of the type table."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import NO_WORDS, item, multi, options, single
from tutor.course.items import Item, Multi, Option, Single
from tutor.errors import TutorError
from tutor.quiz.grade import Grade, Verdict
from tutor.quiz.graders import ResponseError, final_grade, grade, told


def score(item: Item, response: dict[str, object] | None) -> Grade:
    return final_grade(item, response, NO_WORDS)


def test_single_is_all_or_nothing() -> None:
    assert score(single(), {"option": "a"}) == Grade(1.0, Verdict.RIGHT)
    assert score(single(), {"option": "b"}) == Grade(0.0, Verdict.WRONG)


def test_single_option_with_credit_is_partly_right() -> None:
    best, other = options("a", "b")
    one = item("one", Single((best, replace(other, credit=0.5))))
    graded = score(one, {"option": "b"})
    assert (graded.score, graded.verdict) == (0.5, Verdict.PARTLY)
    assert not graded.right


@pytest.mark.parametrize(
    ("right", "wrong", "chosen", "expected"),
    [
        ("abc", "xy", "abc", 1.0),
        ("abc", "xy", "ab", 0.6667),
        ("abc", "xy", "abx", 0.1667),
        ("abc", "xy", "abcx", 0.5),
        ("abc", "xy", "ax", 0.0),
        ("abc", "xy", "xy", 0.0),
        ("abc", "xy", "abcxy", 0.0),  # all chosen
        ("abc", "xy", "", 0.0),  # nothing chosen
        ("a", "wxyz", "aw", 0.75),
        ("abcdef", "z", "abcdefz", 0.0),
        ("abc", "xyz", "ax", 0.0),
    ],
)
def test_multi_is_h_of_k_less_f_of_w(right: str, wrong: str, chosen: str, expected: float) -> None:
    assert score(multi(right, wrong), {"options": list(chosen)}).score == expected


def test_multi_counts_an_option_named_twice_once() -> None:
    assert score(multi(), {"options": ["a", "a", "b"]}).score == 0.6667


def test_multi_says_what_counted() -> None:
    assert score(multi("abc", "xy"), {"options": list("abx")}).brief == "2 of 3, and one too many"
    assert score(multi("abc", "xy"), {"options": list("ab")}).brief == "2 of 3"
    none_left = score(multi("abc", "xy"), {"options": list("ax")})
    assert (none_left.verdict, none_left.note) == (Verdict.WRONG, "1 of 3, and one too many.")


def test_multi_without_a_choice_is_no_answer() -> None:
    assert score(multi(), {"options": []}).verdict is Verdict.NO_ANSWER


@pytest.mark.parametrize("one", [single(), multi()])
def test_dont_know_is_no_answer(one: Item) -> None:
    assert score(one, None) == Grade(0.0, Verdict.NO_ANSWER)


def test_an_option_that_the_course_dropped_scores_nothing() -> None:
    assert score(single(), {"option": "gone"}).score == 0
    assert score(multi(), {"options": ["a", "b", "c", "gone"]}).score == 1


WRONG_SHAPES: list[object] = [
    {},
    {"option": 3},
    {"option": None},
    {"option": ["a"]},
    {"options": "ab"},
    {"options": {"a": 1}},
    {"options": [1]},
    {"options": [["a"]]},
    {"text": "a"},
    [],
    "a",
    7,
]


@pytest.mark.parametrize("response", WRONG_SHAPES)
@pytest.mark.parametrize("one", [single(), multi()])
def test_a_response_of_the_wrong_shape_is_an_error_for_people(one: Item, response: object) -> None:
    with pytest.raises(ResponseError):
        grade(one, response, NO_WORDS)  # type: ignore[arg-type]
    with pytest.raises(ResponseError):
        told(one, response, ())  # type: ignore[arg-type]
    assert issubclass(ResponseError, TutorError)


@given(
    right=st.integers(1, 4),
    wrong=st.integers(1, 4),
    pick=st.data(),
)
def test_order_never_changes_a_grade_and_scores_stay_in_range(
    right: int, wrong: int, pick: st.DataObject
) -> None:
    given_options = options("abcd"[:right], "wxyz"[:wrong])
    ids = [one.id for one in given_options]
    chosen = pick.draw(st.lists(st.sampled_from(ids)))
    shuffled = pick.draw(st.permutations(given_options))
    again = pick.draw(st.permutations(chosen))

    def graded(body: tuple[Option, ...], response: list[str]) -> Grade:
        return score(item("several", Multi(tuple(body))), {"options": response})

    first = graded(given_options, chosen)
    assert graded(tuple(shuffled), list(again)) == first
    assert 0 <= first.score <= 1
    assert first.score == round(first.score, 4)


@pytest.mark.parametrize(("right", "wrong", "expected"), [(2, 3, 0.19), (3, 3, 0.16)])
def test_blind_guessing_scores_what_the_rule_promises(
    right: int, wrong: int, expected: float
) -> None:
    one = multi("abc"[:right], "xyz"[:wrong])
    ids = [option.id for option in one.body.options]  # type: ignore[attr-defined]
    subsets = list(chain.from_iterable(combinations(ids, n) for n in range(len(ids) + 1)))
    mean = sum(score(one, {"options": list(some)}).score for some in subsets) / len(subsets)
    assert mean == pytest.approx(expected, abs=0.006)
