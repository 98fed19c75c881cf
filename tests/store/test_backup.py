import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.make import COURSE, StillClock, answer, begin, finish, write
from tutor.store.backup import backup_now, backups
from tutor.store.errors import BackupRefused, RecordBusy, RecordDamaged, RecordError, RecordNewer
from tutor.store.opening import FILE
from tutor.store.restore import restore
from tutor.store.store import Store


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def sessions_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        count: int = connection.execute("SELECT count(*) FROM session").fetchone()[0]
        return count
    finally:
        connection.close()


def test_the_first_write_of_a_day_is_preceded_by_a_backup(home: Path, clock: StillClock) -> None:
    with Store.open(home, clock) as store:
        finish(store)
    assert backups(home) == ()  # nothing was there before
    clock.turn(days=1)
    for _ in range(2):
        with Store.open(home, clock) as store:
            assert backups(home) == () or len(backups(home)) == 1
            finish(store)
            finish(store)
    (only,) = backups(home)
    assert only.path.name == "footdrop-2026-11-23.db"
    assert sessions_in(only.path) == 1
    assert only.size == only.path.stat().st_size


def test_reading_makes_no_backup(home: Path, clock: StillClock) -> None:
    Store.open(home, clock).close()
    with Store.open(home, clock) as store:
        store.home(1, COURSE)
    assert backups(home) == ()


def test_the_newest_seven_days_are_kept_and_what_the_user_put_there(
    home: Path, clock: StillClock
) -> None:
    Store.open(home, clock).close()
    folder = home / "backups"
    folder.mkdir()
    (folder / "my own copy.db").write_text("mine")
    with Store.open(home, clock) as store:
        by_hand = backup_now(store.record)
    for _ in range(10):
        clock.turn(days=1)
        with Store.open(home, clock) as store:
            finish(store)
    daily = [f"footdrop-2026-{day}.db" for day in ("11-26", "11-27", "11-28", "11-29", "11-30")]
    daily += ["footdrop-2026-12-01.db", "footdrop-2026-12-02.db"]
    assert names(folder) == sorted([*daily, by_hand.name, "my own copy.db"])
    found = [backup.path.name for backup in backups(home)]
    assert found == [*reversed(daily), by_hand.name]


def test_todays_backup_stays_even_if_the_clock_was_ahead_once(
    home: Path, clock: StillClock
) -> None:
    Store.open(home, clock).close()
    folder = home / "backups"
    folder.mkdir()
    for day in range(1, 9):
        (folder / f"footdrop-2099-01-0{day}.db").write_bytes(b"")
    with Store.open(home, clock) as store:
        finish(store)
    assert "footdrop-2026-11-22.db" in names(folder)
    assert len(names(folder)) == 7


def test_a_backup_holds_what_is_only_in_the_write_ahead_log(
    store: Store, home: Path, tmp_path: Path
) -> None:
    finish(store)
    target = tmp_path / "copy.db"
    assert backup_now(store.record, target) == target
    assert sessions_in(target) == 1
    assert names(tmp_path) == ["copy.db", "home"]
    # A file that needs no other beside it, so that it can be read from anywhere.
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_backup_into_a_folder_gets_a_dated_name(store: Store, tmp_path: Path) -> None:
    made = backup_now(store.record, tmp_path)
    assert made == tmp_path / "footdrop-2026-11-22-211403.db"


