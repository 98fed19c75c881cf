"""What Progress and the review read: each figure against answers whose outcome is known."""

from datetime import date, timedelta

import pytest

from tests.store.make import COURSE, SINGLE, TEXT, StillClock, answer, begin, finish, sit, verdict
from tests.store.make import write as put
from tutor.memory.curve import recall
from tutor.memory.mastery import Evidence
from tutor.quiz.event import Event, Kind
from tutor.store.model import About, Entry
from tutor.store.notes import NOTE, REPORT
from tutor.store.store import Store
from tutor.store.views import ConfidentError, Day, Miss, Pretest, Today

DAY = date(2026, 11, 22)


@pytest.fixture
def ana(store: Store) -> int:
    return store.learner("Ana").id


def test_evidence_is_the_newest_scored_answers_of_each_objective(
    store: Store, clock: StillClock, ana: int
) -> None:
    for number in range(12):
        sit(store, answer("item-1", float(number % 2), certainty=2), about=SINGLE)
        sit(store, answer("item-1", 0.0), kind="review", about=SINGLE)  # the same day: no evidence
        clock.turn(days=1)
    sit(store, answer("item-2", 0.0), verdict("item-2"), about=TEXT)
    sit(store, answer("item-9"), about=About("single", ""))
    found = store.evidence(ana, COURSE)
    assert set(found) == {SINGLE.objective, TEXT.objective}
    assert found[TEXT.objective] == (
        Evidence("item-2", DAY + timedelta(days=12), True, "text", None),
    )
    newest = found[SINGLE.objective]
    assert [one.day for one in newest] == [DAY + timedelta(days=back) for back in range(11, 1, -1)]
    assert newest[0] == Evidence("item-1", DAY + timedelta(days=11), True, "single", 2)
    assert not newest[1].right
    assert len(store.evidence(ana, COURSE, newest=3)[SINGLE.objective]) == 3
    assert store.evidence(ana, "another course") == {}
    assert store.evidence(store.learner("Ben").id, COURSE) == {}


def test_an_item_that_changed_its_type_and_objective_counts_where_it_was(
    store: Store, clock: StillClock, ana: int
) -> None:
    sit(store, answer("item-1"), about=SINGLE)
    clock.turn(days=1)
    sit(store, answer("item-1", 0.0), about=TEXT)
    found = store.evidence(ana, COURSE)
    assert [one.type for one in found[SINGLE.objective]] == ["single"]
    assert [one.type for one in found[TEXT.objective]] == ["text"]
    (held,) = store.cards(ana, COURSE, store.today(ana))
    assert (held.objective, held.card.reviews) == (TEXT.objective, 2)


def test_days_count_what_was_done(store: Store, clock: StillClock, ana: int) -> None:
    sit(store, answer("item-1", ms=500), answer("item-2", 0.5, ms=700))
    sit(store, answer("item-2", ms=100), kind="review")  # again, the same day
    clock.turn(days=4)
    sit(store, answer("item-1"), answer("item-3"), answer("item-2", 0.0), kind="review")
    sit(store, answer("item-4"), kind="cram")
    first = Day(DAY, answers=3, right=2, ms=1300, reviews=0, begun=2, introduced=0)
    second = Day(DAY + timedelta(days=4), 4, 3, 4000, reviews=2, begun=1, introduced=1)
    assert store.days(ana, COURSE) == (first, second)
    assert store.days(ana, COURSE, second.day) == (second,)
    assert store.one_day(ana, COURSE, DAY) == first
    assert store.one_day(ana, COURSE, DAY + timedelta(days=1)) == Day(DAY + timedelta(days=1))
    assert store.home(ana, COURSE).days == 2


