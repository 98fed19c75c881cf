"""What feedback tells of the types whose parts are answered one by one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.quiz.make import NO_WORDS, RIGHT, emq, item, match, mtf, one_of_each, truefalse
from tutor.course.items import Item
from tutor.quiz import words
from tutor.quiz.feedback import Feedback, feedback, feedback_of
from tutor.quiz.grade import Grade, Verdict
from tutor.quiz.graders import Row, grade
from tutor.quiz.session import Outcome
from tutor.quiz.shuffle import shown_order
from tutor.quiz.stem import asked_of

ITEMS = one_of_each()


def shown(one: Item, response: Any) -> Feedback:
    graded = grade(one, response, NO_WORDS)
    assert isinstance(graded, Grade)
    return feedback(one, response, graded, shown_order(one, 1))


def test_true_and_false_are_two_options() -> None:
    got = shown(truefalse(False), {"true": True})
    assert (got.headline, got.given, got.right_answer) == ("Not this one.", "True", "False")
    assert [(row.text, row.number, row.why, row.role) for row in got.rows] == [
        ("False", 2, "Why false.", "right answer"),
        ("True", 1, "Why true.", "your answer"),
    ]


def test_statements_are_told_in_the_order_shown() -> None:
    got = shown(mtf("tfft"), {"statements": {"s1": True, "s2": True, "s3": False}})
    assert got.headline == "No points: 2 of 4 right, no more than by guessing."
    assert [row.id for row in got.rows] == list(shown_order(mtf(), 1)) == ["s4", "s1", "s3", "s2"]
    assert [row.number for row in got.rows] == [1, 2, 3, 4]
    assert {row.id: (row.verdict, row.role) for row in got.rows} == {
        "s1": (Verdict.RIGHT, "right, your answer: True"),
        "s2": (Verdict.WRONG, "your answer: True; right answer: False"),
        "s3": (Verdict.RIGHT, "right, your answer: False"),
        "s4": (Verdict.NO_ANSWER, "not answered; right answer: True"),
    }
    assert got.given == (
        "True: Statement 1; Statement 2. False: Statement 3. Not answered: Statement 4"
    )
    assert got.right_answer == "True: Statement 4; Statement 1. False: Statement 3; Statement 2"


def test_each_stem_has_its_answers_and_its_why() -> None:
    got = shown(emq("aab"), {"stems": {"q1": "a", "q2": "c"}})
    assert got.headline == "Partly right: 1 of 3 right."
    assert [(row.number, row.text, row.why, row.role) for row in got.rows] == [
        (1, "Question 1", "Why 1.", "right, your answer: Answer a"),
        (2, "Question 2", "Why 2.", "your answer: Answer c; right answer: Answer a"),
        (3, "Question 3", "Why 3.", "not answered; right answer: Answer b"),
    ]
    assert got.given == "Answer a; Answer c; not answered"


def test_pairs_are_told_as_pairs() -> None:
    got = shown(match("abc"), {"pairs": {"q1": "a", "q3": "d"}})
    assert got.given == "Question 1: Answer a; Question 2: not answered; Question 3: Answer d"
    assert got.right_answer == ("Question 1: Answer a; Question 2: Answer b; Question 3: Answer c")
    assert [row.right for row in got.rows] == [True, False, False]


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: str(one.type))
def test_a_right_answer_is_told_as_one(one: Item) -> None:
    got = shown(one, RIGHT[one.type])
    assert got.headline == "Right."
    parts = [row for row in got.rows if row.verdict]
    assert all(row.right and row.chosen for row in parts)
    assert all(row.verdict is Verdict.RIGHT for row in parts)
    assert got.given


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: str(one.type))
def test_dont_know_is_told_with_everything_that_was_right(one: Item) -> None:
    got = shown(one, None)
    assert (got.headline, got.given) == ("No answer. Here is why.", words.DONT_KNOW)
    for row in got.rows:
        assert not row.chosen
        assert row.verdict in (None, Verdict.NO_ANSWER)
        assert row.role in ("right answer", "also offered") or row.answer in row.role


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: str(one.type))
def test_an_answer_that_no_longer_fits_is_said_to_be_so(one: Item) -> None:
    outcome = Outcome(response={"odd": 1}, score=0.5, hints=0, ms=0, changed=False)
    got = feedback_of(one, outcome, NO_WORDS, shown_order(one, 1))
    assert (got.given, got.note) == (words.CANNOT_SHOW, words.NO_LONGER_FITS)


def whys(rows: tuple[Row, ...]) -> set[str]:
    return {row.why for row in rows} | {why for row in rows for why in whys(row.rows)}


@pytest.mark.parametrize("type", ["single", "multi", "truefalse", "mtf", "emq", "order", "match"])
def test_every_why_is_told(type: str) -> None:
    one = next(item for item in ITEMS if item.type == type)
    told = whys(shown(one, RIGHT[type]).rows)
    assert len(told) == len(shown(one, None).rows)
    assert all(why.startswith("Why ") for why in told)


def test_the_whys_of_options_inside_gaps_and_stages_are_told() -> None:
    for type in ("cloze", "case"):
        one = next(item for item in ITEMS if item.type == type)
        assert whys(shown(one, None).rows) >= {"Why a.", "Why b.", "Why c."}


def test_a_case_is_named_by_its_title_and_any_other_item_by_its_question() -> None:
    names = {one.type: asked_of(one) for one in ITEMS}
    assert names["case"] == "A runner who trips"
    assert names["emq"] == "Which one?"
    statement = "The sural nerve lifts the foot."
    belief = item("belief", truefalse().body, stem=f"Think. {statement} True or false?")
    assert asked_of(belief) == f"{statement} True or false?"
