"""Every answer of a session, with its feedback."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.plain.feedback import tell_feedback
from tutor.plain.prose import one_line, tell
from tutor.plain.room import LEAVE
from tutor.plain.sitting import feedback_on
from tutor.quiz.stem import told_and_asked

if TYPE_CHECKING:
    from tutor.plain.room import Room
    from tutor.study.sitting import Sitting


def answers(room: Room, sitting: Sitting) -> None:
    """The list of the questions; a number tells one with its feedback."""
    items = sitting.session.items
    again = partial(_tell_all, room, sitting)
    again()
    while (key := room.pick("Number of a question", most=len(items), again=again)) != LEAVE:
        item = items[int(key) - 1]
        room.talk.gap()
        tell(room.talk, item.stem)
        if item.id in sitting.session.outcomes:
            tell_feedback(room, feedback_on(sitting, item))
        else:
            room.talk.say("Not answered.")


def _tell_all(room: Room, sitting: Sitting) -> None:
    session = sitting.session
    room.talk.gap()
    for number, item in enumerate(session.items, 1):
        outcome = session.outcomes.get(item.id)
        words = [_word(outcome.score if outcome else None)]
        if session.flagged(item.id):
            words.append("flagged")
        if outcome is not None and outcome.changed:
            words.append("changed")
        _, asked = told_and_asked(item.stem)
        room.talk.say(f"{', '.join(words)}. {one_line(asked or item.stem)}", lead=f"  {number}. ")


def _word(score: float | None) -> str:
    if score is None:
        return "Not answered"
    if score >= 0.9995:
        return "Right"
    return "Partly right" if score > 0 else "Not right"