def test_a_backup_never_overwrites(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "notes"
    target.write_text("mine")
    with pytest.raises(BackupRefused) as caught:
        backup_now(store.record, target)
    assert caught.value.hint
    assert target.read_text() == "mine"


@pytest.mark.parametrize("place", ["nope/x/y.db", "notes/y.db", "x" * 300])
def test_a_backup_makes_no_folders_outside_the_home(
    store: Store, tmp_path: Path, place: str
) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(RecordError) as caught:
        backup_now(store.record, tmp_path / place)
    assert caught.value.hint
    assert names(tmp_path) == ["home", "notes"]


def test_only_its_owner_can_read_a_record_and_its_copies(
    home: Path, clock: StillClock, tmp_path: Path
) -> None:
    before = os.umask(0o022)
    try:
        with Store.open(home, clock) as store:
            finish(store)
            files = [*home.glob(f"{FILE}*")]
            files += [backup_now(store.record), backup_now(store.record, tmp_path / "copy.db")]
            assert len(files) == 5  # the record and its two logs among them
            assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
        restore(home, tmp_path / "copy.db", clock)
    finally:
        os.umask(before)
    assert (home / FILE).stat().st_mode & 0o777 == 0o600


def test_a_record_in_memory_has_no_place_for_backups(clock: StillClock) -> None:
    with Store.in_memory(clock) as store, pytest.raises(BackupRefused):
        backup_now(store.record)


def test_restoring_brings_the_backup_and_keeps_what_was_there(
    home: Path, clock: StillClock
) -> None:
    with Store.open(home, clock) as store:
        finish(store)
        backup = backup_now(store.record)
        finish(store)
    kept = restore(home, backup, clock)
    assert kept == home / "footdrop-kept-2026-11-22-211403.db"
    assert sessions_in(kept) == 2
    with Store.open(home, clock) as store:
        assert len(store.scores(1, COURSE)) == 1
        finish(store)
    # A second time within the second: nothing is overwritten.
    again = restore(home, backup, clock)
    assert again == home / "footdrop-kept-2026-11-22-211403-2.db"
    assert sessions_in(kept) == 2
    assert backup.exists()


def test_restoring_where_nothing_is_left(home: Path, clock: StillClock, tmp_path: Path) -> None:
    with Store.open(home, clock) as store:
        finish(store)
        backup = backup_now(store.record, tmp_path / "copy.db")
    new = tmp_path / "new home"
    assert restore(new, backup, clock) is None
    with Store.open(new, clock) as store:
        assert len(store.scores(1, COURSE)) == 1


def test_a_damaged_record_is_set_aside_with_its_log(home: Path, clock: StillClock) -> None:
    with Store.open(home, clock) as store:
        finish(store)
        backup = backup_now(store.record)
        log = (home / f"{FILE}-wal").read_bytes()
    (home / FILE).write_bytes(b"damaged" * 1000)
    (home / f"{FILE}-wal").write_bytes(log)
    with pytest.raises(RecordDamaged):
        Store.open(home, clock)
    kept = restore(home, backup, clock)
    assert kept is not None
    assert kept.read_bytes() == b"damaged" * 1000
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == log
    with Store.open(home, clock) as store:
        assert len(store.scores(1, COURSE)) == 1


def test_nothing_is_restored_under_a_running_tutor(home: Path, clock: StillClock) -> None:
    with Store.open(home, clock) as store:
        row = begin(store)
        backup = backup_now(store.record)
        with pytest.raises(RecordBusy):
            restore(home, backup, clock)
        write(store, row, answer("item-1"), known=0)
    with Store.open(home, clock) as store:
        assert store.events(row.id) == (answer("item-1"),)
    assert [name for name in names(home) if "kept" in name or "restored" in name] == []


def test_an_unsound_backup_is_refused_and_the_record_stands(
    home: Path, clock: StillClock, tmp_path: Path
) -> None:
    with Store.open(home, clock) as store:
        finish(store)
    before = (home / FILE).read_bytes()
    damaged = bytearray(before)
    damaged[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    (tmp_path / "damaged.db").write_bytes(damaged)
    (tmp_path / "notes.txt").write_text("no database" * 100)
    (tmp_path / "empty.db").write_bytes(b"")
    for name in ("damaged.db", "notes.txt", "empty.db", "missing.db"):
        with pytest.raises(BackupRefused) as caught:
            restore(home, tmp_path / name, clock)
        assert caught.value.hint
    assert (home / FILE).read_bytes() == before
    assert [name for name in names(home) if "kept" in name or "restored" in name] == []


def test_a_backup_of_a_newer_program_is_refused(
    home: Path, clock: StillClock, tmp_path: Path
) -> None:
    with Store.open(home, clock) as store:
        backup = backup_now(store.record, tmp_path / "copy.db")
    connection = sqlite3.connect(backup)
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    with pytest.raises(RecordNewer):
        restore(home, backup, clock)


def spoil(path: Path) -> None:
    """Overwrite the pages of the flags: the file opens, and the rest can be read."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        pages = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'flag' AND rootpage > 0"
        ).fetchall()
    with path.open("r+b") as file:
        for (page,) in pages:
            file.seek(4096 * (page - 1))
            file.write(b"\xff" * 4096)


def test_a_damaged_record_is_not_backed_up_and_pushes_out_no_sound_backup(
    home: Path, clock: StillClock
) -> None:
    with Store.open(home, clock) as store:
        finish(store)
    clock.turn(days=1)
    with Store.open(home, clock) as store:
        finish(store)
    before = names(home / "backups")
    spoil(home / FILE)
    for _ in range(9):
        clock.turn(days=1)
        with Store.open(home, clock) as store:
            store.set_setting("theme", "light")
            assert isinstance(store.backup_failure, RecordDamaged)
            assert "is damaged" in store.backup_failure.message
    assert names(home / "backups") == before == ["footdrop-2026-11-23.db"]
    with Store.open_to_read(home, clock) as store, pytest.raises(RecordDamaged) as caught:
        backup_now(store.record)
    assert str(home / FILE) in caught.value.message
    assert names(home / "backups") == before


def test_the_newest_sound_backup_is_the_one_that_is_offered(home: Path, clock: StillClock) -> None:
    with Store.open(home, clock) as store:
        finish(store)
        older = backup_now(store.record)
        clock.turn(days=1)
        newer = backup_now(store.record)
        clock.turn(days=1)
        another = backup_now(store.record)
    spoil(newer)
    with closing(sqlite3.connect(another)) as connection:
        connection.execute("PRAGMA application_id = 7")
    found = backups(home)
    assert [one.path for one in found] == [another, newer, older]
    (home / FILE).write_bytes(b"x" * 4096)
    with pytest.raises(RecordDamaged) as caught:
        Store.open(home, clock)
    assert caught.value.backup == found[2]
    assert "newest sound backup" in caught.value.hint
    spoil(older)
    with pytest.raises(RecordDamaged) as caught:
        Store.open(home, clock)
    assert caught.value.backup is None
    assert "None of the backups is sound" in caught.value.hint
