"""The course, lesson by lesson."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.plain import routes
from tutor.plain.room import LEAVE
from tutor.plain.spoken import count, sentence
from tutor.study.known import Known
from tutor.study.plan import CourseMap, LessonRow, Standing, course_map

if TYPE_CHECKING:
    from tutor.course.outline import LessonEntry
    from tutor.plain.room import Place, Room

_STANDING = {Standing.NEW: "new", Standing.STARTED: "started", Standing.DONE: "done"}


def course(room: Room) -> None:
    """The map; a number opens a lesson."""
    tell = _tell
    while True:
        map_ = course_map(room.desk)
        tell(room, map_)
        tell = _tell_briefly  # who comes back knows the lessons
        if not map_.rows:
            return
        key = room.pick(
            "Number of a lesson",
            most=len(map_.rows),
            letters={"k": "what do I know already"},
            again=partial(_tell, room, map_),
        )
        if key == LEAVE:
            return
        if key == "k":
            room.visit(partial(_pretest, room))
        else:
            room.visit(partial(_lesson, room, map_.rows[int(key) - 1]))


def _tell(room: Room, map_: CourseMap) -> None:
    talk = room.talk
    talk.gap()
    talk.say(sentence(room.desk.library.header.title))
    number = 0
    for title, rows in map_.parts:
        if rows:
            talk.say(f"{title}:")
        for row in rows:
            number += 1
            talk.say(_words(row), lead=f"  {number}. ")
    left_out = _left_out(room)
    if left_out:
        talk.say(left_out)


def _tell_briefly(room: Room, map_: CourseMap) -> None:
    room.talk.gap()
    room.talk.say(f"The course, {count(len(map_.rows), 'lesson')}.")


def _words(row: LessonRow) -> str:
    entry = row.entry
    parts = [f"Lesson {entry.number}, {entry.short}: {_STANDING[row.standing]}"]
    if row.standing is Standing.STARTED and row.read:
        parts.append(f"{row.read} of {count(row.pages, 'screen')} read")
    if row.best is not None:
        parts.append(f"best score {row.best} percent")
    elif row.known is Known.SKIM:
        parts.append("known already, you may skim it")
    elif row.missed:
        parts.append(f"{count(row.missed, 'question')} missed before")
    return f"{', '.join(parts)}."


def _left_out(room: Room) -> str:
    """Lessons that could not be read: said, and the rest works."""
    errors = [one for one in room.desk.library.problems if one.severity == "error"]
    if not errors:
        return ""
    first = errors[0]
    where = f"{first.path}, line {first.line}" if first.line else first.path
    return (
        f"{count(len(errors), 'mistake')} in the course's files; what they spoil is left out, "
        f"the rest works. The first: {where}. footdrop check names them all."
    )


def _pretest(room: Room) -> Place | None:
    """A short test before a part; it never counts as a score."""
    parts = [part for part in room.desk.library.header.parts if part.lessons]

    def tell() -> None:
        room.talk.gap()
        room.talk.say(
            "A short test before a part says what you may skim. It never counts as a score."
        )
        for number, part in enumerate(parts, 1):
            room.talk.say(f"{part.title}.", lead=f"  {number}. ")

    tell()
    key = room.pick("Number of a part", most=len(parts), again=tell)
    return None if key == LEAVE else partial(routes.pretest, room, parts[int(key) - 1].id)


def _lesson(room: Room, row: LessonRow) -> Place | None:
    """What it teaches, then the lesson or its quiz."""
    entry = row.entry
    again = partial(_tell_lesson, room, entry)
    again()
    letters = {"t": "take the quiz"} if entry.items else {}
    enter = f"Enter to read it{f' from screen {row.at + 1}' if row.at else ''}"
    key = room.pick(enter, enter=True, letters=letters, again=again)
    if key == LEAVE:
        return None
    go = routes.take_quiz if key == "t" else routes.read
    return partial(go, room, entry.id)


def _tell_lesson(room: Room, entry: LessonEntry) -> None:
    room.talk.gap()
    room.talk.say(f"Lesson {entry.number}: {sentence(entry.title)} Afterwards you can:")
    for objective in entry.objectives:
        room.talk.say(objective.text, lead="- ")
