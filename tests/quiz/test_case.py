"""A case: stages on their turn, what is kept between them, and the row of the type table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import NO_WORDS, RIGHT, case, cloze, number, order, single, stage, text
from tutor.course.items import Case, Item
from tutor.course.items.case import stage_items
from tutor.quiz.case import (
    Turn,
    merged,
    response_to,
    stage_feedback,
    stage_grades,
    stage_id,
    turn,
)
from tutor.quiz.event import Response
from tutor.quiz.feedback import feedback
from tutor.quiz.grade import AskAgain, Grade, Verdict
from tutor.quiz.graders import ResponseError, final_grade, grade, order_inside
from tutor.quiz.shuffle import shown_order

RIGHT_STAGES: dict[str, Response] = RIGHT["case"]["stages"]  # type: ignore[assignment]
WRONG_STAGES: dict[str, Response] = {
    "nerve": {"option": "b"},
    "angle": {"text": "3 degrees"},
    "signs": {"statements": {"s1": False}},
}


def stages(**responses: object) -> dict[str, object]:
    return {"stages": responses}


def now(item: Item, so_far: Response) -> Turn:
    found = turn(item, so_far)
    assert found is not None
    return found


# The walk


def test_stages_come_in_the_author_s_order_and_then_there_is_none() -> None:
    one = case()
    so_far: Response = None
    seen = []
    while (at := turn(one, so_far)) is not None:
        seen.append((stage_id(at.stage), at.number, at.of))
        so_far = response_to(one, so_far, at.stage, RIGHT_STAGES[stage_id(at.stage)])
    assert seen == [("nerve", 1, 3), ("angle", 2, 3), ("signs", 3, 3)]
    assert so_far == RIGHT["case"]
    assert list(so_far["stages"]) == ["nerve", "angle", "signs"]  # type: ignore[call-overload]


def test_dont_know_answers_a_stage() -> None:
    one = case()
    so_far = response_to(one, None, now(one, None).stage, None)
    assert so_far == stages(nerve=None)
    assert now(one, so_far).number == 2


def test_a_stage_is_an_item_with_the_story_before_its_question() -> None:
    one = case()
    at = now(one, None).stage
    assert at.id == "story/nerve"
    assert at.stem == "A runner trips. She is 30.\n\nThen nerve happens. Which one?"
    assert (at.type, at.explain, at.sources, at.weight) == (
        "single",
        "Explained nerve.",
        one.sources,
        2,
    )


def test_what_a_stage_names_itself_goes_before_what_the_case_has() -> None:
    own = replace(stage("nerve", single()), objective="other", sources=("other-2020",))
    first, second = stage_items(case(own, stage("angle", number(answer=3))))
    assert (first.objective, first.sources) == ("other", ("other-2020",))
    assert (second.objective, second.sources) == ("nerve-course", ("stewart-2008",))


def test_an_item_that_is_no_case_has_no_stage() -> None:
    assert turn(single(), None) is None
    assert merged(single(), None, stages(nerve=None)) is None


def test_an_answered_stage_keeps_its_answer() -> None:
    one = case()
    first = stages(nerve={"option": "b"})
    assert merged(one, first, stages(nerve={"option": "a"}, angle=None)) == stages(
        nerve={"option": "b"}, angle=None
    )


@pytest.mark.parametrize(
    "so_far",
    [
        None,
        {},
        {"stages": 3},
        stages(gone={"option": "a"}),
        stages(nerve={"text": "L5"}),
        stages(nerve=7, angle=[]),
        {"option": "a"},
        [],
        "odd",
    ],
)
def test_what_does_not_fit_is_asked_for_again(so_far: Response) -> None:
    one = case()
    assert now(one, so_far).number == 1
    assert merged(one, None, so_far) is None


def test_a_stage_that_the_course_changed_is_asked_for_again_and_the_later_ones_are_kept() -> None:
    one = case(stage("nerve", text("L5")), stage("angle", number(answer=3)))
    so_far = stages(nerve={"option": "a"}, angle={"text": "3"})
    at = now(one, so_far)
    assert at.number == 1
    assert response_to(one, so_far, at.stage, {"text": "L5"}) == stages(
        nerve={"text": "L5"}, angle={"text": "3"}
    )


# Grading


@pytest.mark.parametrize(
    ("right", "score"),
    [
        (("nerve", "angle", "signs"), 1.0),
        (("nerve",), 0.5),  # the critical stage weighs 2 of 4
        (("angle",), 0.25),
        (("angle", "signs"), 0.5),
        ((), 0.0),
    ],
)
def test_the_score_is_the_mean_in_which_critical_stages_count_twice(
    right: tuple[str, ...], score: float
) -> None:
    given = {id: (RIGHT_STAGES if id in right else WRONG_STAGES)[id] for id in RIGHT_STAGES}
    assert final_grade(case(), {"stages": given}, NO_WORDS).score == score


def test_a_stage_without_an_answer_counts_nothing() -> None:
    assert final_grade(case(), stages(nerve={"option": "a"}), NO_WORDS).score == 0.5
    one = stages(nerve={"option": "a"}, angle=None, signs=None)
    assert final_grade(case(), one, NO_WORDS).score == 0.5


@pytest.mark.parametrize("given", [{}, {"nerve": None, "angle": None}, {"gone": {"option": "a"}}])
def test_nothing_but_dont_know_is_no_answer(given: dict[str, object]) -> None:
    assert final_grade(case(), {"stages": given}, NO_WORDS).verdict is Verdict.NO_ANSWER


def test_partial_credit_of_a_stage_counts() -> None:
    one = case(stage("nerve", order("abcd")), stage("angle", number(answer=3)))
    got = final_grade(one, stages(nerve={"steps": list("abdc")}, angle={"text": "3"}), NO_WORDS)
    assert (got.score, got.brief) == (0.8334, "1 of 2 stages right")


def test_a_case_never_asks_again() -> None:
    one = case(stage("nerve", text("adduction")), stage("angle", number(answer=3, unit="m")))
    got = grade(one, stages(nerve={"text": ""}, angle={"text": "3"}), NO_WORDS)
    assert isinstance(got, Grade)
    assert got.score == 0.5


@given(
    st.fixed_dictionaries(
        {},
        optional={
            id: st.sampled_from([RIGHT_STAGES[id], WRONG_STAGES[id], None]) for id in RIGHT_STAGES
        },
    )
)
def test_a_stage_scores_in_the_case_what_it_scored_on_its_turn(
    given: dict[str, Response],
) -> None:
    one = case()
    for item, in_case in stage_grades(one, {"stages": given}, NO_WORDS):
        alone = grade(item, given.get(stage_id(item)), NO_WORDS)
        assert not isinstance(alone, AskAgain)
        if any(response is not None for response in given.values()):
            assert in_case == alone


# Feedback


def test_the_feedback_of_a_stage_is_that_of_an_item() -> None:
    one = case()
    at = now(one, None).stage
    so_far = response_to(one, None, at, {"option": "b"})
    got = stage_feedback(one, at, so_far, NO_WORDS, 7)
    assert (got.verdict, got.given, got.right_answer) == (Verdict.WRONG, "Option b", "Option a")
    assert got.explain == "Explained nerve."
    order = shown_order(at, 7)
    assert [row.number for row in got.rows] == [order.index(row.id) + 1 for row in got.rows]
    later = now(one, so_far).stage
    assert stage_feedback(one, later, so_far, NO_WORDS, 7).verdict is Verdict.NO_ANSWER


def test_options_are_shown_in_a_case_as_in_its_stage() -> None:
    one = case(stage("nerve", single()), stage("gapped", cloze()))
    whole = shown_order(one, 7)
    for at in stage_items(one):
        assert order_inside(whole, stage_id(at)) == shown_order(at, 7)


def test_the_feedback_of_the_case_tells_every_stage() -> None:
    one = case()
    response = stages(nerve={"option": "b"}, angle={"text": "90 degrees"}, signs=None)
    got = feedback(one, response, final_grade(one, response, NO_WORDS), shown_order(one, 7))
    assert got.headline == "Partly right: 1 of 3 stages right."
    assert [(row.text, row.role) for row in got.rows] == [
        ("Which one?", "your answer: Option b; right answer: Option a"),
        ("How much?", "right, your answer: 90 degrees"),
        (
            "Which one?",
            "not answered; right answer: "
            "True: Statement 1; Statement 4. False: Statement 2; Statement 3",
        ),
    ]
    first, _, third = got.rows
    assert first.why == "Explained nerve."
    assert [(row.id, row.chosen) for row in first.rows][:2] == [("a", False), ("b", True)]
    assert [row.answer for row in sorted(third.rows, key=lambda row: row.id)] == [
        "True",
        "False",
        "False",
        "True",
    ]


def test_a_gap_of_a_stage_is_told_too() -> None:
    one = case(stage("nerve", cloze()), stage("angle", number(answer=3)))
    response = stages(nerve=RIGHT["cloze"], angle={"text": "3"})
    got = feedback(one, response, final_grade(one, response, NO_WORDS), shown_order(one, 7))
    assert got.headline == "Right."
    assert [row.verdict for row in got.rows[0].rows] == [Verdict.RIGHT] * 3


def test_a_stage_of_the_wrong_shape() -> None:
    for response in ({}, stages(nerve=3), stages(nerve={"text": "a"}), {"stages": []}):
        with pytest.raises(ResponseError):
            final_grade(case(), response, NO_WORDS)


def test_a_critical_stage_is_one_that_weighs_twice() -> None:
    body = case().body
    assert isinstance(body, Case)
    assert [one.weight for one in body.stages] == [2, 1, 1]
