"""`footdrop backup [FILE]` and `footdrop restore [FILE] [--list]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.clock import SystemClock
from tutor.commands.codes import DONE
from tutor.commands.setup import home_of
from tutor.errors import TutorError
from tutor.store.backup import NONE_YET, Backup, backup_now, backups, is_sound, newest_sound
from tutor.store.restore import restore as put_back
from tutor.store.store import Store


def backup(options: argparse.Namespace) -> int:
    """Copy the record and print where the copy is."""
    with Store.open_to_read(home_of(options), SystemClock()) as store:
        print(backup_now(store.record, options.target))
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of the record: the one named, else the newest sound one."""
    home = home_of(options)
    known = backups(home)
    if options.list:
        for one in known:
            print(f"{one.made:%Y-%m-%d %H:%M}  {one.path}{'' if is_sound(one) else '  not sound'}")
        if not known:
            print(f"{NONE_YET}.")
        return DONE
    wanted = options.backup or _newest(known)
    aside = put_back(home, wanted, SystemClock())
    print(f"Restored {wanted}.")
    if aside is not None:
        print(f"The record until now is kept as {aside}.")
    return DONE


def _newest(known: tuple[Backup, ...]) -> Path:
    """The newest sound backup."""
    newest = newest_sound(known)
    if newest is None:
        none = "None of the backups is sound" if known else "There is no backup to restore"
        raise TutorError(none, "Name a file: footdrop restore FILE.")
    return newest.path
