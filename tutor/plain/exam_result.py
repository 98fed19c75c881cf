"""The result of an exam: the share and how far it can be trusted, and where points were lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.memory.wilson import wilson
from tutor.plain import routes
from tutor.plain.answers import answers
from tutor.plain.prose import one_line
from tutor.plain.spoken import count, duration
from tutor.quiz.percent import percent
from tutor.quiz.stem import told_and_asked

if TYPE_CHECKING:
    from tutor.plain.room import Place, Room
    from tutor.study.sitting import Sitting

_CERTAIN = 3
# A percentage of fewer questions says more than they do.
_WORTH_A_SHARE = 5


def tell_exam_result(room: Room, sitting: Sitting) -> Place | None:
    """Tell it, with every answer to look at; where the learner goes on to."""
    again = partial(_tell, room, sitting)
    again()
    missed = tuple(item.id for item in sitting.result().missed)
    letters = {"m": "retry the missed"} if missed else {}
    while True:
        match room.pick("Enter for all answers", enter=True, letters=letters, again=again):
            case "":
                answers(room, sitting)
            case "m":
                return partial(routes.retry, room, sitting.session.lesson, missed)
            case _:
                return None


def _tell(room: Room, sitting: Sitting) -> None:
    talk, done = room.talk, sitting.result()
    line = percent(room.desk.library.header.pass_line, 1.0)
    low, high = (round(share * 100) for share in wilson(done.right, done.asked))
    talk.gap()
    word = "Passed" if done.passed else "Not yet"
    talk.say(
        f"{word}: {done.percent} percent, {done.right} of {done.asked} right, {duration(done.ms)}. "
        f"The mark is {line} percent."
    )
    talk.say(f"{done.points:g} of {done.total:g} points.")
    talk.say(
        f"So many questions leave a range: the share right lies between {low} and {high} percent, "
        "in 95 of 100 cases."
    )
    _tell_sure_and_wrong(room, sitting)
    talk.say("By objective:")
    lessons = room.desk.library.lessons
    names = {one.id: one.short for lesson in lessons for one in lesson.objectives}
    for id, right, asked in done.by_objective:
        share = f", {percent(right, asked)} percent" if asked >= _WORTH_A_SHARE else ""
        talk.say(f"{names.get(id, id)}: {right} of {asked}{share}.", lead="- ")
    talk.gap()


def _tell_sure_and_wrong(room: Room, sitting: Sitting) -> None:
    session = sitting.session
    wrong = [
        item
        for item in sitting.result().missed
        if session.outcomes[item.id].certainty == _CERTAIN
        and session.outcomes[item.id].response is not None
    ]
    if wrong:
        room.talk.say(f"{count(len(wrong), 'answer')} sure and wrong:")
    for item in wrong:
        _, asked = told_and_asked(item.stem)
        words = one_line(asked or item.stem)
        room.talk.say(words, lead=f"  {session.number(item.id)}. ")
