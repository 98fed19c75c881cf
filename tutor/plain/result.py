"""The result of a session, and the ways on from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.next import Kind
from tutor.plain import routes
from tutor.plain.answers import answers
from tutor.plain.room import LEAVE
from tutor.plain.sitting import undo
from tutor.plain.spoken import count, day, duration, sentence
from tutor.plain.steps import kind_name, step_words
from tutor.quiz.result import Result, read_again
from tutor.study.plan import Step, course_map

if TYPE_CHECKING:
    from tutor.course.model import Screen
    from tutor.plain.room import Place, Room
    from tutor.store.model import Score
    from tutor.study.sitting import Sitting


class _Ended(NamedTuple):
    """All that is told. `before` are the earlier scores of this quiz, oldest first."""

    sitting: Sitting
    result: Result
    before: tuple[Score, ...]
    screens: tuple[tuple[int, Screen], ...]
    step: Step

    @property
    def lesson(self) -> str:
        return self.sitting.session.lesson

    @property
    def kind(self) -> str:
        return self.sitting.session.kind


def tell_result(room: Room, sitting: Sitting) -> Place | None:
    """Tell it; where the learner goes on to."""
    ended = _ended(room, sitting)
    again = partial(_tell, room, ended)
    again()
    while True:
        on = "Enter to go back" if ended.step.kind is Kind.DONE else "Enter for what is next"
        missed = tuple(item.id for item in ended.result.missed)
        match room.pick(
            on,
            most=len(ended.screens),
            enter=True,
            letters={**({"m": "retry the missed"} if missed else {}), "a": "all answers"},
            more={"u": "undo the last answer"},
            again=again,
        ):
            case "m":
                return partial(routes.retry, room, ended.lesson, missed)
            case "a":
                answers(room, sitting)
            case "u":
                if undo(room, sitting):
                    return routes.go_on_with(room, sitting)
            case "":
                done = ended.step.kind is Kind.DONE
                return None if done else partial(routes.take_step, room, ended.step)
            case key if key == LEAVE:
                return None
            case key:
                at, _ = ended.screens[int(key) - 1]
                room.visit(partial(routes.read, room, ended.lesson, at))
                room.talk.gap()
                room.talk.say("Back at the result.")


def _ended(room: Room, sitting: Sitting) -> _Ended:
    desk, result, lesson = room.desk, sitting.result(), sitting.session.lesson
    before: tuple[Score, ...] = ()
    screens: tuple[tuple[int, Screen], ...] = ()
    if lesson:
        scores = desk.store.scores(desk.learner.id, desk.library.header.id, lesson)
        before = tuple(one for one in scores if one.kind == "quiz" and one.session_id != sitting.id)
        screens = read_again(desk.library.lesson(lesson), result.missed)
    return _Ended(sitting, result, before, screens, course_map(desk, resuming=False).step)


def _tell(room: Room, ended: _Ended) -> None:
    talk, done = room.talk, ended.result
    talk.gap()
    word = {"quiz": "Passed" if done.passed else "Not yet", "retry": "Tried again"}
    right = f"{done.right} of {done.asked} right"
    head = word.get(ended.kind, f"{kind_name(ended.kind)} done")
    talk.say(f"{head}: {right}, {done.percent} percent, {duration(done.ms)}.")
    for words in (*_compared(room, ended), *_extras(done)):
        talk.say(words)
    _tell_objectives(room, ended)
    if ended.screens:
        talk.say("Read again, by number:")
    for number, (at, screen) in enumerate(ended.screens, 1):
        talk.say(f"Screen {at + 1}, {sentence(screen.title)}", lead=f"  {number}. ")
    talk.say(f"Next: {step_words(ended.step)}.")
    talk.gap()


def _compared(room: Room, ended: _Ended) -> list[str]:
    if ended.kind == "retry":
        return ["The score of the quiz stays as it was."]
    if ended.kind != "quiz":
        return []
    mine, line = ended.result.percent, round(room.desk.library.header.pass_line * 100)
    mark = [] if ended.result.passed else [f"The mark is {line} percent."]
    if not ended.before:
        return [*mark, "Your first score for this quiz."]
    best = max(ended.before, key=lambda one: one.percent)
    when = day(best.ended, room.today)
    if mine > best.percent:
        return [*mark, f"Your best so far. Before: {best.percent} percent, {when}."]
    if mine == best.percent:
        return [*mark, f"As good as your best, {when}."]
    return [*mark, f"Your best is {best.percent} percent, {when}."]


def _extras(done: Result) -> list[str]:
    words = []
    if done.points != done.right:
        words.append(f"{done.points:g} of {done.total:g} points with the parts that counted.")
    if done.hints:
        words.append(f"{count(done.hints, 'hint')} used.")
    if done.changed:
        words.append(f"{count(done.changed, 'answer')} changed.")
    return words


def _tell_objectives(room: Room, ended: _Ended) -> None:
    lessons = room.desk.library.lessons
    names = {one.id: one.short for lesson in lessons for one in lesson.objectives}
    room.talk.say("By objective:")
    for id, right, asked in ended.result.by_objective:
        word = "in part" if right * 2 >= asked else "read again"
        word = "all right" if right == asked else word
        room.talk.say(f"{names.get(id, id)}: {right} of {asked}, {word}.", lead="- ")
