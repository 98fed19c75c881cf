"""What there is to learn from an answer, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.citing import names_of
from tutor.plain.prose import one_line, tell
from tutor.plain.spoken import sentence, stopped
from tutor.quiz import words
from tutor.quiz.grade import Verdict

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.plain.room import Room
    from tutor.quiz.feedback import Feedback, Row


def tell_feedback(room: Room, told: Feedback) -> None:
    """Verdict, right answer, your answer, every other option with its why, what to remember."""
    talk = room.talk
    talk.gap()
    talk.say(" ".join(part for part in (told.headline, one_line(told.note)) if part))
    if told.rows:
        for row in told.rows:
            talk.say(_row(row))
    else:
        talk.say(f"Right answer: {stopped(told.right_answer)}")
        if told.verdict is not Verdict.NO_ANSWER:
            talk.say(f"Your answer: {stopped(told.given)}")
    _tell_explained(room, told)
    talk.gap()


def tell_summary(room: Room, told: Feedback) -> None:
    """The verdict on a case whose stages were looked back on one by one."""
    room.talk.say(f"The whole case: {told.headline}")
    _tell_explained(room, told)
    room.talk.gap()


def tell_sources(room: Room, item: Item) -> None:
    """The sources in full."""
    for name in names_of(item.sources, room.desk.library.sources(), short=False):
        room.talk.say(sentence(name), lead="- ")


def _tell_explained(room: Room, told: Feedback) -> None:
    if told.explain:
        tell(room.talk, told.explain, lead="Remember: ")
    names = names_of(told.sources, room.desk.library.sources(), short=True)
    if names:
        room.talk.say(f"Sources: {sentence('; '.join(names))}")


def _row(row: Row) -> str:
    """An option: what it was, its text, its why. A part of a question begins with its text."""
    text, role = stopped(one_line(row.text)), words.capital(row.role)
    if row.verdict is None:
        return f"{role}: {row.number}. {text} {one_line(row.why)}".rstrip()
    # "Gap 1" says its number by itself.
    name = text if row.text == words.gap(row.number) else f"{row.number}. {text}"
    return f"{name} {stopped(role)} {one_line(row.why)}".rstrip()
