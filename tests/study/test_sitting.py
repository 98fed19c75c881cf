"""An answer is on disk before it counts, and two copies of the program lose nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import FixedClock, MakeDesk
from tutor.course.library import Library
from tutor.quiz.event import Event, Kind
from tutor.quiz.grade import AskAgain, Grade
from tutor.store.errors import RecordBusy, RecordError, RecordFull
from tutor.store.model import About, SessionRow, Totals
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.sitting import Sitting

ANSWERS = {
    "first-single": {"option": "common"},
    "first-multi": {"options": ["a", "b"]},
    "first-number": {"text": "90"},
}


@pytest.fixture
def desk(make_desk: MakeDesk, small: Library, clock: FixedClock) -> Desk:
    return make_desk(small, clock=clock)


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    return begin(desk)


def begin(desk: Desk) -> Sitting:
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    return sitting


def again(desk: Desk, sitting: Sitting) -> Sitting:
    """The same session opened from the record; a flag brings one there that is still untouched."""
    if sitting.id is None:
        sitting.flag(current(sitting))
    assert sitting.id is not None
    opened = desk.resume(desk.store.session(sitting.id))
    assert opened is not None
    return opened


def answer_right(sitting: Sitting) -> None:
    assert sitting.current is not None
    sitting.answer(sitting.current, ANSWERS[sitting.current.id])


class Jammed(Store):
    """A record that fails at every write to a session until `jam` is taken out."""

    jam: RecordError | None = None

    def append(
        self,
        session_id: int,
        event: Event,
        *,
        digest: str,
        about: About,
        known: int,
        total: Totals | None,
        timed: bool = True,
    ) -> tuple[Event, ...]:
        if self.jam is not None:
            raise self.jam
        return super().append(
            session_id, event, digest=digest, about=about, known=known, total=total, timed=timed
        )


@pytest.fixture
def jammed(desk: Desk) -> Iterator[tuple[Jammed, Sitting]]:
    store = Jammed(desk.store.record)
    row = desk.store.start_session(
        desk.learner.id, desk.library.header.id, "quiz", "first", 7, list(ANSWERS)
    )
    sitting = Sitting.open(desk.library, store, desk.clock, row)
    assert sitting is not None
    return store, sitting


ACTS: dict[str, Callable[[Sitting], object]] = {
    "answer": answer_right,
    "don't know": lambda sitting: sitting.answer(current(sitting), None),
    "hint": lambda sitting: sitting.hint(current(sitting)),
    "skip": lambda sitting: sitting.skip(current(sitting)),
    "flag": lambda sitting: sitting.flag(current(sitting)),
}


def current(sitting: Sitting):  # type: ignore[no-untyped-def]
    assert sitting.current is not None
    return sitting.current


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
@pytest.mark.parametrize("error", [RecordBusy("busy"), RecordFull("full")], ids=["busy", "full"])
def test_what_could_not_be_written_has_not_happened(
    jammed: tuple[Jammed, Sitting],
    desk: Desk,
    act: Callable[[Sitting], object],
    error: RecordError,
) -> None:
    store, sitting = jammed
    before = sitting.session
    store.jam = error
    with pytest.raises(type(error)):
        act(sitting)
    assert sitting.session is before
    assert desk.store.events(sitting.id) == ()
    store.jam = None
    act(sitting)
    assert len(sitting.session.events) == 1
    assert desk.store.events(sitting.id) == sitting.session.events


def test_an_answer_is_in_the_record_when_the_call_returns(desk: Desk, sitting: Sitting) -> None:
    grade = sitting.answer(current(sitting), ANSWERS["first-single"])
    assert isinstance(grade, Grade)
    (stored,) = desk.store.events(sitting.id)
    assert (stored.kind, stored.item, stored.score) == (Kind.ANSWERED, "first-single", 1.0)
    assert stored.response == {"option": "common"}


def sessions(desk: Desk) -> list[tuple[object, ...]]:
    """The rows of all sessions: lesson, seed, items, how many events."""
    return desk.store.record.rows("SELECT lesson, seed, items, events FROM session")


def test_a_session_comes_into_the_record_with_its_first_event(desk: Desk, sitting: Sitting) -> None:
    assert sessions(desk) == []
    assert sitting.id is None
    shown = [sitting.shown_options(item) for item in sitting.session.items]
    sitting.hint(current(sitting))
    answer_right(sitting)
    ids = json.dumps([item.id for item in sitting.session.items])
    assert sessions(desk) == [("first", sitting.session.seed, ids, 2)]
    opened = again(desk, sitting)
    assert [opened.shown_options(item) for item in opened.session.items] == shown


def test_a_retry_comes_with_its_first_event_too(desk: Desk) -> None:
    retry = desk.begin_retry("first", ("first-multi", "gone"))
    assert retry is not None
    assert [item.id for item in retry.session.items] == ["first-multi"]
    assert sessions(desk) == []
    answer_right(retry)
    assert [row[3] for row in sessions(desk)] == [1]
    assert desk.begin_retry("first", ("gone",)) is None


def test_a_session_that_could_not_be_begun_is_begun_with_the_next_try(desk: Desk) -> None:
    class NoBeginning(Store):
        full = True

        def start_session(self, *of: object) -> SessionRow:
            if self.full:
                raise RecordFull("full")
            return super().start_session(*of)  # type: ignore[arg-type]

    store = NoBeginning(desk.store.record)
    sitting = begin(desk._replace(store=store))
    before = sitting.session
    with pytest.raises(RecordFull):
        answer_right(sitting)
    assert sitting.session is before
    assert sessions(desk) == []
    store.full = False
    answer_right(sitting)
    assert [row[3] for row in sessions(desk)] == [1]


def test_the_time_of_an_answer_counts_from_when_it_was_shown(
    desk: Desk, sitting: Sitting, clock: FixedClock
) -> None:
    clock.advance(seconds=50)
    sitting.item_is_shown()
    clock.advance(seconds=3)
    answer_right(sitting)
    assert desk.store.events(sitting.id)[0].ms == 3000


def test_the_totals_come_with_the_last_answer_and_go_with_an_undo(
    desk: Desk, sitting: Sitting
) -> None:
    def scores() -> list[int]:
        found = desk.store.scores(desk.learner.id, desk.library.header.id)
        return [score.percent for score in found]

    answer_right(sitting)
    answer_right(sitting)
    assert scores() == []
    last = current(sitting)
    sitting.answer(last, None)
    assert scores() == [60]
    assert not desk.left_open()
    sitting.undo(last)
    assert scores() == []
    assert [row.id for row in desk.left_open()] == [sitting.id]
    answer_right(sitting)
    assert scores() == [100]
    assert sitting.result().changed == 1


def test_a_retry_leaves_the_quiz_score_alone(desk: Desk, sitting: Sitting) -> None:
    while sitting.current is not None:
        sitting.answer(sitting.current, None)
    missed = tuple(item.id for item in sitting.result().missed)
    retry = desk.begin_retry("first", missed)
    assert retry is not None
    while retry.current is not None:
        answer_right(retry)
    scores = desk.store.lesson_scores(desk.learner.id, desk.library.header.id)
    assert scores["first"].best.percent == 0


def test_there_is_no_retry_of_nothing(desk: Desk) -> None:
    assert desk.begin_retry("first", ()) is None


def test_what_another_copy_wrote_arrives_with_the_next_write(
    make_desk: MakeDesk, small: Library, desk: Desk, sitting: Sitting
) -> None:
    other = again(make_desk(small), sitting)
    other.answer(current(other), None)
    sitting.flag(current(sitting))
    assert list(sitting.session.outcomes) == ["first-single"]
    assert sitting.session.events == desk.store.events(sitting.id)


def test_the_first_answer_to_an_item_counts_when_two_copies_answer_it(
    make_desk: MakeDesk, small: Library, desk: Desk, sitting: Sitting
) -> None:
    other = again(make_desk(small), sitting)
    answer_right(other)
    sitting.answer(current(sitting), None)
    assert sitting.session.outcomes["first-single"].score == 1.0
    stored = desk.store.events(sitting.id)
    assert [event.kind for event in stored] == [Kind.FLAGGED, Kind.ANSWERED, Kind.ANSWERED]
    assert sitting.came_late
    assert not other.came_late
    sitting.answer(current(sitting), None)
    assert not sitting.came_late


def test_an_answer_that_another_copy_took_back_leaves_ours_in_time(
    make_desk: MakeDesk, small: Library, sitting: Sitting
) -> None:
    other = again(make_desk(small), sitting)
    item = current(other)
    answer_right(other)
    other.undo(item)
    sitting.answer(item, None)
    assert not sitting.came_late
    assert sitting.session.outcomes[item.id].response is None


def test_an_answer_after_news_of_another_is_late_too(
    make_desk: MakeDesk, small: Library, sitting: Sitting
) -> None:
    other = again(make_desk(small), sitting)
    answer_right(other)
    item = current(sitting)
    sitting.flag(item)
    sitting.answer(item, None)
    assert sitting.came_late


def test_totals_are_those_of_both_copies(
    make_desk: MakeDesk, small: Library, desk: Desk, sitting: Sitting
) -> None:
    answer_right(sitting)
    other = again(make_desk(small), sitting)
    other.answer(current(other), None)  # the second
    sitting.skip(current(sitting))  # meant for the second; the third is open in truth
    while sitting.current is not None:
        answer_right(sitting)
    (score,) = desk.store.scores(desk.learner.id, desk.library.header.id)
    assert (score.right, score.asked) == (2, 3)
    assert score.percent == sitting.result().percent == 60


def test_the_totals_come_also_when_neither_copy_saw_the_end(
    make_desk: MakeDesk, small: Library, desk: Desk, sitting: Sitting
) -> None:
    answer_right(sitting)
    other = again(make_desk(small), sitting)
    other.skip(current(other))
    answer_right(other)  # the third; the second is open
    answer_right(sitting)  # the second; it has not heard of the third
    assert sitting.session.finished
    (score,) = desk.store.scores(desk.learner.id, desk.library.header.id)
    assert score.percent == sitting.result().percent == 100


def test_an_empty_answer_does_not_use_up_the_one_time_more(sitting: Sitting) -> None:
    while current(sitting).id != "first-number":
        answer_right(sitting)
    for _ in range(2):
        assert isinstance(sitting.answer(current(sitting), {"text": ""}), AskAgain)
    assert sitting.session.asked("first-number") == 0
    assert sitting.session.answered == 2


def test_the_options_stand_in_the_same_order_after_a_resume(desk: Desk, sitting: Sitting) -> None:
    for item in sitting.session.items:
        shown = sitting.shown_options(item)
        assert again(desk, sitting).shown_options(item) == shown
        assert bool(shown) == (item.type in ("single", "multi"))


def test_hints_come_one_by_one_and_end(sitting: Sitting) -> None:
    assert sitting.hint(current(sitting)) == "Think of the knee."
    assert sitting.hint(current(sitting)) is None
    answer_right(sitting)
    assert sitting.result().hints == 1


def test_a_session_whose_items_are_gone_is_not_resumed(desk: Desk) -> None:
    row = desk.store.start_session(
        desk.learner.id, desk.library.header.id, "quiz", "first", 1, ["not-there"]
    )
    assert desk.resume(row) is None


def test_a_session_left_of_a_lesson_that_is_gone_is_not_offered(desk: Desk) -> None:
    row = desk.store.start_session(
        desk.learner.id, desk.library.header.id, "quiz", "gone", 1, ["first-single"]
    )
    desk.store.append(row.id, Event(Kind.FLAGGED, "first-single"), digest="", known=0, total=None)
    assert desk.left_open() == ()


STEPS = st.lists(
    st.sampled_from(["right", "none", "hint", "skip", "take up", "undo", "flag", "vague"]),
    max_size=14,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_resumed_is_equal_to_live(desk: Desk, steps: list[str]) -> None:
    sitting = begin(desk)
    for step in steps:
        session, item = sitting.session, sitting.current
        if step == "undo" and session.last is not None:
            last = session.item(session.last)
            assert last is not None
            sitting.undo(last)
        elif item is None:
            continue
        elif step == "right":
            sitting.answer(item, ANSWERS[item.id])
        elif step == "none":
            sitting.answer(item, None)
        elif step == "vague" and item.type == "number":
            sitting.answer(item, {"text": "1,000"})
        elif step == "hint":
            sitting.hint(item)
        elif step == "skip":
            sitting.skip(item)
        elif step == "take up" and session.can_return:
            put_off = session.item(session.skipped[-1])
            assert put_off is not None
            sitting.take_up(put_off)
        elif step == "flag":
            sitting.flag(item)
    assert again(desk, sitting).session == sitting.session
    assert sitting.id is not None
    finished = desk.store.session(sitting.id).ended is not None
    assert finished == sitting.session.finished
