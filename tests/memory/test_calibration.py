"""Certainty and its marks; how far few answers can be trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.memory.calibration import BANDS, MARKS, Level, calibration, mark
from tutor.memory.retention import Retention, retention
from tutor.memory.wilson import wilson


@pytest.mark.parametrize(
    ("certainty", "right", "marks"),
    [(1, True, 1), (1, False, 0), (2, True, 2), (2, False, -2), (3, True, 3), (3, False, -6)],
)
def test_the_marks(certainty: int, right: bool, marks: int) -> None:
    assert mark(certainty, right) == marks


@given(st.floats(0, 1))
def test_a_certainty_pays_best_within_its_band(chance: float) -> None:
    earns = {one: chance * right + (1 - chance) * wrong for one, (right, wrong) in MARKS.items()}
    best = max(earns.values())
    for certainty, (low, high) in BANDS.items():
        if low <= chance <= high:
            assert earns[certainty] == pytest.approx(best)


def test_marks_and_shares() -> None:
    made = calibration({1: (4, 9), 2: (7, 10), 3: (18, 20)})
    assert made.marks == 4 + (14 - 6) + (54 - 12)
    assert [one.share for one in made.levels] == [None, 0.7, 0.9]
    assert [one.word for one in made.levels] == ["guessing", "fairly sure", "certain"]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ({}, "Say how sure you are, and here you see whether you may be."),
        ({3: (0, 9)}, "Too few answers to tell yet: it takes 10 of one kind."),
        ({1: (5, 10), 2: (7, 10), 3: (9, 10)}, "You are as often right as you are sure."),
        ({3: (8, 10)}, "You are as often right as you are sure."),
        (
            {3: (7, 10)},
            "Certain, yet right 7 of 10: perhaps too sure. Certain pays from 8 in 10 right.",
        ),
        (
            {3: (50, 100)},
            "Certain, yet right 50 of 100: too sure. Certain pays from 8 in 10 right.",
        ),
        (
            {2: (10, 40)},
            "Fairly sure, yet right 10 of 40: too sure. Fairly sure pays from 2 in 3 right.",
        ),
        ({1: (30, 30)}, "Guessing, and right 30 of 30: you know more than you think."),
        ({2: (99, 100)}, "Fairly sure, and right 99 of 100: you may be surer."),
        ({2: (9, 10)}, "Fairly sure, and right 9 of 10: perhaps you may be surer."),
        # What is clear goes before what may be chance, then the surest.
        (
            {1: (30, 30), 3: (7, 10)},
            "Guessing, and right 30 of 30: you know more than you think.",
        ),
        (
            {1: (30, 30), 3: (50, 100)},
            "Certain, yet right 50 of 100: too sure. Certain pays from 8 in 10 right.",
        ),
    ],
)
def test_the_sentence(counts: dict[int, tuple[int, int]], sentence: str) -> None:
    assert calibration(counts).sentence == sentence


@given(st.integers(0, 9))
def test_no_share_of_fewer_than_ten(asked: int) -> None:
    assert Level(3, 0, asked).share is None
    assert Level(3, 0, asked).off == 0


@pytest.mark.parametrize(
    ("right", "asked", "low", "high"),
    [(4, 5, 38, 96), (8, 10, 49, 94), (24, 30, 63, 90), (80, 100, 71, 87)],
)
def test_wilson(right: int, asked: int, low: int, high: int) -> None:
    assert [round(100 * one) for one in wilson(right, asked)] == [low, high]


def test_wilson_of_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_range_holds_the_share(counts: tuple[int, int]) -> None:
    right, asked = counts
    low, high = wilson(right, asked)
    assert 0 <= low <= right / asked <= high <= 1


# -- retention ------------------------------------------------------------------------------------


def test_fifty_reviews_at_least() -> None:
    assert retention(49, 40, 44.0) is None
    assert retention(0, 0, 0.0) is None
    assert retention(50, 40, 44.0) is not None


def test_predicted_and_actual() -> None:
    made = retention(100, 80, 90.0)
    assert isinstance(made, Retention)
    assert (made.actual, made.predicted) == (0.8, 0.9)
    assert [round(100 * one) for one in (made.low, made.high)] == [71, 87]


@pytest.mark.parametrize(
    ("recalled", "expected", "means"),
    [
        (80, 90.0, "You forget faster than the schedule expects."),
        (80, 86.0, "The schedule fits you."),
        (80, 72.0, "The schedule fits you."),
        (80, 60.0, "You remember longer than the schedule expects."),
    ],
)
def test_what_retention_means(recalled: int, expected: float, means: str) -> None:
    made = retention(100, recalled, expected)
    assert made is not None
    said = f"Of 100 reviews you knew {recalled}, {recalled} in 100; expected were {expected:.0f}."
    assert made.words == f"{said} {means}"
