"""How one gets from place to place. Places are imported when they are first gone to.

Each gives the place that the learner goes on to, if there is one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.plain.steps import step_words

if TYPE_CHECKING:
    from tutor.plain.room import Place, Room
    from tutor.store.model import SessionRow
    from tutor.study.plan import Step
    from tutor.study.sitting import Sitting

_GONE = "Its questions are not in the course any more. footdrop check names what is broken."


def read(room: Room, lesson: str, page: int | None = None) -> Place | None:
    """A lesson, at a page or where it was left."""
    from tutor.plain.lesson import read_lesson

    return read_lesson(room, lesson, page)


def take_quiz(room: Room, lesson: str, *, all_items: bool = False) -> Place | None:
    """The quiz of a lesson: the one that was left open, else a new one."""
    desk = room.desk
    open_rows = () if all_items else desk.left_open()
    left = next((row for row in open_rows if (row.lesson, row.kind) == (lesson, "quiz")), None)
    sitting = desk.resume(left) if left is not None else None
    sitting = sitting or desk.begin_quiz(lesson, all_items=all_items)
    if sitting is not None:
        return sit_down(room, sitting)
    from tutor.study.left_out import why_no_quiz

    room.talk.say(why_no_quiz(desk.library, lesson))
    return None


def take_up(room: Room, row: SessionRow) -> Place | None:
    """A session as it was left."""
    return sit_down(room, room.desk.resume(row), _GONE)


def retry(room: Room, lesson: str, missed: tuple[str, ...]) -> Place | None:
    """The missed questions once more."""
    return sit_down(room, room.desk.begin_retry(lesson, missed), _GONE)


def review(room: Room) -> Place | None:
    """What comes back today."""
    from tutor.study.review import begin_review

    sitting = begin_review(room.desk)
    if sitting is not None:
        return sit_down(room, sitting)
    from tutor.study.left_out import why_no_review

    room.talk.say(why_no_review(room.desk))
    return None


def cram(room: Room) -> Place | None:
    """Everything opened so far; the schedule stays as it is."""
    from tutor.study.review import begin_cram

    return sit_down(room, begin_cram(room.desk), "Nothing to practise yet. Open a lesson first.")


def pretest(room: Room, part: str) -> Place | None:
    """What do I know already? One question on each objective of a part."""
    from tutor.study.pretest import begin_pretest

    sitting = begin_pretest(room.desk, part)
    return sit_down(room, sitting, "This part has no question for a pre-test.")


def take_step(room: Room, step: Step) -> Place | None:
    """What is next."""
    from tutor.memory.next import Kind

    if step.session is not None:
        return take_up(room, step.session)
    if step.kind is Kind.REVIEW:
        return review(room)
    if step.row is None:
        room.talk.say(f"{step_words(step)}.")
        return None
    if step.kind is Kind.LESSON:
        return read(room, step.row.entry.id)
    return take_quiz(room, step.row.entry.id)


def sit_down(
    room: Room, sitting: Sitting | None, nothing: str = "There is nothing to ask here."
) -> Place | None:
    """Ask, and tell the result. Without a sitting, `nothing` says why."""
    if sitting is None:
        room.talk.say(nothing)
        return None
    if sitting.session.kind == "exam":
        from tutor.plain.exam import sit_exam
        from tutor.plain.exam_result import tell_exam_result

        return tell_exam_result(room, sitting) if sit_exam(room, sitting) else None
    from tutor.plain.sitting import sit

    if not sit(room, sitting):
        return None
    from tutor.plain.result import tell_result

    return tell_result(room, sitting)


def go_on_with(room: Room, sitting: Sitting) -> Place:
    """The questions again, once the last answer was undone."""
    return partial(sit_down, room, sitting)