def test_calibration_is_of_scored_answers_that_were_given(
    store: Store, clock: StillClock, ana: int
) -> None:
    sit(
        store,
        answer("item-1", certainty=3),
        answer("item-2", 0.9, certainty=3),  # partly right counts as wrong
        answer("item-3", certainty=1),
        answer("item-4", 0.0),
        Event(Kind.ANSWERED, "item-5", None, score=0.0, certainty=3),
    )
    sit(store, answer("item-2", certainty=3), kind="review")  # its feedback was just seen
    assert store.calibration(ana, COURSE) == {1: (1, 1), 3: (1, 2)}


def test_recalls_are_predicted_when_the_card_is_asked(
    store: Store, clock: StillClock, ana: int
) -> None:
    sit(store, answer("item-1"), answer("item-2"))
    assert store.recalls(ana, COURSE) == (0, 0, 0.0)
    (one, _) = store.cards(ana, COURSE, DAY)
    clock.turn(days=9)
    sit(store, answer("item-1"), answer("item-2", 0.0), kind="review")
    found = store.recalls(ana, COURSE)
    assert (found.reviews, found.recalled) == (2, 1)
    assert found.predicted == pytest.approx(2 * recall(one.card.stability, 9), abs=2e-6)


def test_the_forecast_counts_what_is_overdue_today(
    store: Store, clock: StillClock, ana: int
) -> None:
    sit(store, answer("item-1", 0.0), answer("item-2"), answer("item-3"))
    assert store.due_forecast(ana, COURSE, DAY) == (0, 1, 2, 0, 0, 0, 0)
    assert store.due_forecast(ana, COURSE, DAY + timedelta(days=2), days=2) == (3, 0)
    # What left the course is never asked again.
    left = {"item-1", "item-2"}
    assert store.due_forecast(ana, COURSE, DAY, items=left) == (0, 1, 1, 0, 0, 0, 0)
    assert store.due_forecast(ana, "another course", DAY) == (0,) * 7


def test_what_happened_today(store: Store, clock: StillClock, ana: int) -> None:
    sit(store, answer("item-9", 0.0))
    clock.turn(days=1)
    sit(
        store,
        answer("item-1", 0.0),
        answer("item-2", 0.85),
        Event(Kind.ANSWERED, "item-3", None, score=0.0),
        answer("item-4", 0.0),
        verdict("item-4"),
        kind="review",
    )
    sit(store, answer("item-1", 0.0), kind="review")
    sit(store, answer("item-3"), kind="review")
    sit(store, answer("item-1"), answer("item-5"), kind="cram")
    assert store.happened_today(ana, COURSE, store.today(ana)) == {
        "item-1": Today(again=2, right=False, done=True),
        "item-2": Today(again=0, right=True, done=True),
        "item-3": Today(again=1, right=True, done=True),
        "item-4": Today(again=0, right=True, done=True),
    }
    clock.turn(days=1)
    assert store.happened_today(ana, COURSE, store.today(ana)) == {}


def test_a_confident_error_waits_for_a_right_answer_on_another_day(
    store: Store, clock: StillClock, ana: int
) -> None:
    sit(store, answer("item-1", 0.0, certainty=3), answer("item-2", 0.9, certainty=3))
    sit(store, answer("item-1"), kind="review")  # the same day: not yet
    waiting = store.confident_errors(ana, COURSE)
    assert waiting == (
        ConfidentError("item-2", SINGLE.objective, DAY),
        ConfidentError("item-1", SINGLE.objective, DAY),
    )
    clock.turn(days=1)
    sit(store, answer("item-1"), answer("item-2", 0.0, certainty=1), kind="review")
    assert [one.item for one in store.confident_errors(ana, COURSE)] == ["item-2"]


def test_misses_are_the_newest_wrong_answer_of_each_item(
    store: Store, clock: StillClock, ana: int
) -> None:
    sit(store, answer("item-1", 0.0), Event(Kind.ANSWERED, "item-2", None, score=0.0))
    clock.turn(days=1)
    sit(store, answer("item-3", 0.5, certainty=2), about=TEXT)
    sit(store, Event(Kind.ANSWERED, "item-1", {"option": "b"}, 0.0), kind="cram")
    clock.turn(days=1)
    sit(store, answer("item-3"), about=TEXT)
    found = store.misses(ana, COURSE)
    tomorrow = DAY + timedelta(days=1)
    assert found == (
        Miss("item-1", "single", {"option": "b"}, None, tomorrow, False),
        Miss("item-3", "text", {"option": "a"}, 2, tomorrow, True),
    )
    assert store.misses(ana, COURSE, newest=1) == found[:1]


