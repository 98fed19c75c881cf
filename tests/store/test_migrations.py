import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.make import COURSE, StillClock, finish
from tutor.quiz.event import Event, Kind
from tutor.store import migrations
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


def _second(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE card (item TEXT PRIMARY KEY) STRICT")


def _third(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO card SELECT DISTINCT item FROM event")


def _fails(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half_done (x) ")
    raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be two versions on."""
    monkeypatch.setattr(migrations, "STEPS", (_second, _third))
    monkeypatch.setattr(migrations, "VERSION", 3)
    monkeypatch.setattr(migrations, "__version__", "0.3.0")


@pytest.mark.usefixtures("next_version")
def test_every_step_is_taken_once_and_the_file_before_is_kept(
    home: Path, clock: StillClock
) -> None:
    put(home, 1)
    for _ in range(2):
        with Store.open(home, clock) as store:
            assert store.record.row("PRAGMA user_version") == (3,)
            assert store.record.row("SELECT count(*) FROM card") == (2,)
            assert migrations.writer(store.record.connection) == "0.3.0"
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
        ahead.setattr(migrations, "STEPS", (_second, _fails))
        ahead.setattr(migrations, "VERSION", 3)
        with pytest.raises(sqlite3.OperationalError, match="disk"):
            Store.open(home, clock)
    with Store.open(home, clock) as store:
        assert store.record.row("PRAGMA user_version") == (1,)
        tables = store.record.rows("SELECT name FROM sqlite_schema")
        assert ("card",) not in tables
        assert ("half_done",) not in tables
        finish(store)
