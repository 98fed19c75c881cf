"""The record cannot be opened: what is wrong, what is safe, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.plain.room import LEAVE
from tutor.store.errors import RecordDamaged, RecordError
from tutor.store.store import Store
from tutor.study.learners import learner_from

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.plain.room import Room

_RESTORE, _NEW = "Restore the newest backup", "Begin a new record"
_AGAIN, _WITHOUT = "Try to open it again", "Learn without a record"


def trouble(room: Room, error: RecordError, home: Path) -> bool:
    """Restore, begin anew, try again or learn without a record; False to leave.

    Nothing is overwritten: a damaged file is kept aside, whatever is chosen.
    """
    failure: TutorError = error
    backup = error.backup if isinstance(error, RecordDamaged) else None
    ways = [
        *([_RESTORE] if backup is not None else []),
        *([_NEW] if isinstance(error, RecordDamaged) else []),
        _AGAIN,
        _WITHOUT,
    ]

    def tell() -> None:
        room.talk.gap()
        room.fault(failure)
        for number, way in enumerate(ways, 1):
            room.talk.say(f"{way}.", lead=f"  {number}. ")

    while True:
        tell()
        key = room.pick("Number", most=len(ways), again=tell)
        if key == LEAVE:
            return False
        way = ways[int(key) - 1]
        if way == _WITHOUT:
            room.talk.say("No record is kept in this run.")
            return True
        try:
            if way == _RESTORE and backup is not None:
                from tutor.store.restore import restore

                restore(home, backup.path, room.desk.clock)
            elif way == _NEW:
                from tutor.store.restore import set_aside

                set_aside(home, room.desk.clock)
            _open(room, home)
        except TutorError as still:
            failure = still
        else:
            return True


def _open(room: Room, home: Path) -> None:
    store = Store.open(home, room.desk.clock)
    try:
        learner = learner_from(store, room.desk.learner)
    except TutorError:
        store.close()
        raise
    room.desk.store.close()
    room.desk = room.desk._replace(store=store, learner=learner)
    room.talk.say("Your record is open.")
