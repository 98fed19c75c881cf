"""What both faces show after an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.quiz.make import NO_WORDS, item, multi, number, options, single, text
from tutor.course.items import Accepted, Item, Near, Single
from tutor.quiz import words
from tutor.quiz.feedback import Feedback, feedback, feedback_of, verdict_of
from tutor.quiz.grade import AskAgain, Verdict
from tutor.quiz.graders import ResponseError, grade
from tutor.quiz.session import Outcome
from tutor.quiz.shuffle import shown_order

if TYPE_CHECKING:
    from tutor.quiz.event import Response


def shown(one: Item, response: Response, asked: int = 0) -> Feedback:
    graded = grade(one, response, NO_WORDS, asked)
    assert not isinstance(graded, AskAgain)
    return feedback(one, response, graded, shown_order(one, 1))


def outcome(response: Response, score: float) -> Outcome:
    return Outcome(response=response, score=score, hints=0, ms=0, changed=False)


def test_a_wrong_choice() -> None:
    one = single("neck-eversion")  # shown as c, a, b, d
    got = shown(one, {"option": "b"})
    assert (got.verdict, got.headline) == (Verdict.WRONG, "Not this one.")
    assert (got.given, got.right_answer) == ("Option b", "Option a")
    assert [(row.id, row.number, row.right, row.chosen) for row in got.rows] == [
        ("a", 2, True, False),
        ("b", 3, False, True),
        ("c", 1, False, False),
        ("d", 4, False, False),
    ]
    assert [row.why for row in got.rows] == ["Why a.", "Why b.", "Why c.", "Why d."]
    assert (got.explain, got.sources, got.note) == ("Because.", ("stewart-2008",), "")


def test_a_right_choice() -> None:
    got = shown(single(), {"option": "a"})
    assert got.headline == "Right."
    assert got.rows[0].right
    assert got.rows[0].chosen


def test_an_acceptable_choice() -> None:
    best, other = options("a", "b")
    one = item("one", Single((best, replace(other, credit=0.5))))
    assert shown(one, {"option": "b"}).headline == (
        "Partly right: acceptable, not the best answer."
    )


def test_several_choices() -> None:
    got = shown(multi("abc", "xy"), {"options": ["a", "x", "b"]})
    assert got.headline == "Partly right: 2 of 3, and one too many."
    groups = [(row.right, row.chosen) for row in got.rows]
    assert groups == [(True, True), (True, True), (True, False), (False, True), (False, False)]
    assert sorted(got.given.split("; ")) == ["Option a", "Option b", "Option x"]
    assert sorted(got.right_answer.split("; ")) == ["Option a", "Option b", "Option c"]


@pytest.mark.parametrize(
    "one", [single(), multi(), text("L5"), number(answer=3)], ids=lambda one: str(one.type)
)
def test_dont_know(one: Item) -> None:
    got = shown(one, None)
    assert got.headline == "No answer. Here is why."
    assert got.given == words.DONT_KNOW
    assert not any(row.chosen for row in got.rows)


def test_a_typed_answer_with_a_slip() -> None:
    got = shown(text("tibialis anterior"), {"text": "tibialis antrior"})
    assert got.headline == "Right. Check the spelling: tibialis anterior."
    assert (got.given, got.rows, got.note) == ("tibialis antrior", (), "")


def test_a_rejected_answer() -> None:
    one = text("deep fibular nerve", reject=("tibial nerve",), why="It pushes down.")
    got = shown(one, {"text": "Tibial nerve"})
    assert (got.headline, got.note) == ("Not this one.", "It pushes down.")


def test_other_accepted_answers_are_named_in_few_words() -> None:
    one = text("deep fibular nerve", "deep peroneal nerve", Accepted("old name", 0.5), *"vwxyz")
    assert shown(one, None).right_answer == "deep fibular nerve (also: deep peroneal nerve, v, w)"


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ({"answer": 90, "unit": "degrees"}, "90 degrees"),
        ({"answer": 0.5}, "0.5"),
        ({"answer": 90, "unit": "°"}, "90°"),
        ({"answer": 90, "unit": "degrees", "abs_tol": 5}, "90 degrees (85 to 95 counts)"),
        ({"answer": 200, "rel_tol": 0.1}, "200 (180 to 220 counts)"),
        ({"low": 20, "high": 30, "unit": "%"}, "20 to 30 %"),
        ({"low": 20}, "at least 20"),
        ({"high": 30}, "at most 30"),
    ],
)
def test_the_right_number(body: dict[str, object], right: str) -> None:
    assert shown(number(**body), None).right_answer == right


def test_the_second_band_says_why() -> None:
    one = number(answer=90, near=Near(credit=0.5, why="Close, not exact.", abs_tol=5))
    got = shown(one, {"text": "88"})
    assert (got.headline, got.note) == ("Partly right.", "Close, not exact.")


def test_a_typed_answer_is_shown_on_one_line_without_control_characters() -> None:
    got = shown(text("L5"), {"text": "L4\x1b[31m\n\u202e  nerve"})
    assert got.given == "L4 [31m nerve"
    long = shown(text("L5"), {"text": "x" * 100_000}).given
    assert len(long) == 121
    assert long.endswith("…")


# Looking back on the log


def test_an_answer_of_the_log_is_shown_as_it_was() -> None:
    one = single()
    order = shown_order(one, 1)
    live = shown(one, {"option": "b"})
    assert feedback_of(one, outcome({"option": "b"}, 0.0), NO_WORDS, order) == live
    assert feedback_of(one, outcome(None, 0.0), NO_WORDS, order) == shown(one, None)


def test_a_key_that_changed_does_not_rewrite_the_score() -> None:
    got = feedback_of(single(), outcome({"option": "b"}, 1.0), NO_WORDS, ())
    assert (got.verdict, got.headline) == (Verdict.RIGHT, "Right.")
    assert got.note == words.GRADED_OTHERWISE
    assert got.right_answer == "Option a"


@pytest.mark.parametrize(
    ("response", "score"),
    [
        ({"option": "a"}, 1.0),
        ({"option": "b"}, 0.0),
        ({"option": "b"}, 0.5),
        (None, 0.0),
        (None, 1.0),  # of another version's making
    ],
)
def test_the_verdict_of_the_log_is_that_of_its_feedback(response: Response, score: float) -> None:
    told = feedback_of(single(), outcome(response, score), NO_WORDS, ())
    assert verdict_of(outcome(response, score)) is told.verdict


def test_an_option_that_vanished_is_said_to_be_gone() -> None:
    got = feedback_of(single(), outcome({"option": "gone"}, 0.0), NO_WORDS, tuple("dcab"))
    assert got.given == words.GONE
    assert len(got.rows) == 4
    got = feedback_of(multi(), outcome({"options": ["a", "gone"]}, 0.3333), NO_WORDS, ())
    assert got.given == f"Option a; {words.GONE}"


@pytest.mark.parametrize("one", [single(), multi(), text("L5"), number(answer=3)])
@pytest.mark.parametrize("score", [0.0, 0.5, 1.0])
def test_an_answer_of_another_kind_is_said_to_be_one(one: Item, score: float) -> None:
    got = feedback_of(one, outcome({"pairs": {"a": "x"}}, score), NO_WORDS, ())
    assert got.given == words.CANNOT_SHOW
    assert got.note == words.NO_LONGER_FITS
    assert got.headline == {0.0: "Not this one.", 0.5: "Partly right.", 1.0: "Right."}[score]
    with pytest.raises(ResponseError):
        shown(one, {"pairs": {}})


def test_a_number_stored_before_its_unit_was_asked_for_is_shown() -> None:
    one = number(answer=3, unit="m")
    assert feedback_of(one, outcome({"text": "3"}, 1.0), NO_WORDS, ()).headline == "Right."
    assert feedback_of(one, outcome({"text": "three"}, 0.0), NO_WORDS, ()).given == "three"


def test_an_option_that_the_order_does_not_name_gets_the_next_number() -> None:
    one = single()
    rows = feedback_of(one, outcome(None, 0.0), NO_WORDS, ("b", "c")).rows
    assert {row.id: row.number for row in rows} == {"b": 1, "c": 2, "a": 3, "d": 4}
