"""Typed numbers and their units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import NO_WORDS, asked_again, graded, number
from tutor.course.items import Near
from tutor.quiz.grade import AskAgain, Verdict
from tutor.quiz.graders import ResponseError, grade


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("90", 90),
        (" 90 ", 90),
        ("+90", 90),
        ("1,5", 1.5),
        ("1.5", 1.5),
        (".5", 0.5),
        ("0,125", 0.125),  # no number of thousands starts with 0
        ("1234.567", 1234.567),
        ("-3", -3),
        ("\u22123", -3),
        ("\u2013 3", -3),
        ("1 000", 1000),
        ("1\u2009000", 1000),
        ("12\u202f345", 12345),
        ("1,000,000", 1_000_000),
        ("1e-3", 0.001),
        ("1.5E3", 1500),
        ("９０", 90),
        ("50 %", 0.5),
        ("50 percent", 0.5),
    ],
)
def test_reading_a_number(typed: str, value: float) -> None:
    assert graded(number(answer=value), typed).right


@pytest.mark.parametrize(
    "typed",
    [
        *("", "ninety", "nan", "inf", "-inf", "1.2.3", "1 00", "3-5", "1/2", "½", "1,0,0", "e5"),
        *(".", "--3", "٣", "<5", "9" * 100_000, "1" + " 1" * 50_000, "x" * 100_000),
    ],
)
def test_what_is_no_number_is_asked_for_and_never_counts(typed: str) -> None:
    for asked in (0, 2):
        assert not asked_again(number(answer=3), typed, asked=asked).counts


@pytest.mark.parametrize("typed", ["1e999", "-1e999", "1e999 m", "9" * 59])
def test_huge_numbers_are_wrong(typed: str) -> None:
    assert not graded(number(answer=3, unit="m", stem="How many m?"), typed).right
    assert not graded(number(low=3, unit="m", stem="How many m?"), "1e999").right


# Marks that may part thousands or decimals


@pytest.mark.parametrize("typed", ["1,000", "1.000", "12,345", "1,000.5", "1.000,5"])
def test_an_unclear_mark_is_asked_for(typed: str) -> None:
    assert asked_again(number(answer=1000), typed).counts


def test_the_question_names_both_readings() -> None:
    assert asked_again(number(answer=1000), "1,000").question.startswith("1000 or 1.000?")
    assert asked_again(number(answer=1000), "-1.000").question.startswith("-1000 or -1.000?")


def test_the_answer_to_that_question_is_taken_as_it_is() -> None:
    assert graded(number(answer=1), "1.000", asked=1).right
    assert graded(number(answer=1000.5), "1,000.5", asked=1).right
    assert graded(number(answer=1000.5), "1.000,5", asked=1).right


def test_with_a_unit_the_mark_is_decimal() -> None:
    assert graded(number(answer=1.234, unit="m"), "1,234 m").right


# Units


@pytest.mark.parametrize(
    ("typed", "answer", "unit"),
    [
        ("110 cm", 1.1, "m"),
        ("1100 mm", 1.1, "m"),
        ("1.1 metres", 110, "cm"),
        ("300 ms", 0.3, "s"),
        ("0.3 s", 300, "ms"),
        ("36 km/h", 10, "m/s"),
        ("10 m/s", 36, "km/h"),
        ("36 kmh", 10, "m/s"),
        ("2 mV", 2000, "uV"),
        ("2000 µV", 2, "mV"),
        ("2000 μV", 2, "mV"),
        ("90°", 90, "degrees"),
        ("90 deg.", 90, "degrees"),
        ("90 º", 90, "degrees"),
        ("50 %", 50, "%"),
        ("50 per cent", 50, "%"),
        ("20 N", 20, "N"),
        ("2 KG", 2, "kg"),
        ("2 days", 48, "hours"),
        ("42 days", 6, "weeks"),
        ("1 year", 12, "months"),
        ("1 mm per day", 1, "mm/day"),
        ("7 mm/week", 1, "mm/day"),
        ("0.1 cm a day", 1, "mm per day"),
        ("3 Steps", 3, "step"),
        ("90degrees", 90, "degrees"),
    ],
)
def test_units_of_one_dimension_are_converted(typed: str, answer: float, unit: str) -> None:
    assert graded(number(answer=answer, unit=unit), typed).right


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("3 s", "m"), ("3 kg", "N"), ("3 %", "degrees"), ("3 m", "m/s"), ("3 m", None), ("3 %", None)],
)
def test_another_dimension_is_wrong(typed: str, unit: str | None) -> None:
    assert graded(number(answer=3, unit=unit), typed).verdict is Verdict.WRONG


def test_the_same_number_in_another_unit_is_wrong() -> None:
    assert not graded(number(answer=3, unit="m"), "3 cm").right


def test_a_missing_unit_is_asked_for_once() -> None:
    one = number(answer=90, unit="degrees")
    assert asked_again(one, "90").counts
    after = graded(one, "90", asked=1)
    assert after.right
    assert after.note == "Read as 90 degrees."


@pytest.mark.parametrize(
    ("stem", "unit"),
    [
        ("How many degrees?", "degrees"),
        ("___ ° to the leg", "degrees"),
        ("What percentage?", "%"),
        ("What per cent?", "%"),
        ("How fast, in metres per second (m/s)?", "m/s"),
        ("How many METRES?", "m"),
        ("For how many steps?", "steps"),
    ],
)
def test_a_unit_that_the_stem_shows_may_be_left_out(stem: str, unit: str) -> None:
    assert graded(number(answer=3, unit=unit, stem=stem), "3").right


@pytest.mark.parametrize(
    ("stem", "unit"),
    [
        ("The patient's foot?", "s"),
        ("How many metres?", "cm"),
        ("How fast in m/s?", "m"),
        ("Its degreesness?", "degrees"),
    ],
)
def test_a_unit_that_the_stem_does_not_show_is_asked_for(stem: str, unit: str) -> None:
    asked_again(number(answer=3, unit=unit, stem=stem), "3")


def test_an_unknown_unit_is_asked_for_once_then_wrong() -> None:
    one = number(answer=90, unit="degrees")
    assert asked_again(one, "90 degress").counts
    assert graded(one, "90 degress", asked=1).verdict is Verdict.WRONG


def test_a_count_may_name_what_it_counts() -> None:
    one = number(answer=4, stem="How many muscles lift the foot?")
    assert graded(one, "4 muscles").right
    asked_again(one, "4 bananas")


# Tolerance


@pytest.mark.parametrize(
    ("body", "typed", "right"),
    [
        ({"answer": 90}, "90.0", True),
        ({"answer": 90}, "90.1", False),
        ({"answer": 0.3}, "0.3", True),
        ({"answer": 0.3}, "0.3000000005", True),  # within 1e-9
        ({"answer": 0.3}, "0.30000001", False),
        ({"answer": 90, "abs_tol": 5}, "85", True),
        ({"answer": 90, "abs_tol": 5}, "95", True),
        ({"answer": 90, "abs_tol": 5}, "95.1", False),
        ({"answer": 200, "rel_tol": 0.1}, "220", True),
        ({"answer": -200, "rel_tol": 0.1}, "-180", True),
        ({"answer": 200, "rel_tol": 0.1}, "221", False),
        ({"answer": 200, "rel_tol": 0.1, "abs_tol": 30}, "230", True),
        ({"low": 20, "high": 30}, "20", True),
        ({"low": 20, "high": 30}, "30", True),
        ({"low": 20, "high": 30}, "19.9", False),
        ({"low": 20, "high": 30}, "30.1", False),
        ({"low": 0.1, "high": 0.3}, "0.3000000001", True),
    ],
)
def test_tolerance(body: dict[str, object], typed: str, right: bool) -> None:
    assert graded(number(**body), typed).right is right


@pytest.mark.parametrize(
    ("typed", "score"), [("90", 1), ("95", 0.5), ("85", 0.5), ("96", 0), ("84.9", 0)]
)
def test_the_second_band(typed: str, score: float) -> None:
    one = number(answer=90, near=Near(credit=0.5, why="Close.", abs_tol=5))
    result = graded(one, typed)
    assert result.score == score
    assert result.note == ("Close." if score == 0.5 else "")


def test_the_second_band_round_a_range_and_in_shares() -> None:
    near = Near(credit=0.5, why="Close.", rel_tol=0.1)
    scores = [graded(number(low=20, high=30, near=near), t).score for t in ("33", "33.1", "18")]
    assert scores == [0.5, 0, 0.5]


# All of it


@pytest.mark.parametrize("response", [{}, {"text": 90}, {"text": None}, {"option": "a"}, 90])
def test_wrong_shapes(response: object) -> None:
    with pytest.raises(ResponseError):
        grade(number(answer=90), response, NO_WORDS)  # type: ignore[arg-type]


@given(
    st.text(max_size=80) | st.from_regex(r"[-+]?[0-9., ]{1,9}(e[-+]?[0-9]{1,4})? ?[a-z%°/]{0,6}")
)
def test_whatever_is_typed_is_graded_or_asked_again(typed: str) -> None:
    one = number(answer=90, unit="degrees", near=Near(0.5, "Close.", abs_tol=5))
    result = grade(one, {"text": typed}, NO_WORDS)
    assert isinstance(result, AskAgain) or result.score in (0.0, 0.5, 1.0)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_as_python_writes_it_is_read(value: float) -> None:
    assert graded(number(answer=value), repr(value), asked=1).right
