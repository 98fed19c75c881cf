"""The sums of a session, and what to read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import single
from tutor.course.model import Lesson, RecallCard, Screen
from tutor.quiz.event import Event, Kind
from tutor.quiz.result import Result, read_again, result
from tutor.quiz.session import Session

if TYPE_CHECKING:
    from tutor.course.items import Item


def finished(items: list[Item], scores: list[float], pass_line: float = 0.8) -> Result:
    events = [
        Event(Kind.ANSWERED, item.id, {"option": "a"}, score=score, ms=1000)
        for item, score in zip(items, scores, strict=True)
    ]
    return result(Session.replay("quiz", "x", items, 1, events), pass_line)


def items(count: int, **more: object) -> list[Item]:
    return [single(f"item-{n}", **more) for n in range(count)]


def test_the_sums() -> None:
    asked = [
        single("a", objective="x"),
        single("b", objective="y"),
        single("c", objective="x", hints=("h",)),
    ]
    events = [
        Event(Kind.HINTED, "c"),
        Event(Kind.ANSWERED, "a", score=0.0, ms=100),
        Event(Kind.UNDONE, "a"),
        Event(Kind.ANSWERED, "a", score=1.0, ms=200),
        Event(Kind.ANSWERED, "b", score=0.5, ms=30),
        Event(Kind.ANSWERED, "c", score=0.0, ms=4, hints=1),
    ]
    got = result(Session.replay("quiz", "x", asked, 1, events), 0.5)
    assert got == Result(
        points=1.5,
        total=3.0,
        percent=50,
        right=1,
        partly=1,
        asked=3,
        ms=234,
        passed=True,
        by_objective=(("x", 1, 2), ("y", 0, 1)),
        missed=(asked[1], asked[2]),
        hints=1,
        changed=1,
    )


def test_weights_count_in_points_and_not_in_items_right() -> None:
    got = finished([single("a", weight=3.0), single("b")], [1, 0])
    assert (got.points, got.total, got.percent, got.right, got.asked) == (3, 4, 75, 1, 2)
    assert got.partly == 0


@pytest.mark.parametrize(
    ("scores", "percent"),
    [
        ([1, 1, 0], 67),
        ([1, 0, 0], 33),
        ([1] + [0] * 7, 13),  # 12.5
        ([0.145], 15),  # 14.5, which binary fractions put a little below
        ([0.005], 1),
        ([0.0049], 0),
        ([0.9949], 99),
        ([1], 100),
    ],
)
def test_the_percentage_is_rounded_half_up(scores: list[float], percent: int) -> None:
    assert finished(items(len(scores)), scores).percent == percent


@pytest.mark.parametrize(
    ("right", "line", "passed"),
    [(8, 0.8, True), (7, 0.8, False), (0, 0.0, True), (10, 1.0, True), (9, 1.0, False)],
)
def test_the_pass_line_belongs_to_passing(right: int, line: float, passed: bool) -> None:
    assert finished(items(10), [1] * right + [0] * (10 - right), line).passed is passed


def test_what_shows_as_80_has_passed() -> None:
    got = finished(items(1), [0.795])
    assert (got.percent, got.passed) == (80, True)


def test_almost_right_by_rounding_is_right() -> None:
    assert finished(items(1), [0.9995]).missed == ()
    assert len(finished(items(1), [0.9994]).missed) == 1


def test_open_items_are_asked_not_right_and_not_missed() -> None:
    got = result(Session.start("quiz", "x", items(4), 1), 0.8)
    assert (got.percent, got.right, got.asked, got.missed, got.passed) == (0, 0, 4, (), False)


def test_no_items_are_no_pass() -> None:
    got = result(Session.start("quiz", "x", (), 1), 0.0)
    assert (got.percent, got.passed) == (0, False)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_percent_stays_in_range(scores: list[float]) -> None:
    assert 0 <= finished(items(len(scores)), scores).percent <= 100


def screen(id: str, objective: str, *sources: str) -> Screen:
    return Screen(id, id, objective, "...", sources=sources)


def lesson(*pages: Screen | RecallCard) -> Lesson:
    return Lesson("x", 1, "X", "X", "nerve", 5, (), pages)


PAGES = lesson(
    screen("intro", "x", "book"),
    RecallCard("pause", "?", "!", objective="y"),
    screen("first-y", "y", "book"),
    screen("second-y", "y", "paper"),
    screen("more-x", "x", "paper"),
    screen("third-y", "y", "paper", "book"),
)


def again(*missed: Item) -> list[tuple[int, str]]:
    return [(page, one.id) for page, one in read_again(PAGES, missed)]


def test_the_objective_missed_most_comes_first() -> None:
    missed = [single(f"{n}", objective=o, sources=()) for n, o in enumerate("xyy")]
    assert again(*missed) == [(2, "first-y"), (3, "second-y"), (5, "third-y")]
    assert again(missed[0]) == [(0, "intro"), (4, "more-x")]


def test_screens_that_share_sources_come_first() -> None:
    assert again(single("a", objective="x", sources=("paper",))) == [(4, "more-x"), (0, "intro")]
    both = single("a", objective="y", sources=("paper", "book"))
    assert again(both) == [(5, "third-y"), (2, "first-y"), (3, "second-y")]


def test_objectives_missed_alike_come_in_the_lesson_s_order() -> None:
    missed = (single("a", objective="y", sources=()), single("b", objective="x", sources=()))
    assert again(*missed) == [(0, "intro"), (4, "more-x"), (2, "first-y")]


def test_nothing_missed_is_nothing_to_read() -> None:
    assert again() == []
    assert again(single("a", objective="elsewhere")) == []
