import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from tests.store.make import COURSE, StillClock, answer, begin, finish, write
from tutor.quiz.event import Event, Kind
from tutor.store.model import Score
from tutor.store.scores import _NEWEST_AND_BEST
from tutor.store.store import Store


def test_scores_come_in_the_order_they_were_earned_whatever_the_clock_says(
    store: Store, clock: StillClock
) -> None:
    first = finish(store, right=1)
    clock.turn(days=-30)
    second = finish(store, lesson="leg")
    third = finish(store, right=0)
    learner = first.learner_id
    ids = [score.session_id for score in store.scores(learner, COURSE)]
    assert ids == [first.id, second.id, third.id]
    of_nerve = store.scores(learner, COURSE, "nerve")
    assert [(score.session_id, score.percent) for score in of_nerve] == [(1, 50), (3, 0)]
    assert store.scores(learner, "another course") == ()
    assert store.scores(store.learner("Ben").id, COURSE) == ()


def test_home_has_the_newest_and_the_best_score_of_each_lesson(store: Store) -> None:
    for right in (1, 2, 2, 0):
        row = finish(store, right=right)
    finish(store, lesson="leg", right=1)
    finish(store, lesson="leg", kind="retry", right=2)
    finish(store, lesson="only-retried", kind="retry")
    found = store.home(row.learner_id, COURSE).scores
    assert {lesson: (one.last.percent, one.best.percent) for lesson, one in found.items()} == {
        "nerve": (0, 100),
        "leg": (50, 50),
    }
    # Of two equal scores the newer one is the best.
    assert found["nerve"].best.session_id == 3


def test_home_of_a_new_learner_is_empty(store: Store) -> None:
    home = store.home(store.learner("Ana").id, COURSE)
    assert (home.reading, home.scores, home.open, home.days) == ({}, {}, (), 0)


def test_a_study_day_begins_at_four(store: Store, clock: StillClock) -> None:
    row = begin(store, n=9)
    for known, hours in enumerate((0, 3, 6, 8)):  # 21:14, 00:14, 06:14 and 14:14
        clock.turn(hours=hours)
        write(store, row, answer(f"item-{known + 1}"), known=known)
    assert store.home(row.learner_id, COURSE).days == 2
    days = store.record.rows("SELECT day FROM event ORDER BY row")
    assert days == [("2026-11-22",), ("2026-11-22",), ("2026-11-23",), ("2026-11-23",)]


def test_only_answers_make_a_study_day(store: Store) -> None:
    row = begin(store)
    write(store, row, Event(Kind.HINTED, "item-1"), known=0)
    store.mark_read(row.learner_id, COURSE, "nerve", "screen")
    assert store.home(row.learner_id, COURSE).days == 0


def test_what_is_known_of_an_item(store: Store) -> None:
    row = begin(store)
    write(store, row, answer("item-1", 0.5), known=0)
    write(store, row, Event(Kind.HINTED, "item-2"), known=1)
    later = begin(store)
    write(store, later, answer("item-1", 0.25), known=0)
    asked = ["item-1", "item-2", "item-3"]
    assert store.seen(row.learner_id, COURSE, asked) == {"item-1": (2, 0.25)}
    assert store.seen(row.learner_id, "another course", asked) == {}
    assert store.seen(store.learner("Ben").id, COURSE, asked) == {}


def test_reading_remembers_screens_and_where_one_was(store: Store, clock: StillClock) -> None:
    ana = store.learner("Ana")
    for lesson, screen in (("nerve", "a"), ("nerve", "b"), ("leg", "x"), ("nerve", "a")):
        clock.turn(days=-1)
        store.mark_read(ana.id, COURSE, lesson, screen)
    found = store.reading(ana.id, COURSE)
    assert found["nerve"].screens == {"a", "b"}
    assert found["nerve"].last == "a"
    assert found["nerve"].turn > found["leg"].turn
    assert store.reading(ana.id, "another course") == {}
    times = store.record.row("SELECT first_at, last_at FROM reading WHERE screen = 'a'")
    assert times == ("2026-11-21T21:14:03.250+01:00", "2026-11-18T21:14:03.250+01:00")


def test_settings_are_the_programs_or_a_learners(store: Store) -> None:
    ana = store.learner("Ana").id
    assert store.setting("theme", "dark") == "dark"
    store.set_setting("theme", "light")
    store.set_setting("theme", "ansi", learner_id=ana)
    store.set_setting("theme", "paper")
    assert store.setting("theme") == "paper"
    assert store.setting("theme", learner_id=ana) == "ansi"
    assert store.setting("theme", "dark", learner_id=ana + 1) == "dark"


@given(right=st.integers(0, 400), asked=st.integers(1, 400))
def test_percent_is_rounded_half_up(right: int, asked: int) -> None:
    points = min(right, asked)
    score = Score(1, "nerve", "quiz", StillClock().now(), points, asked, points, asked, 0)
    assert score.percent == (200 * points + asked) // (2 * asked)


def test_a_session_without_weight_is_no_percent() -> None:
    assert Score(1, "nerve", "quiz", StillClock().now(), 0, 0, 0, 1, 0).percent == 0


def _plan(store: Store, sql: str, *values: object) -> str:
    rows: list[tuple[int, int, int, str]] = store.record.rows(f"EXPLAIN QUERY PLAN {sql}", *values)
    return "\n".join(row[3] for row in rows)


def test_no_query_of_home_scans_a_table(store: Store) -> None:
    queries: list[str] = []
    store.record.connection.set_trace_callback(queries.append)
    store.home(store.learner("Ana").id, COURSE)
    store.scores(1, COURSE)
    store.seen(1, COURSE, ["item-1"])
    store.record.connection.set_trace_callback(None)
    asked = [sql for sql in queries if sql.lstrip().startswith(("SELECT", "WITH"))]
    assert len(asked) >= 6
    for sql in asked:
        plan = _plan(store, sql)
        assert "SCAN session" not in plan
        assert "SCAN event" not in plan
        assert "SCAN reading" not in plan
        assert "SCAN day" not in plan


def test_the_newest_and_best_are_each_found_in_an_index_of_their_own(store: Store) -> None:
    plan = _plan(store, _NEWEST_AND_BEST, 1, COURSE)
    assert "session_last" in plan
    assert "session_best" in plan
    assert sqlite3.sqlite_version_info >= (3, 37)
