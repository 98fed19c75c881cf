"""Each failure with a real file: what is said, what is offered, and that nothing is lost."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.store.make import COURSE, StillClock, answer, begin, finish, ordinary_user, write
from tutor.store.backup import backup_now, backups
from tutor.store.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordMissing,
    RecordMoved,
    RecordNewer,
    RecordReadOnly,
    RecordUnreadable,
)
from tutor.store.migrations import APPLICATION
from tutor.store.opening import FILE
from tutor.store.store import Store

COLUMNS = (
    "id, learner, session, seq, kind, course, item, type, objective, digest, seed, response,"
    " hints, ms, day, at, score"
)


def raised(kind: type[RecordError], call: Callable[[], object]) -> RecordError:
    """The error of `call`, which must have words for people."""
    with pytest.raises(kind) as caught:
        call()
    assert caught.value.message
    assert not caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")
    return caught.value


def make(home: Path, clock: StillClock) -> Path:
    """A record with one finished session; closed."""
    with Store.open(home, clock) as store:
        finish(store)
    return home / FILE


@pytest.mark.parametrize(
    "content", [b"these are my notes\n" * 400, b"SQLite format 3\0" + b"\xff" * 4080]
)
def test_a_file_that_is_no_database_is_named_and_kept(
    home: Path, clock: StillClock, content: bytes
) -> None:
    home.mkdir()
    path = home / FILE
    path.write_bytes(content)
    for opening in (Store.open, Store.open_to_read):
        error = raised(RecordDamaged, partial(opening, home, clock))
        assert str(path) in error.message
        assert "no backup" in error.hint
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(home: Path, clock: StillClock) -> None:
    home.mkdir()
    path = home / FILE
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url)")
    other.execute("PRAGMA user_version = 1")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "not a record" in raised(RecordDamaged, lambda: Store.open(home, clock)).message
    assert path.read_bytes() == before


def test_for_a_damaged_file_the_newest_backup_is_offered(home: Path, clock: StillClock) -> None:
    path = make(home, clock)
    with Store.open(home, clock) as store:
        made = backup_now(store.record)
    content = path.read_bytes()
    path.write_bytes(b"\0" * 100 + content[100:])
    error = raised(RecordDamaged, lambda: Store.open(home, clock))
    assert isinstance(error, RecordDamaged)
    assert error.backup is not None
    assert error.backup.path == made
    assert "footdrop restore" in error.hint


def test_an_emptied_file_is_not_taken_for_a_new_one(home: Path, clock: StillClock) -> None:
    path = make(home, clock)
    with Store.open(home, clock) as store:
        backup_now(store.record)
    path.write_bytes(b"")
    for opening in (Store.open, Store.open_to_read):
        error = raised(RecordDamaged, partial(opening, home, clock))
        assert "is empty" in error.message
    assert path.read_bytes() == b""


def test_an_empty_file_that_never_held_anything_is_called_empty(
    home: Path, clock: StillClock
) -> None:
    home.mkdir()
    (home / FILE).touch()
    error = raised(RecordMissing, lambda: Store.open_to_read(home, clock))
    assert "is empty" in error.message


def test_damage_found_late_is_said_too(home: Path, clock: StillClock) -> None:
    path = make(home, clock)
    with Store.open(home, clock) as store:
        pages = store.record.rows("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'session'")
    content = bytearray(path.read_bytes())
    for (page,) in pages:
        content[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    path.write_bytes(content)
    with Store.open(home, clock) as store:
        raised(RecordDamaged, lambda: store.home(1, COURSE))


def test_a_newer_record_is_named_with_its_version_and_left_alone(
    home: Path, clock: StillClock
) -> None:
    path = make(home, clock)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9")
    connection.execute("UPDATE setting SET value = '3.1.4' WHERE name = 'written-by'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for opening in (Store.open, Store.open_to_read):
        error = raised(RecordNewer, partial(opening, home, clock))
        assert "footdrop 3.1.4" in error.message
        assert "format 9" in error.message
    assert path.read_bytes() == before


def test_a_newer_record_without_a_word_of_its_writer(home: Path, clock: StillClock) -> None:
    home.mkdir()
    connection = sqlite3.connect(home / FILE)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 9")
    connection.commit()
    connection.close()
    assert "newer" in raised(RecordNewer, lambda: Store.open(home, clock)).message


def test_an_event_of_an_unknown_kind_is_not_guessed_at(store: Store) -> None:
    row = finish(store)
    with store.record.writing() as connection:
        connection.execute(
            f"INSERT INTO event ({COLUMNS}) SELECT 'x', learner, session, 3, 'dreamt', course,"
            " item, '', '', digest, seed, response, hints, ms, day, at, NULL FROM event LIMIT 1"
        )
    assert "dreamt" in raised(RecordNewer, lambda: store.events(row.id)).message


@pytest.mark.parametrize("text", ["not json", "[1, 2]", "3"])
def test_a_response_of_another_shape_is_kept_as_it_is(store: Store, text: str) -> None:
    row = finish(store)
    with store.record.writing() as connection:
        connection.execute(
            f"INSERT INTO event ({COLUMNS}) SELECT 'x', learner, session, 3, kind, course,"
            " item, '', '', digest, seed, ?, hints, ms, day, at, 0.0 FROM event LIMIT 1",
            (text,),
        )
    assert store.events(row.id)[2].response == {"unreadable": text}


def test_a_busy_record_loses_nothing_and_can_be_tried_again(store: Store, home: Path) -> None:
    row = begin(store)
    other = sqlite3.connect(home / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    raised(RecordBusy, lambda: write(store, row, answer("item-1"), known=0))
    assert store.events(row.id) == ()
    other.execute("ROLLBACK")
    other.close()
    assert write(store, row, answer("item-1"), known=0) == (answer("item-1"),)


def test_a_record_locked_by_another_program_is_said_at_the_start(
    home: Path, clock: StillClock
) -> None:
    path = make(home, clock)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    raised(RecordBusy, lambda: Store.open(home, clock))
    raised(RecordBusy, lambda: Store.open_to_read(home, clock))
    other.close()
    Store.open(home, clock).close()


def test_a_full_disk_loses_only_the_answer_that_is_said_not_to_be_saved(
    home: Path, clock: StillClock
) -> None:
    with Store.open(home, clock) as store:
        row = begin(store)
        write(store, row, answer("item-1"), known=0)
        connection = store.record.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        long = answer("item-2")
        response = {"text": "x" * 20_000}
        long = type(long)(long.kind, long.item, response, long.score)
        raised(RecordFull, lambda: write(store, row, long, known=1))
        assert store.events(row.id) == (answer("item-1"),)
        assert store.session(row.id).events == 1
        connection.execute("PRAGMA max_page_count = 1000000")
        assert write(store, row, long, known=1) == (long,)


def test_a_home_that_is_a_file(tmp_path: Path, clock: StillClock) -> None:
    file = tmp_path / "home"
    file.write_text("notes")
    for home in (file, file / "below"):
        for opening in (Store.open, Store.open_to_read):
            error = raised(RecordUnreadable, partial(opening, home, clock))
            assert "not a folder" in error.message
            assert "--home" in error.hint
    assert file.read_text() == "notes"


def test_a_record_that_is_a_folder(home: Path, clock: StillClock) -> None:
    (home / FILE).mkdir(parents=True)
    raised(RecordUnreadable, lambda: Store.open(home, clock))


def test_no_record_to_read(home: Path, clock: StillClock) -> None:
    raised(RecordMissing, lambda: Store.open_to_read(home, clock))
    assert not home.exists()


@pytest.fixture
def shared(tmp_path_factory: pytest.TempPathFactory, clock: StillClock) -> Iterator[Path]:
    """A home with a record that anybody may read and only its owner write."""
    home = tmp_path_factory.mktemp("shared")
    # pytest makes its folders for one user only.
    for folder in (home, home.parent, home.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o055)
    make(home, clock).chmod(0o444)
    home.chmod(0o555)
    yield home
    home.chmod(0o755)


def test_a_read_only_folder_is_said(shared: Path, clock: StillClock) -> None:
    (shared / FILE).chmod(0o666)
    with ordinary_user():
        error = raised(RecordReadOnly, lambda: Store.open(shared, clock))
    assert f"{shared} is read-only" in error.message


def test_a_read_only_folder_can_be_read(shared: Path, clock: StillClock) -> None:
    with ordinary_user(), Store.open_to_read(shared, clock) as store:
        assert [score.percent for score in store.scores(1, COURSE)] == [100]
        raised(RecordReadOnly, lambda: store.set_setting("theme", "dark"))


def test_a_read_only_file_in_a_writable_folder_is_said(shared: Path, clock: StillClock) -> None:
    shared.chmod(0o777)
    with ordinary_user():
        error = raised(RecordReadOnly, lambda: Store.open(shared, clock))
    assert FILE in error.message


def test_a_folder_without_the_right_to_enter(shared: Path, clock: StillClock) -> None:
    shared.chmod(0o700 if os.geteuid() == 0 else 0o000)
    with ordinary_user():
        for opening in (Store.open, Store.open_to_read):
            error = raised(RecordUnreadable, partial(opening, shared, clock))
            assert "cannot be read" in error.message
            assert "read-only" not in error.message


def test_a_file_without_the_right_to_read(shared: Path, clock: StillClock) -> None:
    shared.chmod(0o777)
    (shared / FILE).chmod(0o222)
    with ordinary_user():
        for opening in (Store.open, Store.open_to_read):
            error = raised(RecordUnreadable, partial(opening, shared, clock))
            assert "cannot be read" in error.message
            assert FILE in error.message


def test_a_home_that_cannot_be_made(shared: Path, clock: StillClock) -> None:
    with ordinary_user():
        raised(RecordReadOnly, lambda: Store.open(shared / "new", clock))


def test_reading_changes_nothing(home: Path, clock: StillClock) -> None:
    path = make(home, clock)
    before = path.read_bytes()
    with Store.open_to_read(home, clock) as store:
        assert store.learners()
        raised(RecordReadOnly, lambda: store.learner("Somebody new"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("replaced", [True, False])
def test_a_record_moved_while_it_is_open_takes_no_more_answers(
    home: Path, clock: StillClock, replaced: bool
) -> None:
    with Store.open(home, clock) as store:
        row = begin(store)
        path = home / FILE
        path.rename(home / "elsewhere.db")
        if replaced:
            path.write_bytes((home / "elsewhere.db").read_bytes())
        raised(RecordMoved, lambda: write(store, row, answer("item-1"), known=0))


def test_going_on_without_a_record(clock: StillClock) -> None:
    with Store.in_memory(clock) as store:
        assert not store.kept
        row = finish(store)
        assert [score.percent for score in store.scores(row.learner_id, COURSE)] == [100]


def test_a_backup_that_fails_does_not_keep_the_answer_from_being_stored(
    home: Path, clock: StillClock
) -> None:
    make(home, clock)
    (home / "backups").write_text("a file in the way")
    with Store.open(home, clock) as store:
        row = finish(store)
        assert len(store.events(row.id)) == 2
        assert isinstance(store.backup_failure, RecordUnreadable)
    assert backups(home) == ()