def test_a_miss_whose_response_has_no_shape_is_given_back_as_it_is(store: Store, ana: int) -> None:
    sit(store, Event(Kind.ANSWERED, "item-1", {"options": {"deep": [1]}}, 0.0))
    (row,) = store.record.row("SELECT max(row) FROM event") or ()
    with store.record.writing() as connection:
        connection.execute("DROP TRIGGER event_unchanged")
        connection.execute("UPDATE event SET response = '[4]' WHERE row = ?", (row,))
    assert store.misses(ana, COURSE)[0].response == {"unreadable": "[4]"}


def test_the_newest_scores_of_some_kinds(store: Store, clock: StillClock, ana: int) -> None:
    kinds = ("quiz", "review", "exam", "quiz", "review", "quiz")
    rows = []
    for kind in kinds:
        clock.turn(days=-3)
        rows.append(finish(store, kind=kind, right=1).id)
    found = store.newest_scores(ana, COURSE, ("quiz", "exam"), 3)
    assert [score.session_id for score in found] == [rows[2], rows[3], rows[5]]
    assert [score.kind for score in found] == ["exam", "quiz", "quiz"]
    assert store.newest_scores(ana, COURSE, ("quiz",), 0) == ()
    assert store.newest_scores(ana, COURSE, ("cram",), 5) == ()


