"""Quizzes left in the middle: go on with one, or drop it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.plain import routes
from tutor.plain.room import LEAVE
from tutor.plain.spoken import moment
from tutor.study.plan import done_of, session_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.plain.room import Place, Room
    from tutor.store.model import SessionRow


def left_open(room: Room) -> None:
    """The list; a number takes one up or drops it."""
    while True:
        rows = room.desk.left_open()
        if not rows:
            room.talk.say("Nothing is left open. A quiz that you leave in the middle waits here.")
            return
        tell = partial(_tell, room, rows)
        tell()
        key = room.pick("Number to open or drop one", most=len(rows), again=tell)
        if key == LEAVE:
            return
        room.visit(partial(_one, room, rows[int(key) - 1]))


def _tell(room: Room, rows: Sequence[SessionRow]) -> None:
    room.talk.gap()
    room.talk.say("Left open:")
    for number, row in enumerate(rows, 1):
        room.talk.say(_words(room, row), lead=f"  {number}. ")


def _words(room: Room, row: SessionRow) -> str:
    entry = room.desk.library.entry(row.lesson)
    name = f"{session_name(row, entry)}{f', {entry.short}' if entry else ''}"
    place = f"question {done_of(row) + 1} of {len(row.items)}"
    return f"{name}, {place}, last {moment(row.last or row.started, room.today)}."


def _one(room: Room, row: SessionRow) -> Place | None:
    tell = partial(room.talk.say, _words(room, row))
    tell()
    key = room.pick("Enter to go on with it", enter=True, letters={"d": "drop"}, again=tell)
    if key == "":
        return partial(routes.take_up, room, row)
    if key == "d":
        # There is no way back to the place in it, so it is asked once more.
        keep = room.pick("Enter to keep it", enter=True, letters={"d": "again: drop"})
        if keep == "d":
            room.kept(lambda: room.desk.store.drop_session(row.id))
            room.talk.say("Dropped. Its answers stay in your record.")
    return None
