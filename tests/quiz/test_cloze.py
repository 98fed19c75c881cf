"""`cloze`: the row of the type table, and gaps that cannot be graded yet."""

from __future__ import annotations

import pytest

from tests.quiz.make import (
    NO_WORDS,
    choice_gap,
    cloze,
    glossary,
    number_gap,
    typed_gap,
)
from tutor.course.items import Item
from tutor.quiz import words
from tutor.quiz.feedback import feedback
from tutor.quiz.grade import AskAgain, Grade, Verdict
from tutor.quiz.graders import ResponseError, Words, final_grade, grade
from tutor.quiz.shuffle import shown_order

NERVE = {"text": "common fibular nerve"}
PLACE = {"option": "a"}
ANGLE = {"text": "90"}


def gaps(**responses: object) -> dict[str, object]:
    return {"gaps": responses}


def graded(one: Item, response: dict[str, object], glossary: Words = NO_WORDS) -> Grade:
    result = grade(one, response, glossary)
    assert isinstance(result, Grade), result
    return result


def again(one: Item, response: dict[str, object], glossary: Words = NO_WORDS) -> AskAgain:
    result = grade(one, response, glossary)
    assert isinstance(result, AskAgain), result
    return result


@pytest.mark.parametrize(
    ("response", "score"),
    [
        (gaps(nerve=NERVE, place=PLACE, angle=ANGLE), 1.0),
        (gaps(nerve=NERVE, place={"option": "b"}, angle=ANGLE), 0.6667),
        (gaps(nerve=NERVE, place=PLACE), 0.6667),  # a gap left open
        (gaps(nerve=NERVE, place=PLACE, angle=None), 0.6667),
        (gaps(nerve={"text": "tibial nerve"}, place={"option": "c"}, angle={"text": "3"}), 0.0),
    ],
)
def test_the_score_is_the_mean_of_the_gaps(response: dict[str, object], score: float) -> None:
    assert graded(cloze(), response).score == score


def test_a_gap_may_weigh_more() -> None:
    one = cloze("{{nerve}} at {{place}}", nerve=typed_gap("tibial", weight=3), place=choice_gap())
    assert graded(one, gaps(nerve={"text": "tibial"}, place={"option": "b"})).score == 0.75
    assert graded(one, gaps(nerve={"text": "sural"}, place={"option": "a"})).score == 0.25


@pytest.mark.parametrize("response", [gaps(), gaps(nerve=None), gaps(gone=NERVE)])
def test_all_gaps_open_is_no_answer(response: dict[str, object]) -> None:
    assert graded(cloze(), response).verdict is Verdict.NO_ANSWER


@pytest.mark.parametrize(
    "response",
    [
        {},
        {"gaps": []},
        gaps(nerve="tibial nerve"),
        gaps(nerve={"option": "a"}),
        gaps(place={"text": "neck"}),
        gaps(place=3),
        gaps(gone=3),
    ],
)
def test_a_gap_of_the_wrong_shape(response: dict[str, object]) -> None:
    with pytest.raises(ResponseError):
        grade(cloze(), response, NO_WORDS)


def test_the_unit_may_stand_behind_the_gap() -> None:
    shown = cloze("At {{angle}} degrees.", angle=number_gap(90, "degrees"))
    assert graded(shown, gaps(angle=ANGLE)).right
    hidden = cloze("At {{degrees}} it stands.", degrees=number_gap(90, "degrees"))
    asked = again(hidden, gaps(degrees=ANGLE))
    assert asked == AskAgain(f"Gap 1: {words.WHICH_UNIT}")


def test_what_is_missing_is_asked_for_in_all_gaps_at_once() -> None:
    one = cloze(
        "{{length}} of {{nerve}}, {{place}}",
        place=choice_gap(),
        nerve=typed_gap("adduction"),
        length=number_gap(3, "m"),
    )
    response = gaps(length={"text": "3"}, nerve={"text": "aduction"}, place=PLACE)
    terms = glossary("abduction")
    asked = again(one, response, terms)
    # Gaps are counted as they stand in the text.
    assert asked.question == (f"Gap 1: {words.WHICH_UNIT} Gap 2: {words.CHECK_SPELLING}")
    assert asked.counts
    second = grade(one, response, terms, asked=1)
    assert isinstance(second, Grade)
    assert second.score == 0.6667  # the number is read in its unit, the spelling stays in doubt


def test_nothing_typed_into_a_gap_is_asked_for_and_does_not_count() -> None:
    asked = again(cloze(), gaps(nerve={"text": " "}, place=PLACE))
    assert asked == AskAgain(f"Gap 1: {words.TYPE_SOMETHING}", counts=False)


def test_of_a_stored_answer_only_the_gap_that_cannot_be_graded_is_wrong() -> None:
    graded = final_grade(cloze(), gaps(nerve={"text": ""}, place=PLACE), NO_WORDS)
    assert (graded.score, graded.verdict) == (0.3333, Verdict.PARTLY)


def test_feedback_tells_every_gap_in_the_order_of_the_text() -> None:
    one = cloze()
    response = gaps(place={"option": "b"}, nerve={"text": "comon fibular nerve"})
    got = feedback(one, response, graded(one, response), shown_order(one, 7))
    assert got.headline == "Partly right: 1 of 3 right."
    assert got.given == "comon fibular nerve; Option b; not answered"
    assert got.right_answer == "common fibular nerve; Option a; 90 degrees"
    first, second, third = got.rows
    assert (first.text, first.verdict, first.why) == (
        "Gap 1",
        Verdict.RIGHT,
        "Check the spelling: common fibular nerve.",
    )
    assert (second.verdict, second.why) == (Verdict.WRONG, "Why b. Why a.")
    assert second.role == "your answer: Option b; right answer: Option a"
    assert [row.id for row in second.rows] == ["a", "b", "c"]
    assert (third.verdict, third.role) == (
        Verdict.NO_ANSWER,
        "not answered; right answer: 90 degrees",
    )


def test_the_options_of_a_gap_are_numbered_as_they_were_shown() -> None:
    one = cloze()
    order = shown_order(one, 7)
    assert all(id.startswith("place/") for id in order)
    response = gaps(place={"option": "b"})
    rows = feedback(one, response, graded(one, response), order).rows[1].rows
    shown = [f"place/{row.id}" for row in sorted(rows, key=lambda row: row.number)]
    assert tuple(shown) == order


def test_the_text_is_filled_gap_by_gap() -> None:
    body = cloze().body
    assert body.filled(str.upper) == "The NERVE winds round the PLACE at ANGLE degrees."  # type: ignore[attr-defined]
