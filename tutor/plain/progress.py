"""Progress: the numbers of the pictures as words, and every score of every quiz."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tutor.plain import routes
from tutor.plain.room import LEAVE
from tutor.plain.spoken import aloud, count, day, duration, moment, sentence
from tutor.study.plan import LessonRow, course_map
from tutor.study.progress import progress as read_progress
from tutor.study.told import NOTHING_YET, Section, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.plain.room import Place, Room
    from tutor.store.model import Score


class _Scores(NamedTuple):
    """A lesson and the scores of its quiz, oldest first."""

    row: LessonRow
    scores: tuple[Score, ...]


def progress(room: Room) -> None:
    """Where one stands, and a line for each lesson; a number tells all scores of its quiz."""
    came_back = False
    while True:
        desk = room.desk
        sections = told(read_progress(desk))
        if not sections:
            room.talk.say(f"Progress. {NOTHING_YET}")
            return
        found = desk.store.scores(desk.learner.id, desk.library.header.id)
        quizzes = [one for one in found if one.kind == "quiz"]
        rows = [
            _Scores(row, tuple(one for one in quizzes if one.lesson == row.entry.id))
            for row in course_map(desk).rows
        ]
        tell = partial(_tell, room, sections, rows)
        if came_back:
            room.talk.say("Progress, every quiz.")
        else:
            tell()
            came_back = True
        key = room.pick("Number for all scores of a quiz", most=len(rows), again=tell)
        if key == LEAVE:
            return
        room.visit(partial(_history, room, rows[int(key) - 1]))


def _tell(room: Room, sections: Sequence[Section], rows: list[_Scores]) -> None:
    room.talk.gap()
    room.talk.say("Progress.")
    for section in sections:
        room.talk.gap()
        room.talk.say(f"{section.head}:")
        for line in section.lines:
            room.talk.say(aloud(line), lead="- ")
    room.talk.gap()
    room.talk.say("Every quiz:")
    for number, one in enumerate(rows, 1):
        room.talk.say(_words(room, one), lead=f"  {number}. ")


def _words(room: Room, one: _Scores) -> str:
    entry, scores = one.row.entry, one.scores
    name = f"Lesson {entry.number}, {entry.short}"
    if not scores:
        return f"{name}: no score yet."
    last, best = scores[-1], max(score.percent for score in scores)
    quizzes = count(len(scores), "quiz", "quizzes")
    when = day(last.ended, room.today)
    return f"{name}: {quizzes}, last {last.percent} percent {when}, best {best} percent."


def _history(room: Room, one: _Scores) -> Place | None:
    tell = partial(_tell_history, room, one)
    tell()
    letters = {"t": "take this quiz"} if one.row.entry.items else {}
    if room.pick("Enter to go back", enter=True, letters=letters, again=tell) == "t":
        return partial(routes.take_quiz, room, one.row.entry.id)
    return None


def _tell_history(room: Room, one: _Scores) -> None:
    talk, entry = room.talk, one.row.entry
    talk.gap()
    talk.say(f"Quiz {entry.number}: {sentence(entry.short)} The newest first.")
    for score in reversed(one.scores):
        talk.say(
            f"{moment(score.ended, room.today)}: {score.percent} percent, "
            f"{score.right} of {score.asked} right, {duration(score.ms)}.",
            lead="- ",
        )
    talk.say(_trend(one.scores))


def _trend(scores: tuple[Score, ...]) -> str:
    """The story of the numbers in a sentence."""
    if not scores:
        return "No score yet for this quiz."
    first, last = scores[0].percent, scores[-1].percent
    if len(scores) == 1:
        return "One score so far."
    if last > first:
        return f"From {first} to {last} percent: rising."
    if last < first:
        return f"From {first} to {last} percent: lower than at first."
    return f"{last} percent, as at first."
