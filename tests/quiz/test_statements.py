"""`truefalse` and `mtf`: rows of the type table."""

from __future__ import annotations

from itertools import product

import pytest

from tests.quiz.make import NO_WORDS, item, mtf, truefalse
from tutor.course.items import Mtf
from tutor.quiz.grade import Grade, Verdict
from tutor.quiz.graders import ResponseError, final_grade


def said(truths: str) -> dict[str, object]:
    """An answer for each letter; "-" leaves the statement out."""
    pairs = {f"s{n}": one == "t" for n, one in enumerate(truths, 1) if one != "-"}
    return {"statements": pairs}


@pytest.mark.parametrize(
    ("answer", "given", "score"),
    [(True, True, 1.0), (True, False, 0.0), (False, False, 1.0), (False, True, 0.0)],
)
def test_true_or_false_is_all_or_nothing(answer: bool, given: bool, score: float) -> None:
    assert final_grade(truefalse(answer), {"true": given}, NO_WORDS).score == score


@pytest.mark.parametrize("given", [1, 0, "true", None, [True]])
def test_only_a_truth_value_answers(given: object) -> None:
    with pytest.raises(ResponseError):
        final_grade(truefalse(True), {"true": given}, NO_WORDS)
    with pytest.raises(ResponseError):
        final_grade(mtf(), {"statements": {"s1": given}}, NO_WORDS)


@pytest.mark.parametrize(
    ("truths", "answers", "score"),
    [
        ("tfft", "tfft", 1.0),
        ("tfft", "tfff", 0.5),  # 3 of 4
        ("tfft", "tftf", 0.0),  # half right is nothing
        ("tfft", "fttf", 0.0),
        ("tfft", "tff-", 0.5),  # what was left out is not right
        ("tfft", "tf--", 0.0),
        ("tffft", "tffff", 0.6),
        ("tffft", "tfftf", 0.2),
        ("tfftft", "tfftff", 0.6667),
        ("tfftft", "tffttf", 0.3333),
    ],
)
def test_statements_score_twice_the_share_less_one(truths: str, answers: str, score: float) -> None:
    assert final_grade(mtf(truths), said(answers), NO_WORDS).score == score


def test_statements_without_an_answer_are_no_answer() -> None:
    graded = final_grade(mtf(), {"statements": {}}, NO_WORDS)
    assert graded.verdict is Verdict.NO_ANSWER


def test_a_statement_that_the_course_dropped_counts_nothing() -> None:
    graded = final_grade(mtf(), {"statements": {"gone": True}}, NO_WORDS)
    assert (graded.score, graded.verdict) == (0.0, Verdict.WRONG)


def test_what_counted_is_said() -> None:
    def brief(answers: str) -> str:
        return final_grade(mtf(), said(answers), NO_WORDS).brief

    assert brief("tfff") == "3 of 4 right"
    assert brief("tftf") == "2 of 4 right, no more than by guessing"
    assert brief("fttf") == "0 of 4 right"
    assert brief("tfft") == ""


@pytest.mark.parametrize(("count", "expected"), [(4, 0.1875), (5, 0.1875), (6, 0.15625)])
def test_blind_guessing_scores_what_the_guide_has_computed(count: int, expected: float) -> None:
    one = mtf("tf" * 2 + "t" * (count - 4))
    scores = [
        final_grade(one, said("".join(answers)), NO_WORDS).score
        for answers in product("tf", repeat=count)
    ]
    assert sum(scores) / len(scores) == pytest.approx(expected, abs=0.0001)


def test_the_order_of_statements_changes_nothing() -> None:
    one = mtf("tffft")
    turned = item("statements", Mtf(one.body.statements[::-1]))  # type: ignore[attr-defined]
    answers = said("tfftf")
    turned_answers = {"statements": dict(reversed(answers["statements"].items()))}  # type: ignore[attr-defined]
    first: Grade = final_grade(one, answers, NO_WORDS)
    assert final_grade(turned, turned_answers, NO_WORDS) == first
