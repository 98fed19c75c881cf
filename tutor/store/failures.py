"""From what SQLite and the system say to what a person can act on."""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

from tutor.store.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordReadOnly,
    RecordUnreadable,
)

if TYPE_CHECKING:
    from pathlib import Path

UNREADABLE_HINT = (
    "Allow reading there, or choose another folder with --home, or go on without a record."
)
READ_ONLY_HINT = (
    "Allow writing there, or choose another folder with --home, or go on without a record."
)
FULL_HINT = "Free some space, then try again."


def from_sqlite(error: sqlite3.Error, path: Path | None) -> RecordError | None:
    """The record's own error for `error`, or None if it is a mistake in this program."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy()
        case sqlite3.SQLITE_FULL:
            return full()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case sqlite3.SQLITE_READONLY:
            return read_only(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PERM:
            return unreachable(path, str(error))
    return None


def from_system(error: OSError, path: Path) -> RecordError:
    """The record's own error for a system call that failed on `path`."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return full()
        case errno.EROFS:
            return read_only(path)
        case errno.EACCES | errno.EPERM:
            return read_only(path) if _readable(path) else unreadable(path)
        case errno.EEXIST | errno.ENOTDIR:
            return no_folder(path)
    return unreachable(path, error.strerror or str(error))


def busy() -> RecordBusy:
    return RecordBusy(
        "Your record is in use by another program just now",
        "Try again in a moment; if it stays so, close the other program.",
    )


def full() -> RecordFull:
    return RecordFull("Your record could not be written: the disk is full", FULL_HINT)


def read_only(path: Path | None) -> RecordReadOnly:
    return RecordReadOnly(f"Your record may not be written: {path} is read-only", READ_ONLY_HINT)


def unreadable(path: Path) -> RecordUnreadable:
    return RecordUnreadable(f"Your record cannot be read: no right to read {path}", UNREADABLE_HINT)


def no_folder(path: Path) -> RecordUnreadable:
    return RecordUnreadable(
        f"{path} is not a folder, and the record needs one",
        "Choose another folder with --home, or move that file.",
    )


def unreachable(path: Path | None, reason: str) -> RecordUnreadable:
    return RecordUnreadable(
        f"Your record cannot be reached: {path} ({reason})",
        "Check the folder and its rights, or choose another one with --home.",
    )


def damaged(path: Path | None, what: str = "is damaged") -> RecordDamaged:
    """Names the file and offers the newest sound backup beside it."""
    from tutor.store.backup import backups, newest_sound

    found = backups(path.parent) if path else ()
    newest = newest_sound(found)
    if newest is None:
        none = "None of the backups is sound" if found else "There is no backup"
        hint = f"{none}. Move the file away to begin a new record, or choose --home."
    else:
        made = f"{newest.made:%Y-%m-%d %H:%M}"
        which = "backup" if newest is found[0] else "sound backup"
        hint = f"The newest {which} is from {made}: `footdrop restore` brings it back."
    return RecordDamaged(f"The record file {path} {what}. It is kept as it is", hint, newest)


def writable(path: Path) -> bool:
    """Whether this process may write to `path`, which exists."""
    return _allowed(path, os.W_OK)


def _readable(path: Path) -> bool:
    """Whether this process may read `path`; also true if nothing is there to be read."""
    try:
        path.stat()
    except PermissionError:
        return False
    except OSError:
        return True
    return _allowed(path, os.R_OK | os.X_OK if path.is_dir() else os.R_OK)


def _allowed(path: Path, what: int) -> bool:
    # Without it the real user is asked, who is not the one who acts under sudo and the like.
    effective = os.access in os.supports_effective_ids
    return os.access(path, what, effective_ids=effective)
