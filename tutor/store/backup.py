"""Backups: made by SQLite's own call, so they are whole even while somebody writes."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.store import failures, migrations
from tutor.store.connection import told
from tutor.store.errors import BackupRefused, RecordError

if TYPE_CHECKING:
    from tutor.clock import Clock
    from tutor.store.connection import Record

FOLDER = "backups"
KEPT = 7
NONE_YET = (
    "No backup yet: the first is made when you next open the tutor, before the first answer;"
    " then one each day"
)
_DAILY = re.compile(r"footdrop-\d{4}-\d\d-\d\d\.db")
_ANY = re.compile(r"footdrop-(\d{4}-\d\d-\d\d)[^/]*\.db")
# SQLite's backup call would try for ever on a locked file.
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file, when it was written, and its size in bytes."""

    path: Path
    made: datetime
    size: int


def backups(home: Path) -> tuple[Backup, ...]:
    """The backups in `home`, newest first."""
    found = []
    try:
        with os.scandir(home / FOLDER) as entries:
            for entry in entries:
                if (match := _ANY.fullmatch(entry.name)) and entry.is_file():
                    told_by = entry.stat()
                    made = datetime.fromtimestamp(told_by.st_mtime).astimezone()
                    found.append((match[1], made, entry.name, told_by.st_size))
    except OSError:
        # No folder, or one that cannot be read: there is nothing to offer.
        return ()
    # By the date in the name first: copying a folder may make all times new.
    found.sort(reverse=True)
    return tuple(Backup(home / FOLDER / name, made, size) for _, made, name, size in found)


def newest_sound(found: tuple[Backup, ...]) -> Backup | None:
    """The first of `found` that could be brought back. It reads files through: not for a start."""
    return next((one for one in found if is_sound(one)), None)


def is_sound(backup: Backup) -> bool:
    """Whether a backup could be brought back as it is now."""
    from tutor.store.opening import connected_to_read

    try:
        with connected_to_read(backup.path) as (connection, version), closing(connection):
            return version > 0 and sound(connection)
    except RecordError:
        return False


def sound(connection: sqlite3.Connection) -> bool:
    """Whether it is a record of ours, not empty, with no damaged page."""
    try:
        if connection.execute("PRAGMA application_id").fetchone() != (migrations.APPLICATION,):
            return False
        return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return False
        raise


def backup_now(record: Record, target: Path | None = None) -> Path:
    """Write a backup to `target`, or beside the others; say where it is.

    `target` may be a folder. BackupRefused if the file is there already, or its folder is not.
    """
    name = f"footdrop-{record.clock.now():%Y-%m-%d-%H%M%S}.db"
    if target is None:
        if record.path is None:
            raise BackupRefused("There is no record to back up", "Nothing is kept in this run.")
        target = record.path.parent / FOLDER / name
    else:
        try:
            target = _allowed(target, name)
        except OSError as error:
            raise failures.from_system(error, target) from error
    write_copy(record.connection, target)
    return target


def _allowed(target: Path, name: str) -> Path:
    """Where the backup goes: into the folder `target`, else to a new file in a known folder."""
    if target.is_dir():
        target = target / name
    if target.exists():
        raise BackupRefused(f"{target} exists already", "Choose another name.")
    if not target.parent.is_dir():
        # A mistyped path would become folders that nobody looks into.
        raise BackupRefused(
            f"There is no folder {target.parent}", "Make it first, or choose another place."
        )
    return target


def back_up_today(record: Record) -> None:
    """Today's backup, unless it is there already; then the oldest ones go."""
    if record.path is None:
        return
    folder = record.path.parent / FOLDER
    target = folder / f"footdrop-{record.clock.now():%Y-%m-%d}.db"
    if target.exists():
        return
    # Older ones go only for one that was found sound, so a sound one is always left.
    write_copy(record.connection, target)
    try:
        _prune(folder, target)
    except OSError as error:
        raise failures.from_system(error, folder) from error


def back_up_before_migration(
    connection: sqlite3.Connection, path: Path, clock: Clock, version: int
) -> None:
    """The file as it was before its form changes."""
    name = f"footdrop-{clock.now():%Y-%m-%d}-format-{version}.db"
    target = path.parent / FOLDER / name
    if not target.exists():
        write_copy(connection, target)


def write_copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the open record to `target`: whole and sound under that name, or not there at all.

    Raises RecordDamaged if the copy is not sound: SQLite copies damaged pages as they are.
    """
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        part.unlink(missing_ok=True)
        try:
            with told(target):
                whole = _copy(connection, part)
            if not whole:
                raise failures.damaged(_file_of(connection))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise failures.from_system(error, target) from error


def _file_of(connection: sqlite3.Connection) -> Path | None:
    """The file that the connection has open."""
    name = connection.execute("PRAGMA database_list").fetchone()[2]
    return Path(name) if name else None


def _copy(connection: sqlite3.Connection, part: Path) -> bool:
    """Make the copy; whether it is sound."""
    waited = 0

    def patience(status: int, *_pages: int) -> None:
        nonlocal waited
        waited += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if waited >= _TRIES:
            raise failures.busy()

    # The answers of one person: SQLite would let everybody read them.
    part.touch(0o600, exist_ok=False)
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        connection.backup(copy, progress=patience, sleep=0.05)
        # One file by itself, that can be read from a read-only disk too.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        return sound(copy)
    finally:
        copy.close()


def _prune(folder: Path, newest: Path) -> None:
    """Keep the newest daily backups. Those made by hand are the user's."""
    daily = sorted(one for one in folder.iterdir() if _DAILY.fullmatch(one.name) and one != newest)
    for old in daily[: -(KEPT - 1)]:
        old.unlink(missing_ok=True)
