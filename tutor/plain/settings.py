"""Settings: who is learning, and how."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.plain.question import number_in
from tutor.plain.room import LEAVE
from tutor.study import habits
from tutor.study.learners import switch_learner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.plain.room import Room
    from tutor.store.model import Learner

_NEW, _NAME, _SURE, _SHARE, _NEW_CARDS, _DUE_CARDS = "n", "c", "h", "k", "m", "d"
_LETTERS = {_NEW: "new learner", _NAME: "change the name", _SURE: "ask how sure, or not"}
_MORE = {
    _SHARE: "how much shall be known when it is due",
    _NEW_CARDS: "new cards a day",
    _DUE_CARDS: "due cards a day",
}


def settings(room: Room) -> None:
    """Learners by number, the rest by letters."""
    while True:
        everyone = room.desk.store.learners()
        tell = partial(_tell, room, everyone)
        tell()
        key = room.pick(
            "Number of a learner", most=len(everyone), letters=_LETTERS, more=_MORE, again=tell
        )
        if key == LEAVE:
            return
        room.visit(partial(_change, room, key, everyone))


def _tell(room: Room, everyone: Sequence[Learner]) -> None:
    desk, talk = room.desk, room.talk
    now = habits.habits(desk.store, desk.learner.id)
    talk.gap()
    talk.say("Settings. Who is learning:")
    for number, one in enumerate(everyone, 1):
        mine = ", learning now" if one.id == desk.learner.id else ""
        talk.say(f"{one.name}{mine}.", lead=f"  {number}. ")
    asked = "asked" if now.certainty else "not asked"
    talk.say(f"How sure you are is {asked} after each answer, from your second quiz on (h).")
    share = round(now.retention * 100)
    talk.say(f"{share} of 100 cards shall be known when they are due (k).")
    talk.say(f"At most {now.new_per_day} new cards (m) and {now.due_per_day} due ones (d) a day.")
    where = desk.store.record.path
    talk.say(f"Your record: {where}" if where else "No record is kept in this run.")


def _change(room: Room, key: str, everyone: Sequence[Learner]) -> None:
    desk, talk = room.desk, room.talk
    if key == _NEW:
        if name := talk.ask("The new learner's name (Enter to cancel):"):
            _take(room, name)
    elif key == _NAME:
        if name := talk.ask(f"Another name for {desk.learner.name} (Enter to cancel):"):
            _take(room, desk.store.rename_learner(desk.learner.id, name).name)
    elif key in (_SURE, _SHARE, _NEW_CARDS, _DUE_CARDS):
        _change_habit(room, key)
    else:
        _take(room, everyone[int(key) - 1].name)


def _change_habit(room: Room, key: str) -> None:
    store, learner = room.desk.store, room.desk.learner.id
    now = habits.habits(store, learner)
    if key == _SURE:
        habits.set_certainty(store, learner, not now.certainty)
    elif key == _SHARE:
        names = list(habits.RETENTIONS)
        for number, (name, share) in enumerate(habits.RETENTIONS.items(), 1):
            room.talk.say(f"{name}: {round(share * 100)} of 100.", lead=f"  {number}. ")
        chosen = room.pick("Number", most=len(names))
        if chosen != LEAVE:
            habits.set_retention(store, learner, habits.RETENTIONS[names[int(chosen) - 1]])
    else:
        limit = number_in(room.talk.ask("How many a day, at most (Enter for no change):"))
        if limit is not None:
            new = limit if key == _NEW_CARDS else now.new_per_day
            due = limit if key == _DUE_CARDS else now.due_per_day
            habits.set_limits(store, learner, new=new, due=due)


def _take(room: Room, name: str) -> None:
    learner = switch_learner(room.desk.store, name)
    room.desk = room.desk.with_learner(learner)
    room.talk.say(f"Now learning: {learner.name}.")
