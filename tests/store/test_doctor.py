import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.make import COURSE, StillClock, answer, begin, finish, ordinary_user, write
from tutor.quiz.event import Event, Kind
from tutor.store.backup import backup_now
from tutor.store.doctor import examine, stale_keys
from tutor.store.opening import FILE
from tutor.store.store import Store


def faults(home: Path, clock: StillClock) -> list[str]:
    return [finding.words for finding in examine(home, clock) if not finding.ok]


@pytest.fixture
def used(home: Path, clock: StillClock) -> Path:
    """A home whose record holds a bit of everything."""
    with Store.open(home, clock) as store:
        finish(store)
        row = begin(store, lesson="leg", n=3)
        steps = (
            answer("item-1", 0.0),
            Event(Kind.UNDONE, "item-1"),
            answer("item-1"),
            answer("item-1", 0.5),
            Event(Kind.FLAGGED, "item-2"),
            Event(Kind.UNFLAGGED, "item-2"),
            Event(Kind.FLAGGED, "item-3"),
            answer("item-3", 0.0, certainty=3),
        )
        for known, event in enumerate(steps):
            write(store, row, event, known=known)
        store.mark_read(row.learner_id, COURSE, "leg", "screen")
        backup_now(store.record)
    return home


def test_a_sound_record_has_no_faults_and_is_counted(used: Path, clock: StillClock) -> None:
    words = [finding.words for finding in examine(used, clock)]
    assert faults(used, clock) == []
    assert any("sessions 2" in one and "answers 6" in one for one in words)
    assert any("Backups 1" in one for one in words)
    assert any("Format 2" in one for one in words)
    assert any("Free space" in one for one in words)


def test_no_record_yet_is_no_fault(home: Path, clock: StillClock) -> None:
    assert faults(home, clock) == []
    assert "no record" in examine(home, clock)[0].words
    assert not home.exists()


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        (
            "UPDATE session SET right = 1 WHERE id = 1",
            "Session 1 says right 1; the log has right 2",
        ),
        ("UPDATE session SET ms = 1999 WHERE id = 1", "Session 1 says ms 1999"),
        ("UPDATE session SET answered = 1 WHERE id = 2", "Session 2 says answered 1"),
        ("UPDATE session SET chosen = 1 WHERE id = 2", "Session 2 says chosen 1"),
        (
            "UPDATE session SET events = 9 WHERE id = 2",
            "Session 2 says events 9; the log has events 8",
        ),
        ("UPDATE session SET last_event = 1 WHERE id = 2", "Session 2 says last_event 1"),
        ("UPDATE learner SET last_day = NULL", "Learner 1 says last_day None"),
        ("UPDATE day SET answers = 5", "The day 2026-11-22 in leg says answers 5"),
        (
            "UPDATE day SET right = 1, begun = 7",
            "says right 1, begun 7; the log has right 3, begun 3",
        ),
        ("DELETE FROM day", "The day 2026-11-22 in leg is missing"),
        ("UPDATE item SET answers = 9 WHERE item = 'item-2'", "What is known of item-2 in leg"),
        ("DELETE FROM card WHERE card = 'item-1'", "The card item-1 in leg is missing"),
        ("UPDATE card SET stability = 1.5", "The card item-2 in leg says stability 1.5"),
        ("UPDATE card SET card = 'item-7' WHERE card = 'item-1'", "item-7 in leg has nothing in"),
        ("DELETE FROM calibration", "The calibration at certainty 3 in leg is missing"),
        ("DELETE FROM flag", "flag on item-3"),
        ("UPDATE flag SET item = 'item-2'", "flag on item-2"),
    ],
)
def test_what_does_not_agree_with_the_log_is_named(
    used: Path, clock: StillClock, sql: str, named: str
) -> None:
    with Store.open(used, clock) as store, store.record.writing() as connection:
        connection.execute(sql)
    assert any(named in one for one in faults(used, clock))


def test_rows_that_lost_what_they_refer_to_are_counted(used: Path, clock: StillClock) -> None:
    with Store.open(used, clock) as store:
        store.record.connection.execute("PRAGMA foreign_keys = OFF")
        store.record.connection.execute("DELETE FROM learner")
    assert any("refer to something missing" in one for one in faults(used, clock))


