import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.store.make import COURSE, SINGLE, StillClock, answer, finish, sit
from tutor.memory.rating import Rating
from tutor.quiz.event import Event, Kind
from tutor.store import migrations
from tutor.store.agreement import disagreements
from tutor.store.backup import backups
from tutor.store.doctor import examine
from tutor.store.errors import RecordUnreadable
from tutor.store.opening import FILE, _bring_up_to_date
from tutor.store.store import Store

STORED = Path(__file__).parent


def put(home: Path, version: int) -> None:
    """A file of an older version, from its stored SQL text."""
    home.mkdir()
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.executescript((STORED / f"version-{version}.sql").read_text(encoding="utf-8"))


def test_a_stored_file_of_version_1_opens_with_everything_in_it(
    home: Path, clock: StillClock
) -> None:
    put(home, 1)
    with Store.open(home, clock) as store:
        (ana, ben) = store.learners()
        assert (ana.name, ben.name) == ("Ana", "Ben")
        view = store.home(ana.id, COURSE)
        assert view.scores["nerve"].last.percent == 50
        assert view.scores["nerve"].best.percent == 100
        assert [row.lesson for row in view.open] == ["leg"]
        assert view.reading["nerve"].last == "two-branches"
        assert view.days == 2
        assert store.events(view.open[0].id) == (
            Event(Kind.HINTED, "item-1"),
            Event(Kind.ANSWERED, "item-1", {"text": "tibialis anterior"}, 1.0, 2, 1, 4200),
            Event(Kind.FLAGGED, "item-2"),
        )
        assert store.flags(ana.id, COURSE) == {"item-2"}
        assert store.setting("theme") == "light"
        assert store.setting("first-run", learner_id=ben.id) == "done"
        assert store.record.row("PRAGMA user_version") == (migrations.VERSION,)
    assert [finding.words for finding in examine(home, clock) if not finding.ok] == []


def test_old_answers_become_the_first_reviews_of_their_cards(home: Path, clock: StillClock) -> None:
    """As the scheduler's rules would have had it: the first of an item and study day."""
    put(home, 1)
    with Store.open(home, clock) as store:
        rows = store.record.rows(
            "SELECT scored, rating, type, objective FROM event WHERE kind = 'answered' ORDER BY row"
        )
        assert rows == [
            (1, Rating.GOOD, "", ""),
            (1, Rating.GOOD, "", ""),
            (1, Rating.GOOD, "", ""),
            (1, Rating.AGAIN, "", ""),
            (0, None, "", ""),
        ]
        ana, ben = store.learners()
        today = store.today(ana.id)
        assert today == date(2026, 11, 23)  # the clock is a day behind the stored answers
        cards = {one.item: one.card for one in store.cards(ana.id, COURSE, today)}
        assert {item: (card.reviews, card.lapses) for item, card in cards.items()} == {
            "item-1": (2, 0),
            "item-2": (2, 1),
        }
        assert store.cards(ben.id, COURSE, today) == ()
        assert [(day.answers, day.right) for day in store.days(ana.id, COURSE)] == [(2, 2), (3, 2)]
        assert store.seen(ana.id, COURSE, ["item-1", "item-2"]) == {
            "item-1": (3, 1.0),
            "item-2": (2, 0.0),
        }
        assert store.evidence(ana.id, COURSE) == {}
        assert store.open_sessions(ana.id, COURSE)[0].options == {}
        clock.turn(days=3)
        sit(store, answer("item-1"))
        assert store.evidence(ana.id, COURSE)[SINGLE.objective][0].item == "item-1"
        assert disagreements(store.record) == ()


def test_references_hold_and_are_watched_after_a_migration(home: Path, clock: StillClock) -> None:
    put(home, 1)
    with Store.open(home, clock) as store:
        assert store.record.rows("PRAGMA foreign_key_check") == []
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            store.record.connection.execute("UPDATE session SET learner = 99")
        with pytest.raises(sqlite3.IntegrityError, match="events are never"):
            store.record.connection.execute("DELETE FROM event")


def _schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"
    )
    return [(name, " ".join(sql.split())) for name, sql in rows]


def test_an_older_file_ends_with_the_schema_of_a_new_one(home: Path, clock: StillClock) -> None:
    put(home, 1)
    with Store.open(home, clock) as old, Store.in_memory(clock) as new:
        assert _schema(old.record.connection) == _schema(new.record.connection)


def test_a_start_that_waited_while_another_made_the_file_leaves_it_be(
    home: Path, clock: StillClock
) -> None:
    def overtake(statement: str) -> None:
        if statement == "BEGIN IMMEDIATE":
            late.set_trace_callback(None)
            with Store.open(home, clock) as store:
                finish(store)

    home.mkdir()
    with closing(sqlite3.connect(home / FILE, isolation_level=None)) as late:
        late.set_trace_callback(overtake)
        _bring_up_to_date(late, home / FILE, clock)
    with Store.open(home, clock) as store:
        assert len(store.scores(1, COURSE)) == 1


def _third(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE pet (item TEXT PRIMARY KEY) STRICT")


def _fourth(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO pet SELECT DISTINCT item FROM event")


def _fails(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half_done (x) ")
    raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be two versions on."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, _third, _fourth))
    monkeypatch.setattr(migrations, "VERSION", 4)
    monkeypatch.setattr(migrations, "__version__", "0.4.0")


@pytest.mark.usefixtures("next_version")
def test_every_step_is_taken_once_and_the_file_before_is_kept(
    home: Path, clock: StillClock
) -> None:
    put(home, 1)
    for _ in range(2):
        with Store.open(home, clock) as store:
            assert store.record.row("PRAGMA user_version") == (4,)
            assert store.record.row("SELECT count(*) FROM pet") == (2,)
            assert migrations.writer(store.record.connection) == "0.4.0"
            assert len(store.scores(1, COURSE)) == 2
    (before,) = backups(home)
    assert before.path.name == "footdrop-2026-11-22-format-1.db"
    with closing(sqlite3.connect(before.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.usefixtures("next_version")
def test_a_file_is_not_migrated_by_reading_it(home: Path, clock: StillClock) -> None:
    put(home, 1)
    before = (home / FILE).read_bytes()
    with pytest.raises(RecordUnreadable) as caught:
        Store.open_to_read(home, clock)
    assert "Open the tutor once" in caught.value.hint
    assert (home / FILE).read_bytes() == before


def test_a_step_that_fails_leaves_the_file_at_its_version(
    home: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, 1)
    with monkeypatch.context() as ahead:
        ahead.setattr(migrations, "STEPS", (*migrations.STEPS, _third, _fails))
        ahead.setattr(migrations, "VERSION", 4)
        with pytest.raises(sqlite3.OperationalError, match="disk"):
            Store.open(home, clock)
    with closing(sqlite3.connect(home / FILE)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
        assert not {("card",), ("pet",), ("half_done",), ("event_1",)} & set(tables)
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (7,)
    with Store.open(home, clock) as store:
        assert store.record.row("PRAGMA user_version") == (2,)
        finish(store)
