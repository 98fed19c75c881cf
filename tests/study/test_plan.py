"""What comes next, and how a lesson stands."""

from __future__ import annotations

import pytest

from tests.conftest import FixedClock, MakeDesk
from tutor.course.library import Library
from tutor.course.model import TAKE_HOME
from tutor.course.outline import LessonEntry
from tutor.study.desk import Desk
from tutor.study.plan import LessonRow, Standing, course_map, next_step


def row(id: str, standing: Standing, read: int = 0, best: int | None = None) -> LessonRow:
    """A lesson of four pages, `read` of which were seen."""
    entry = LessonEntry(
        id=id,
        number=1,
        stem=id,
        title=id,
        short=id,
        part="one",
        minutes=12,
        objectives=(),
        pages=("p1", "p2", "p3", "p4"),
        items=3,
        screens=3,
        cards=1,
    )
    return LessonRow(entry, standing, read, max(read - 1, 0), best)


def new(id: str) -> LessonRow:
    return row(id, Standing.NEW)


def started(id: str, read: int = 2, best: int | None = None) -> LessonRow:
    return row(id, Standing.STARTED, read, best)


def done(id: str, best: int | None = 90) -> LessonRow:
    return row(id, Standing.DONE, 4, best)


@pytest.mark.parametrize(
    ("rows", "recent", "step"),
    [
        ([], None, None),
        ([new("a"), new("b")], None, ("lesson", "a")),
        ([new("a"), started("b")], "b", ("lesson", "b")),
        ([started("a"), started("b")], "b", ("lesson", "b")),
        ([started("a"), started("b")], None, ("lesson", "a")),
        ([started("a", read=4), new("b")], "a", ("quiz", "a")),
        ([started("a", read=4, best=50), new("b")], "a", ("again", "a")),
        ([started("a", read=1, best=50), new("b")], "a", ("lesson", "a")),
        ([done("a"), new("b"), new("c")], "a", ("lesson", "b")),
        ([new("a"), done("b")], "b", ("lesson", "a")),
        ([started("a"), new("b")], "gone", ("lesson", "a")),
        ([done("a", 90), done("b", 80)], "a", ("again", "b")),
        ([done("a", 90), done("b", None)], "a", ("again", "b")),
    ],
)
def test_the_next_step(
    rows: list[LessonRow], recent: str | None, step: tuple[str, str] | None
) -> None:
    found = next_step({one.entry.id: one for one in rows}, recent)
    assert (found and (found.kind, found.row.entry.id)) == step


@pytest.mark.parametrize(("at", "minutes"), [(0, 12), (2, 6), (3, 3)])
def test_the_minutes_left_shrink_with_the_pages(at: int, minutes: int) -> None:
    whole = row("a", Standing.STARTED)
    assert LessonRow(whole.entry, whole.standing, at, at, None).minutes_left == minutes


def test_a_short_rest_is_still_a_minute() -> None:
    assert done("a").minutes_left >= 1


def test_the_map_follows_the_record(make_desk: MakeDesk, small: Library, clock: FixedClock) -> None:
    desk = make_desk(small, clock=clock)
    assert course_map(desk).untouched
    assert [row.standing for row in course_map(desk).rows] == [Standing.NEW] * 2

    _read(desk, "second", "opening", "pause")
    course = course_map(desk)
    assert not course.untouched
    second = course.rows[1]
    assert (second.standing, second.read, second.at) == (Standing.STARTED, 2, 1)
    assert course.step is not None
    assert course.step.row.entry.id == "second"

    _read(desk, "second", "closing", TAKE_HOME)
    step = course_map(desk).step
    assert step is not None
    assert (step.kind, step.row.entry.id) == ("quiz", "second")

    _pass_quiz(desk, "second")
    course = course_map(desk)
    assert course.rows[1].standing is Standing.DONE
    assert course.rows[1].best == 100
    assert course.days == 1
    assert course.step is not None
    assert (course.step.kind, course.step.row.entry.id) == ("lesson", "first")


def test_a_quiz_below_the_pass_line_comes_again(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    _read(desk, "first", "opening", "pause", "closing", TAKE_HOME)
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    while sitting.current is not None:
        sitting.answer(sitting.current, None)
    course = course_map(desk)
    assert course.rows[0].standing is Standing.STARTED
    assert course.rows[0].best == 0
    assert course.step is not None
    assert (course.step.kind, course.step.row.entry.id) == ("again", "first")


def test_screens_that_the_course_lost_do_not_count(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    _read(desk, "first", "opening", "no-longer-there")
    first = course_map(desk).rows[0]
    assert (first.read, first.pages, first.at) == (1, 4, 0)


def test_another_learner_starts_afresh(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    _read(desk, "first", "opening")
    assert course_map(desk.with_learner(desk.store.learner("Ben"))).untouched


def _read(desk: Desk, lesson: str, *screens: str) -> None:
    for screen in screens:
        desk.store.mark_read(desk.learner.id, desk.library.header.id, lesson, screen)


def _pass_quiz(desk: Desk, lesson: str) -> None:
    sitting = desk.begin_quiz(lesson)
    assert sitting is not None
    answers = {
        f"{lesson}-single": {"option": "common"},
        f"{lesson}-multi": {"options": ["a", "b"]},
        f"{lesson}-number": {"text": "90"},
    }
    while sitting.current is not None:
        sitting.answer(sitting.current, answers[sitting.current.id])
