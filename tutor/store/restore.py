"""Bringing a backup back. Whatever stood in its place is kept aside."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tutor.store import failures
from tutor.store.backup import sound, write_copy
from tutor.store.connection import told
from tutor.store.errors import BackupRefused, RecordDamaged, RecordMissing, RecordNewer
from tutor.store.opening import FILE, connected_to_read

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.clock import Clock


def restore(home: Path, backup: Path, clock: Clock) -> Path | None:
    """Put `backup` in the place of the record; return where the present one is kept now.

    The backup is looked through first. Raises BackupRefused if it is not sound, RecordBusy while
    the tutor is open, and the like; then the record stands as it did.
    """
    path = home / FILE
    staged = home / f".restored-{os.getpid()}.db"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy_if_sound(backup, staged)
        try:
            _close_up(path)
            kept = _set_aside(path, _kept_name(clock))
            staged.replace(path)
        finally:
            staged.unlink(missing_ok=True)
    except OSError as error:
        raise failures.from_system(error, home) from error
    return kept


def set_aside(home: Path, clock: Clock) -> Path | None:
    """Give a record that cannot be used another name; the next opening begins a new one.

    Returns where it is kept now. Raises RecordBusy while the tutor is open, and the like.
    """
    path = home / FILE
    try:
        _close_up(path)
        kept = _set_aside(path, _kept_name(clock))
        path.unlink(missing_ok=True)
    except OSError as error:
        raise failures.from_system(error, home) from error
    return kept


def _kept_name(clock: Clock) -> str:
    return f"footdrop-kept-{clock.now():%Y-%m-%d-%H%M%S}"


def _copy_if_sound(backup: Path, staged: Path) -> None:
    try:
        with connected_to_read(backup) as (connection, version), closing(connection):
            if version == 0 or not sound(connection):
                raise _refused(backup)
            write_copy(connection, staged)
    except RecordMissing:
        raise BackupRefused(f"There is no backup {backup}", "Choose one of the list.") from None
    except RecordDamaged as error:
        raise _refused(backup) from error


def _refused(backup: Path) -> BackupRefused:
    return BackupRefused(
        f"{backup} is not a sound record of footdrop, so nothing was changed",
        "Choose another backup.",
    )


def _close_up(path: Path) -> None:
    """Bring the record's write-ahead log home, so that the file kept aside is whole by itself.

    It needs the record for itself, so it fails while another copy of the program has it open:
    that one would go on writing to the file that was set aside.
    """
    try:
        with connected_to_read(path) as (connection, _), closing(connection):
            whole = sound(connection)
    except (RecordMissing, RecordDamaged):
        whole = False
    except RecordNewer:
        whole = True
    if not whole:
        # It is kept with its log, both as they are.
        return
    with told(path), closing(sqlite3.connect(path, timeout=0.25, isolation_level=None)) as alone:
        alone.execute("PRAGMA journal_mode = DELETE").fetchone()


def _set_aside(path: Path, name: str) -> Path | None:
    """Give the record another name, and its log with it."""
    kept = path.with_name(f"{name}.db")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{name}-{number}.db")
    # The log first: beside a restored file it would be taken for that one's.
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + suffix))
    if not path.exists():
        return None
    try:
        # A second name, so that there is a record at every moment.
        kept.hardlink_to(path)
    except OSError:
        # Not every disk has them.
        path.rename(kept)
    return kept