def test_damage_is_a_fault_with_a_way_out(used: Path, clock: StillClock) -> None:
    path = used / FILE
    with Store.open(used, clock) as store:
        (root,) = store.record.row("SELECT rootpage FROM sqlite_schema WHERE name = 'event'") or ()
    content = bytearray(path.read_bytes())
    content[4096 * (root - 1) : 4096 * root] = b"\xff" * 4096
    path.write_bytes(content)
    found = faults(used, clock)
    assert any("damaged" in one and "newest backup" in one for one in found)
    path.write_bytes(b"no database at all")
    assert any("damaged" in one for one in faults(used, clock))


@pytest.fixture
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that anybody may enter and nobody but its owner write to."""
    folder = tmp_path_factory.mktemp("open")
    # pytest makes its folders for one user only.
    for one in (folder, folder.parent, folder.parent.parent):
        one.chmod(one.stat().st_mode | 0o055)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_folder_that_cannot_be_read_is_a_fault(open_to_all: Path, clock: StillClock) -> None:
    Store.open(open_to_all, clock).close()
    open_to_all.chmod(0o700 if os.geteuid() == 0 else 0o000)
    with ordinary_user():
        found = faults(open_to_all, clock)
    assert any("Your record cannot be read" in one for one in found)
    assert any("backups cannot be read" in one for one in found)
    assert not any("read-only" in one for one in found)


@pytest.mark.parametrize("below", ["", "new", "new/newer"])
def test_a_home_where_nothing_can_be_written_is_a_fault(
    open_to_all: Path, clock: StillClock, below: str
) -> None:
    with ordinary_user():
        (only,) = faults(open_to_all / below, clock)
    assert f"{open_to_all} is read-only" in only


def test_a_record_that_can_only_be_read_is_a_fault(open_to_all: Path, clock: StillClock) -> None:
    if os.geteuid() != 0:
        open_to_all.chmod(0o755)
    Store.open(open_to_all, clock).close()
    (open_to_all / FILE).chmod(0o444)
    open_to_all.chmod(0o777)
    with ordinary_user():
        (only,) = faults(open_to_all, clock)
    assert f"{FILE} is read-only" in only


def test_a_home_that_is_a_file_is_a_fault(tmp_path: Path, clock: StillClock) -> None:
    file = tmp_path / "home"
    file.write_text("notes")
    for home in (file, file / "below"):
        assert any(f"{file} is not a folder" in one for one in faults(home, clock))


def test_little_space_is_a_fault(
    used: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.store.doctor.LOW_SPACE", 2**62)
    assert any("Free space" in one for one in faults(used, clock))


def test_items_whose_key_changed_since_they_were_answered(store: Store) -> None:
    row = begin(store, n=4)
    for known, (item, digest) in enumerate(
        [
            ("item-1", "old"),
            ("item-2", "same"),
            ("item-3", "old"),
            ("item-3", "new"),
            ("item-4", "x"),
        ]
    ):
        store.append(row.id, answer(item), digest=digest, known=known, total=None)
    now = {"item-1": "new", "item-2": "same", "item-3": "new", "never-asked": "z"}
    assert stale_keys(store, COURSE, now) == ("item-1",)
    assert stale_keys(store, "another course", now) == ()


def test_a_backup_that_is_not_sound_is_a_fault(used: Path, clock: StillClock) -> None:
    clock.turn(days=1)
    with Store.open(used, clock) as store:
        sound = backup_now(store.record)
        clock.turn(days=1)
        spoilt = backup_now(store.record)
    spoilt.write_bytes(b"x" * 4096)
    (only,) = faults(used, clock)
    assert "Backups 3, not sound 1" in only
    assert str(sound) in only


def test_an_empty_record_with_backups_is_a_fault(used: Path, clock: StillClock) -> None:
    (used / FILE).write_bytes(b"")
    (only,) = faults(used, clock)
    assert f"{used / FILE} is empty" in only


def test_before_the_first_backup_it_is_said_when_there_will_be_one(
    home: Path, clock: StillClock
) -> None:
    with Store.open(home, clock) as store:
        finish(store)
    words = " ".join(finding.words for finding in examine(home, clock))
    assert "the first is made when you next open the tutor" in words
    with Store.open(home, clock) as store:
        finish(store)
    assert "Backups 1" in " ".join(finding.words for finding in examine(home, clock))
