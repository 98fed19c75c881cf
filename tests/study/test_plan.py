"""What comes next, and how a lesson stands."""

from __future__ import annotations

import pytest

from tests.conftest import FixedClock, MakeDesk
from tutor.course.library import Library
from tutor.course.model import TAKE_HOME
from tutor.course.outline import LessonEntry
from tutor.memory.next import Kind
from tutor.study.desk import Desk
from tutor.study.plan import LessonRow, Standing, Step, course_map
from tutor.study.review import begin_review
from tutor.study.sitting import Sitting


def lesson_row(read: int = 0) -> LessonRow:
    """A lesson of four pages, `read` of which were seen."""
    entry = LessonEntry(
        id="a",
        number=1,
        stem="a",
        title="a",
        short="a",
        part="one",
        minutes=12,
        objectives=(),
        pages=("p1", "p2", "p3", "p4"),
        items=3,
        screens=3,
        cards=1,
    )
    return LessonRow(entry, Standing.STARTED, read, max(read - 1, 0), None)


@pytest.mark.parametrize(("at", "minutes"), [(0, 12), (2, 6), (3, 3)])
def test_the_minutes_left_shrink_with_the_pages(at: int, minutes: int) -> None:
    assert lesson_row()._replace(read=at, at=at).minutes_left == minutes


def test_a_short_rest_is_still_a_minute() -> None:
    assert lesson_row(4)._replace(at=4).minutes_left >= 1


def test_the_map_follows_the_record(make_desk: MakeDesk, small: Library, clock: FixedClock) -> None:
    desk = make_desk(small, clock=clock)
    assert course_map(desk).untouched
    assert [row.standing for row in course_map(desk).rows] == [Standing.NEW] * 2

    _read(desk, "second", "opening", "pause")
    course = course_map(desk)
    assert not course.untouched
    second = course.rows[1]
    assert (second.standing, second.read, second.at) == (Standing.STARTED, 2, 1)
    assert told(course.step) == (Kind.LESSON, "second")

    _read(desk, "second", "closing", TAKE_HOME)
    assert told(course_map(desk).step) == (Kind.QUIZ, "second")

    _pass_quiz(desk, "second")
    course = course_map(desk)
    assert course.rows[1].standing is Standing.DONE
    assert course.rows[1].best == 100
    assert course.days == 1
    assert told(course.step) == (Kind.LESSON, "first")


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
    # What was not known today comes first, then the quiz once more.
    assert course.again == len(sitting.session.items)
    assert told(course.step) == (Kind.REVIEW, None)
    review = begin_review(desk)
    assert review is not None
    _answer(review, "first")
    assert told(course_map(desk).step) == (Kind.AGAIN, "first")


def test_a_session_left_open_comes_first_unless_it_is_asked_what_follows(
    make_desk: MakeDesk, small: Library
) -> None:
    desk = make_desk(small)
    sitting = desk.begin_quiz("second")
    assert sitting is not None
    assert sitting.current is not None
    sitting.answer(sitting.current, {"option": "common"})
    step = course_map(desk).step
    assert told(step) == (Kind.RESUME, "second")
    assert step.session is not None
    assert step.session.id == sitting.id
    assert step.share == 1 / 3
    assert course_map(desk, resuming=False).step.kind is not Kind.RESUME


def test_when_all_is_done_it_says_when_the_next_card_comes(
    make_desk: MakeDesk, small: Library
) -> None:
    desk = make_desk(small)
    for lesson in ("first", "second"):
        _read(desk, lesson, "opening", "pause", "closing", TAKE_HOME)
        _pass_quiz(desk, lesson)
    step = course_map(desk).step
    assert told(step) == (Kind.DONE, None)
    assert step.line == "Nothing is due: the next card comes in 2 days."


def test_screens_that_the_course_lost_do_not_count(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    _read(desk, "first", "opening", "no-longer-there")
    first = course_map(desk).rows[0]
    assert (first.read, first.pages, first.at) == (1, 4, 0)


def test_another_learner_starts_afresh(make_desk: MakeDesk, small: Library) -> None:
    desk = make_desk(small)
    _read(desk, "first", "opening")
    assert course_map(desk.with_learner(desk.store.learner("Ben"))).untouched


def told(step: Step) -> tuple[Kind, str | None]:
    return step.kind, step.row.entry.id if step.row is not None else None


def _read(desk: Desk, lesson: str, *screens: str) -> None:
    for screen in screens:
        desk.store.mark_read(desk.learner.id, desk.library.header.id, lesson, screen)


def _pass_quiz(desk: Desk, lesson: str) -> None:
    sitting = desk.begin_quiz(lesson)
    assert sitting is not None
    _answer(sitting, lesson)


def _answer(sitting: Sitting, lesson: str) -> None:
    answers = {
        f"{lesson}-single": {"option": "common"},
        f"{lesson}-multi": {"options": ["a", "b"]},
        f"{lesson}-number": {"text": "90"},
    }
    while sitting.current is not None:
        sitting.answer(sitting.current, answers[sitting.current.id])
