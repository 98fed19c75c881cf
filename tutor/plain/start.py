"""The start menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tutor.plain import routes
from tutor.plain.room import LEAVE
from tutor.plain.spoken import count
from tutor.plain.steps import step_words
from tutor.study.plan import CourseMap, course_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from tutor.plain.room import Place, Room


class _Place(NamedTuple):
    """A line of the menu. Each keeps its number, whatever there is in it today."""

    words: Callable[[CourseMap], str]
    go: Callable[[Room], Place | None]


def start(room: Room) -> None:
    """What is next and all places, until the learner leaves."""
    tell = _tell
    while True:
        map_ = course_map(room.desk)
        tell(room, map_)
        tell = _tell_briefly  # who comes back knows the places
        key = room.pick(
            "Number", most=len(_PLACES), letters={"?": "help"}, again=partial(_tell, room, map_)
        )
        if key == LEAVE:
            return
        room.visit(partial(_PLACES[int(key) - 1].go, room))


def _tell(room: Room, map_: CourseMap) -> None:
    talk = room.talk
    talk.gap()
    if len(room.desk.store.learners()) > 1:
        talk.say(f"Learning: {room.desk.learner.name}.")
    for number, place in enumerate(_PLACES, 1):
        talk.say(f"{place.words(map_)}.", lead=f"  {number}. ")


def _tell_briefly(room: Room, map_: CourseMap) -> None:
    room.talk.gap()
    room.talk.say(f"The start menu. 1: {_step(map_)}.")


def _step(map_: CourseMap) -> str:
    return step_words(map_.step)


def _lessons(map_: CourseMap) -> str:
    return f"The course, {count(len(map_.rows), 'lesson')}"


def _left_open(map_: CourseMap) -> str:
    number = len(map_.left_open)
    return f"Left open, {count(number, 'quiz', 'quizzes') if number else 'none'}"


def _review(map_: CourseMap) -> str:
    cards = map_.due + map_.again
    return f"Review, {count(cards, 'card')} due" if cards else "Review"


def _go_on(room: Room) -> Place | None:
    return routes.take_step(room, course_map(room.desk).step)


def _exam(room: Room) -> Place | None:
    from tutor.plain.exam_start import exam

    return exam(room)


def _place(module: str) -> Callable[[Room], None]:
    """The place of a module, imported when it is gone to."""

    def go(room: Room) -> None:
        from importlib import import_module

        getattr(import_module(f"tutor.plain.{module}"), module)(room)

    return go


def _called(words: str) -> Callable[[CourseMap], str]:
    return lambda _: words


_PLACES = (
    _Place(_step, _go_on),
    _Place(_lessons, _place("course")),
    _Place(_review, routes.review),
    _Place(_called("Exam"), _exam),
    _Place(_left_open, _place("left_open")),
    _Place(_called("Progress and scores"), _place("progress")),
    _Place(_called("Search"), _place("search")),
    _Place(_called("Glossary"), _place("glossary")),
    _Place(_called("Settings"), _place("settings")),
)
