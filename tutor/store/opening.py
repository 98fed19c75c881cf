"""Opening a record file: to write, to read only, or none at all."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tutor.store import failures, migrations
from tutor.store.connection import Record, told, transaction
from tutor.store.errors import RecordMissing, RecordNewer, RecordUnreadable
from tutor.store.home import ground_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.clock import Clock

FILE = "footdrop.db"
HEADER = b"SQLite format 3\0"
# The first with STRICT tables.
OLDEST_SQLITE = (3, 37)
# A face waits for this on its own thread, so it stays below what feels like a pause.
BUSY_SECONDS = 0.25
# Making the file is done once, and a second start may meet it there.
CREATE_SECONDS = 5.0


def open_record(home: Path, clock: Clock) -> Record:
    """Open the record in `home` for reading and writing; make both if they are missing."""
    path = home / FILE
    new = _prepare(home, path)
    with _connected(path, str(path), CREATE_SECONDS if new else BUSY_SECONDS) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        # fsync alone leaves the data in the drive's own memory on macOS; no effect elsewhere.
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        version = _version(connection, path)
        if version < migrations.VERSION:
            _bring_up_to_date(connection, path, clock)
        _check_small_tables(connection, path)
        _use_wal(connection)
        connection.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")
        return Record(connection, path, clock, backup_due=version > 0)


def open_to_read(home: Path, clock: Clock) -> Record:
    """Open the record in `home` and change nothing, even where nothing may be written."""
    path = home / FILE
    ground = ground_of(home)
    if not ground.is_dir():
        raise failures.no_folder(ground)
    _check_emptied(home, path)
    with connected_to_read(path) as (connection, version):
        if version == 0:
            raise _empty(path)
        if version < migrations.VERSION:
            raise RecordUnreadable(
                f"The record {path} was written by an older footdrop",
                "Open the tutor once: it brings the record up to date.",
            )
        return Record(connection, path, clock)


def open_in_memory(clock: Clock) -> Record:
    """A record that is forgotten when it is closed."""
    _check_sqlite()
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    with transaction(connection):
        migrations.create(connection)
    return Record(connection, None, clock)


@contextmanager
def connected_to_read(path: Path) -> Iterator[tuple[sqlite3.Connection, int]]:
    """A connection that cannot write, and the file's version (0: empty). Stays open."""
    try:
        path.stat()
        # Beside a file in WAL mode SQLite wants to make two more. Where it may not, the file can
        # be read by itself if its log is empty.
        log = path.with_name(f"{path.name}-wal")
        alone = not failures.writable(path.parent) and not (log.exists() and log.stat().st_size)
    except (FileNotFoundError, NotADirectoryError):
        raise RecordMissing(
            f"There is no record {path}", "One begins when you open the tutor."
        ) from None
    except OSError as error:
        raise failures.from_system(error, path) from error
    check_header(path)
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    with _connected(path, address, BUSY_SECONDS) as connection:
        yield connection, _version(connection, path)


@contextmanager
def _connected(path: Path, address: str, seconds: float) -> Iterator[sqlite3.Connection]:
    """A connection that stays open unless the block fails."""
    _check_sqlite()
    with told(path):
        connection = sqlite3.connect(
            address, timeout=seconds, isolation_level=None, uri=address.startswith("file:")
        )
        try:
            yield connection
        except BaseException:
            connection.close()
            raise


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise RecordUnreadable(
            f"This Python's SQLite is {sqlite3.sqlite_version}; the record needs {needed} or newer",
            "Use a newer Python, or go on without a record.",
        )


def _prepare(home: Path, path: Path) -> bool:
    """Make the folder; say whether the file has still to be made."""
    try:
        # What somebody gets wrong is nobody else's business.
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = _found(path)
    except OSError as error:
        raise failures.from_system(error, home) from error
    if not failures.writable(home):
        raise failures.read_only(home)
    if found is None:
        try:
            # SQLite would let everybody read it; its logs get the rights of the file.
            path.touch(0o600)
        except OSError as error:
            raise failures.from_system(error, path) from error
        return True
    if path.is_dir():
        raise RecordUnreadable(
            f"{path} is a folder, and the record is a file",
            "Move the folder away, or choose another place with --home.",
        )
    if not failures.writable(path):
        raise failures.read_only(path)
    if found.st_size:
        check_header(path)
    elif _emptied(home, path):
        raise failures.damaged(path, "is empty")
    return found.st_size == 0


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _emptied(home: Path, path: Path) -> bool:
    """Whether the record, which was seen empty, had something in it once."""
    # Asked again: another start may have made the record meanwhile, and a backup of it.
    return _has_backups(home) and (now := _found(path)) is not None and not now.st_size


def _check_emptied(home: Path, path: Path) -> None:
    """Say of an empty file what opening it to write says of it."""
    try:
        found = _found(path)
        if found is None or found.st_size:
            return
        if _emptied(home, path):
            raise failures.damaged(path, "is empty")
    except OSError as error:
        raise failures.from_system(error, path) from error
    raise _empty(path)


def _empty(path: Path) -> RecordMissing:
    return RecordMissing(f"The record {path} is empty", "It begins when you open the tutor.")


def _check_small_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise RecordDamaged if who learns, or the settings, cannot be read.

    Every face needs them before it can say anything; the large tables are read when needed.
    """
    for table in ("learner", "setting"):
        if connection.execute(f"PRAGMA quick_check({table})").fetchone() != ("ok",):
            raise failures.damaged(path)


def _has_backups(home: Path) -> bool:
    from tutor.store.backup import backups

    return bool(backups(home))


def check_header(path: Path) -> None:
    """Raise RecordDamaged if a file that is not empty is no database.

    SQLite would say so as well, and delete the write-ahead log beside it when it closes the file.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except OSError as error:
        raise failures.from_system(error, path) from error
    if start not in (b"", HEADER):
        raise failures.damaged(path)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The file's version; 0 for a new file. Raises for files that are not ours or too new."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if version > 0 and application == migrations.APPLICATION:
        if version > migrations.VERSION:
            raise _newer(connection, path, version)
        return version
    if version or connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise failures.damaged(path, "is not a record of footdrop")
    return 0


def _newer(connection: sqlite3.Connection, path: Path, version: int) -> RecordNewer:
    writer = f"footdrop {migrations.writer(connection) or '(a newer one)'}"
    return RecordNewer(
        f"The record {path} was written by {writer} in format {version}; "
        f"this one reads formats up to {migrations.VERSION}",
        "Update footdrop, or choose another folder with --home. The record is left as it is.",
    )


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    version = _version(connection, path)
    if version:
        from tutor.store.backup import back_up_before_migration

        back_up_before_migration(connection, path, clock, version)
    with migrations.replacing_tables(connection), transaction(connection):
        # Another start may have done it while this one waited for the lock.
        version = _version(connection, path)
        if version == 0:
            migrations.create(connection)
        elif version < migrations.VERSION:
            from tutor.store.rebuild import write_anew

            migrations.migrate(connection, version)
            write_anew(connection)


def _use_wal(connection: sqlite3.Connection) -> None:
    """Readers do not wait for writers then. It stays with the file, so it is seldom needed."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.OperationalError as error:
        # In use at this moment: the next start changes it. Until then it is as safe, only slower.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