def test_the_newest_pretest_of_each_objective(
    store: Store, ana: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    nerve, leg = About("single", "nerve"), About("single", "leg")
    first = begin(store, kind="pretest", n=9)
    for known, (item, score, about) in enumerate(
        [("item-1", 1.0, nerve), ("item-2", 0.0, nerve), ("item-3", 0.5, leg)]
    ):
        put(store, first, answer(item, score), known=known, about=about)
    assert store.pretests(ana, COURSE) == {
        "nerve": Pretest(2, 1, ("item-2",)),
        "leg": Pretest(1, 0, ("item-3",)),
    }
    second = begin(store, kind="pretest", n=9)
    put(store, second, answer("item-2"), known=0, about=nerve)
    sit(store, answer("item-3"), about=leg)
    assert store.pretests(ana, COURSE) == {
        "nerve": Pretest(1, 1, ()),
        "leg": Pretest(1, 0, ("item-3",)),
    }
    put(store, second, Event(Kind.UNDONE, "item-2"), known=1, about=nerve)
    assert store.pretests(ana, COURSE)["nerve"] == Pretest(2, 1, ("item-2",))
    # Long ago is long ago.
    monkeypatch.setattr("tutor.store.progress._PRETESTS", 1)
    assert store.pretests(ana, COURSE) == {}


# Sessions that are exams


def test_options_stay_with_a_session(store: Store) -> None:
    options = {"minutes": 45, "factor": 1.25, "blueprint": {"nerve": 3}}
    row = begin(store, kind="exam", options=options)
    assert row.options == options
    assert store.session(row.id).options == options
    assert begin(store).options == {}


def test_a_choice_counts_until_it_is_handed_in(store: Store, ana: int) -> None:
    def choose(item: str, option: str | None) -> Event:
        return Event(Kind.CHOSEN, item, {"option": option} if option else None, certainty=2, ms=9)

    row = begin(store, kind="exam", n=3)
    steps = (choose("item-1", "a"), choose("item-1", "b"), choose("item-2", "a"))
    for known, event in enumerate(steps):
        put(store, row, event, known=known)
    (found,) = store.open_sessions(ana, COURSE)
    assert (found.answered, found.chosen) == (0, 2)
    put(store, row, choose("item-2", None), known=3)
    assert store.session(row.id).chosen == 1
    assert store.days(ana, COURSE) == ()
    assert store.cards(ana, COURSE, DAY) == ()
    # Another copy chose meanwhile: nothing is written, and it is told.
    entries = [Entry(answer(item, certainty=3), "d", SINGLE) for item in row.items]
    assert store.append_many(row.id, entries, known=3, total=None) == (choose("item-2", None),)
    assert store.session(row.id).events == 4
    assert store.append_many(row.id, entries, known=4, total=None) == ()
    done = store.session(row.id)
    assert (done.events, done.answered, done.chosen) == (7, 3, 0)
    assert store.append_many(row.id, (), known=7, total=None) == ()


# Notes


def test_notes_and_reports_come_and_go(store: Store, clock: StillClock, ana: int) -> None:
    note = store.add_note(ana, COURSE, "item-1", NOTE, "deep branch: dorsum\n\udcff")
    clock.turn(hours=1)
    report = store.add_note(ana, COURSE, "item-1", REPORT, "two right answers?")
    other = store.add_note(ana, COURSE, "item-2", NOTE, "")
    assert note.text == "deep branch: dorsum\n?"
    assert (report.at - note.at) == timedelta(hours=1)
    assert store.notes(ana, COURSE) == (note, report, other)
    assert store.notes(ana, COURSE, "item-1") == (note, report)
    assert store.notes(ana, COURSE, kind=REPORT) == (report,)
    ben = store.learner("Ben").id
    assert store.notes(ben, COURSE) == ()
    assert not store.delete_note(ben, note.id)
    assert store.delete_note(ana, note.id)
    assert not store.delete_note(ana, note.id)
    assert store.notes(ana, COURSE) == (report, other)


# None of it may read a table from end to end


def test_no_query_of_progress_scans_a_table(store: Store, ana: int) -> None:
    sit(store, answer("item-1", 0.0, certainty=3))
    queries: list[str] = []
    store.record.connection.set_trace_callback(queries.append)
    today = store.today(ana)
    store.cards(ana, COURSE, today)
    store.due_forecast(ana, COURSE, today)
    store.happened_today(ana, COURSE, today)
    store.confident_errors(ana, COURSE)
    store.misses(ana, COURSE)
    store.evidence(ana, COURSE)
    store.days(ana, COURSE)
    store.one_day(ana, COURSE, today)
    store.calibration(ana, COURSE)
    store.recalls(ana, COURSE)
    store.newest_scores(ana, COURSE, ("quiz",), 9)
    store.pretests(ana, COURSE)
    store.notes(ana, COURSE)
    store.record.connection.set_trace_callback(None)
    assert len(queries) >= 13
    for sql in queries:
        plan = store.record.rows(f"EXPLAIN QUERY PLAN {sql}")
        scans = [row[3] for row in plan if row[3].startswith("SCAN")]
        assert [one for one in scans if one != "SCAN objectives"] == [], sql


def test_no_query_of_an_answer_scans_a_table(store: Store) -> None:
    sit(store, answer("item-1"))
    row = begin(store, kind="review", n=9)
    queries: list[str] = []
    store.record.connection.set_trace_callback(queries.append)
    put(store, row, answer("item-1", certainty=3), known=0, about=TEXT)
    put(store, row, verdict("item-1", 0.0), known=1, about=TEXT)
    put(store, row, answer("item-2", 0.0), known=2, about=About("case", SINGLE.objective))
    store.record.connection.set_trace_callback(None)
    asked = [sql for sql in queries if sql.lstrip().startswith(("SELECT", "UPDATE", "DELETE"))]
    assert len(asked) > 20
    for sql in asked:
        plan = store.record.rows(f"EXPLAIN QUERY PLAN {sql}")
        assert not [one for *_, one in plan if one.startswith("SCAN")], (sql, plan)
