"""Backups: made by SQLite's own call, so they are whole even while somebody writes."""

from __future__ import annotations

import os
import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.store import failures
from tutor.store.connection import told
from tutor.store.errors import BackupRefused

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.clock import Clock
    from tutor.store.connection import Record

FOLDER = "backups"
KEPT = 7
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
    write_copy(record.connection, target)
    _prune(folder, target)


def back_up_before_migration(
    connection: sqlite3.Connection, path: Path, clock: Clock, version: int
) -> None:
    """The file as it was before its form changes."""
    name = f"footdrop-{clock.now():%Y-%m-%d}-format-{version}.db"
    target = path.parent / FOLDER / name
    if not target.exists():
        write_copy(connection, target)


def write_copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the open record to `target`: whole under that name, or not there at all."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        part.unlink(missing_ok=True)
        try:
            with told(target):
                _copy(connection, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise failures.from_system(error, target) from error


def _copy(connection: sqlite3.Connection, part: Path) -> None:
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
    finally:
        copy.close()


def _prune(folder: Path, newest: Path) -> None:
    """Keep the newest daily backups. Those made by hand are the user's."""
    daily = sorted(one for one in folder.iterdir() if _DAILY.fullmatch(one.name) and one != newest)
    for old in daily[: -(KEPT - 1)]:
        old.unlink(missing_ok=True)
