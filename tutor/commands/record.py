"""`footdrop backup [FILE]` and `footdrop restore [FILE] [--list]`."""

from __future__ import annotations

import argparse

from tutor.clock import SystemClock
from tutor.commands.codes import DONE
from tutor.commands.setup import home_of
from tutor.errors import TutorError
from tutor.store.backup import backup_now, backups
from tutor.store.restore import restore as put_back
from tutor.store.store import Store


def backup(options: argparse.Namespace) -> int:
    """Copy the record and print where the copy is."""
    with Store.open_to_read(home_of(options), SystemClock()) as store:
        print(backup_now(store.record, options.target))
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of the record: the one named, else the newest."""
    home = home_of(options)
    known = backups(home)
    if options.list:
        for one in known:
            print(f"{one.made:%Y-%m-%d %H:%M}  {one.path}")
        if not known:
            print("No backup yet: one is made each day before the first answer.")
        return DONE
    if options.backup is None and not known:
        raise TutorError("There is no backup to restore", "Name a file: footdrop restore FILE.")
    wanted = options.backup or known[0].path
    aside = put_back(home, wanted, SystemClock())
    print(f"Restored {wanted}.")
    if aside is not None:
        print(f"The record until now is kept as {aside}.")
    return DONE
