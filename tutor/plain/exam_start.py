"""An exam is set up here: over what, how many questions, with or without a limit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.plain import routes
from tutor.plain.question import number_in
from tutor.plain.room import LEAVE
from tutor.plain.spoken import count, duration
from tutor.quiz.percent import percent
from tutor.study.exam import FACTORS, Wish, begin_exam, counts, seconds_for

if TYPE_CHECKING:
    from tutor.plain.room import Place, Room

_OVER, _ASK, _TIMED, _FACTOR, _LEFT = "o", "m", "t", "x", "l"


def exam(room: Room, wish: Wish | None = None) -> Place | None:
    """Enter begins; letters change what stands there."""
    wish = wish or Wish()
    while True:
        tell = partial(_tell, room, wish)
        tell()
        letters = {_OVER: "over what", _ASK: "how many", _TIMED: "time limit"}
        if wish.timed:
            letters[_FACTOR] = "more time"
        left = next((row for row in room.desk.left_open() if row.kind == "exam"), None)
        if left is not None:
            letters[_LEFT] = "the one left open"
        key = room.pick("Enter to begin", enter=True, letters=letters, again=tell)
        if key == LEAVE:
            return None
        if key == _LEFT and left is not None:
            return partial(routes.take_up, room, left)
        if not key:
            return routes.sit_down(room, begin_exam(room.desk, **wish._asdict()))
        wish = _changed(room, wish, key)


def _tell(room: Room, wish: Wish) -> None:
    talk, library = room.talk, room.desk.library
    entry = library.entry(wish.lesson) if wish.lesson is not None else None
    over = f"lesson {entry.number}, {entry.short}" if entry is not None else "the whole course"
    by_objective = counts(room.desk, wish.lesson, wish.ask)
    asked = sum(by_objective.values())
    limit = "no time limit"
    if wish.timed:
        extra = f", {wish.factor:g} times the usual" if wish.factor > 1 else ""
        limit = f"{duration(seconds_for(asked, wish.factor) * 1000)}{extra}"
    talk.gap()
    talk.say(f"Exam over {over}: {count(asked, 'question')}, {limit}.")
    talk.say(
        "No hints, and nothing is told before the end. You can go back and change answers. "
        f"Passed from {percent(library.header.pass_line, 1.0)} percent on."
    )
    names = {one.id: one.short for entry in library.lessons for one in entry.objectives}
    for id, number in by_objective.items():
        talk.say(f"{names.get(id, id)}: {number}.", lead="- ")


def _changed(room: Room, wish: Wish, key: str) -> Wish:
    if key == _TIMED:
        return wish._replace(timed=not wish.timed)
    if key == _FACTOR:
        return wish._replace(factor=FACTORS[(FACTORS.index(wish.factor) + 1) % len(FACTORS)])
    if key == _ASK:
        number = number_in(room.talk.ask("How many questions, at most (Enter for no change):"))
        return wish._replace(ask=number) if number else wish
    lessons = [entry for entry in room.desk.library.lessons if entry.items]
    room.talk.say("The whole course.", lead="  1. ")
    for number, entry in enumerate(lessons, 2):
        room.talk.say(f"Lesson {entry.number}, {entry.short}.", lead=f"  {number}. ")
    chosen = room.pick("Number", most=len(lessons) + 1)
    if chosen == LEAVE:
        return wish
    return wish._replace(lesson=None if chosen == "1" else lessons[int(chosen) - 2].id)
