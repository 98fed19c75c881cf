"""A whole conversation, from the greeting to the last words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tutor.plain import routes
from tutor.plain.room import Room
from tutor.plain.spoken import sentence
from tutor.plain.talk import InputEnded

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.plain.room import Place
    from tutor.plain.talk import Talk
    from tutor.store.errors import RecordError
    from tutor.study.desk import Desk
    from tutor.study.exam import Wish


class Opening(NamedTuple):
    """What was asked for at the start.

    A lesson to read, or its quiz; the review, or with `cram` practice of everything; an exam; or
    the trouble with the record in `home`, if there is any.
    """

    lesson: str | None = None
    quiz: bool = False
    all_items: bool = False
    review: bool = False
    cram: bool = False
    exam: Wish | None = None
    trouble: RecordError | None = None
    home: Path | None = None


def run(desk: Desk, talk: Talk, opening: Opening) -> None:
    """Talk until the learner leaves or the input ends. Raises KeyboardInterrupt after Ctrl-C.

    The record is closed at the end: trouble at the start may have brought another one.
    """
    room = Room(desk, talk)
    try:
        _converse(room, opening)
    except InputEnded:
        _say_last_words(room)
    except KeyboardInterrupt:
        talk.break_off()
        _say_last_words(room)
        raise
    finally:
        room.desk.store.close()
    talk.flush()


def _converse(room: Room, opening: Opening) -> None:
    _greet(room)
    if opening.trouble is not None and opening.home is not None:
        from tutor.plain.trouble import trouble

        try:
            if not trouble(room, opening.trouble, opening.home):
                return
        except InputEnded:
            raise opening.trouble from None  # a script is told by its exit code
    asked_for = _asked_for(room, opening)
    if asked_for is None:
        from tutor.plain.start import start

        start(room)
    else:
        # What was opened from the shell goes back to the shell: there is no menu under it.
        room.visit(asked_for)


def _asked_for(room: Room, opening: Opening) -> Place | None:
    lesson = opening.lesson
    if opening.exam is not None:
        from tutor.plain.exam_start import exam

        return partial(exam, room, opening.exam)
    if opening.review:
        return partial(routes.cram if opening.cram else routes.review, room)
    if lesson is None:
        return None
    if opening.quiz:
        return partial(routes.take_quiz, room, lesson, all_items=opening.all_items)
    return partial(routes.read, room, lesson)


def _greet(room: Room) -> None:
    kept = "Everything is saved as you answer." if room.desk.store.kept else room.kept_words
    title = sentence(room.desk.library.header.title)
    room.talk.say(
        f"footdrop, line mode. {title} Type ? at any prompt for the keys, q to leave. {kept} "
        "For learning, not medical advice."
    )


def _say_last_words(room: Room) -> None:
    words = room.last_words
    room.talk.say(f"{words} {room.kept_words}".strip())
    room.talk.flush()
