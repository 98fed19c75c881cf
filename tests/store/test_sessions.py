import pytest

from tests.store.make import COURSE, StillClock, answer, begin, finish, write
from tutor.quiz.event import Event, Kind
from tutor.store.errors import NoSuchSession
from tutor.store.model import Totals
from tutor.store.store import Store

BOTH_RIGHT = Totals(points=2.0, total=2.0, right=2, asked=2, ms=2000)


def test_a_session_keeps_what_it_was_begun_with(store: Store, clock: StillClock) -> None:
    row = begin(store, n=3)
    assert row.items == ("item-1", "item-2", "item-3")
    assert (row.lesson, row.kind, row.course, row.seed) == ("nerve", "quiz", COURSE, 7)
    assert row.started == clock.now()
    assert row.started.utcoffset() == clock.now().utcoffset()
    assert store.session(row.id) == row


def test_events_come_back_as_they_were(store: Store) -> None:
    row = begin(store)
    events = (
        Event(Kind.HINTED, "item-1"),
        Event(Kind.ASKED_AGAIN, "item-1", {"text": "1,000"}, ms=900),
        Event(Kind.ANSWERED, "item-1", {"text": "é\udcff\x1b\n"}, 0.6667, 3, 2, 4200),
        Event(Kind.ANSWERED, "item-2", None, 0.0),
        Event(Kind.UNDONE, "item-2"),
        Event(Kind.ANSWERED, "item-2", {"options": ["a", "b"]}, 1.0),
        Event(Kind.SKIPPED, "item-2"),
        Event(Kind.RETURNED, "item-2"),
    )
    for known, event in enumerate(events):
        assert write(store, row, event, known=known) == (event,)
    assert store.events(row.id) == events


def test_an_append_returns_what_another_copy_wrote_before_it(store: Store) -> None:
    row = begin(store)
    theirs = (Event(Kind.HINTED, "item-1"), answer("item-1"))
    for known, event in enumerate(theirs):
        write(store, row, event, known=known)
    ours = answer("item-2")
    assert write(store, row, ours, known=0) == (*theirs, ours)


def test_a_session_with_something_in_it_can_be_resumed(store: Store, clock: StillClock) -> None:
    row = begin(store, n=3)
    learner = row.learner_id
    assert store.open_sessions(learner, COURSE) == ()
    clock.turn(minutes=5)
    write(store, row, answer("item-1"), known=0)
    (found,) = store.open_sessions(learner, COURSE)
    assert (found.id, found.answered, found.events, found.last) == (row.id, 1, 1, clock.now())
    assert store.open_sessions(learner, "another course") == ()


def test_sessions_to_resume_come_newest_first_whatever_the_clock_says(
    store: Store, clock: StillClock
) -> None:
    first, second = begin(store), begin(store, lesson="leg")
    write(store, second, answer("item-1"), known=0)
    clock.turn(days=-400)
    write(store, first, answer("item-1"), known=0)
    rows = store.open_sessions(first.learner_id, COURSE)
    assert [row.id for row in rows] == [first.id, second.id]


def test_a_dropped_session_is_not_offered_and_keeps_its_answers(store: Store) -> None:
    row = begin(store)
    write(store, row, answer("item-1"), known=0)
    store.drop_session(row.id)
    assert store.open_sessions(row.learner_id, COURSE) == ()
    assert store.session(row.id).dropped
    assert store.events(row.id) == (answer("item-1"),)


def test_the_last_answer_ends_the_session(store: Store, clock: StillClock) -> None:
    row = finish(store)
    assert store.open_sessions(row.learner_id, COURSE) == ()
    assert store.session(row.id).ended == clock.now()
    (score,) = store.scores(row.learner_id, COURSE)
    assert (score.session_id, score.points, score.total, score.percent) == (row.id, 2.0, 2.0, 100)
    assert (score.right, score.asked, score.ms) == (2, 2, 2000)
    assert (score.lesson, score.kind, score.ended) == ("nerve", "quiz", clock.now())


def test_an_undo_opens_a_finished_session_again(store: Store) -> None:
    row = finish(store)
    write(store, row, Event(Kind.UNDONE, "item-2"), known=2)
    (found,) = store.open_sessions(row.learner_id, COURSE)
    assert (found.answered, found.ended) == (1, None)
    assert store.scores(row.learner_id, COURSE) == ()


def test_a_flag_after_the_end_leaves_the_end_where_it_was(store: Store, clock: StillClock) -> None:
    row = finish(store)
    ended = clock.now()
    later = finish(store, right=1)
    clock.turn(hours=1)
    write(store, row, Event(Kind.FLAGGED, "item-1"), known=2, total=BOTH_RIGHT)
    assert store.session(row.id).ended == ended
    found = store.scores(row.learner_id, COURSE)
    assert [score.session_id for score in found] == [row.id, later.id]


def test_totals_reckoned_without_the_other_copys_events_are_not_used(store: Store) -> None:
    row = begin(store)
    write(store, row, answer("item-1"), known=0)
    # This copy has not seen that answer, so whatever it reckons is not the whole.
    too_early = Totals(points=1.0, total=1.0, right=1, asked=1, ms=1000)
    news = write(store, row, answer("item-2"), known=0, total=too_early)
    assert len(news) == 2
    assert store.session(row.id).ended is None
    assert store.settle(row.id, known=2, total=BOTH_RIGHT) == ()
    assert store.session(row.id).ended is not None


def test_settling_with_too_little_known_returns_the_rest_and_changes_nothing(store: Store) -> None:
    row = finish(store)
    assert store.settle(row.id, known=1, total=None) == (answer("item-2"),)
    assert store.session(row.id).ended is not None
    assert store.settle(row.id, known=2, total=None) == ()
    assert store.session(row.id).ended is None


def test_a_session_that_is_not_there_is_said_so(store: Store) -> None:
    for call in (
        lambda: store.session(9),
        lambda: store.append(9, answer("item-1"), digest="d", known=0, total=None),
    ):
        with pytest.raises(NoSuchSession) as caught:
            call()
        assert caught.value.hint


def test_flags_follow_the_events(store: Store) -> None:
    row = begin(store)
    learner = row.learner_id
    write(store, row, Event(Kind.FLAGGED, "item-1"), known=0)
    write(store, row, Event(Kind.FLAGGED, "item-1"), known=1)
    write(store, row, Event(Kind.FLAGGED, "item-2"), known=2)
    assert store.flags(learner, COURSE) == {"item-1", "item-2"}
    write(store, row, Event(Kind.UNFLAGGED, "item-1"), known=3)
    assert store.flags(learner, COURSE) == {"item-2"}
    assert store.flags(store.learner("Ben").id, COURSE) == frozenset()
    assert store.flags(learner, "another course") == frozenset()


def test_events_can_be_neither_changed_nor_deleted(store: Store) -> None:
    import sqlite3

    row = finish(store)
    for sql in ("DELETE FROM event", "UPDATE event SET score = 1"):
        with pytest.raises(sqlite3.IntegrityError, match="events are never"):
            store.record.connection.execute(sql)
    assert len(store.events(row.id)) == 2
