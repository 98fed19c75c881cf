"""`footdrop`, `learn`, `quiz`, `review` and `exam`: the tutor, full-screen or in line mode."""

from __future__ import annotations

import argparse
import os
import sys

from tutor.clock import SystemClock
from tutor.commands.codes import DONE, INTERRUPTED
from tutor.commands.output import silence_stdout
from tutor.commands.setup import home_of, library_of
from tutor.course.library import Library
from tutor.course.outline import LessonEntry
from tutor.errors import OutputLost, TutorError
from tutor.store.errors import RecordError
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.exam import Wish
from tutor.study.learners import learner_of
from tutor.study.plan import Standing, course_map


def start(options: argparse.Namespace) -> int:
    """Open the tutor and run it; the exit code."""
    library = library_of(options)
    opening = _wanted(options, library)
    clock = SystemClock()
    trouble: RecordError | None = None
    try:
        store = Store.open(home_of(options), clock)
    except RecordError as error:
        # Learning goes on; the app says what is wrong and offers the ways out.
        trouble, store = error, Store.in_memory(clock)
    desk = Desk(library, store, learner_of(store, options.learner), clock, _new_seed)
    if opening is None and options.command in ("learn", "quiz"):
        opening = _lesson_at_hand(desk)
    face = _talk if options.plain or not _has_terminal() else _run
    return face(options, desk, opening, trouble)


def _talk(
    options: argparse.Namespace,
    desk: Desk,
    opening: LessonEntry | None,
    trouble: RecordError | None,
) -> int:
    """Line mode."""
    from tutor.plain.run import Opening, run
    from tutor.plain.talk import ReaderGone, own_talk

    try:
        run(
            desk,
            own_talk(),
            Opening(
                lesson=opening.id if opening else None,
                quiz=options.command == "quiz",
                all_items=getattr(options, "all", False),
                review=options.command == "review",
                cram=getattr(options, "cram", False),
                exam=_exam(options, opening),
                trouble=trouble,
                home=home_of(options),
            ),
        )
    except ReaderGone:  # `footdrop --plain | head`
        silence_stdout()
    except OutputLost:
        silence_stdout()
        raise
    return DONE


def _run(
    options: argparse.Namespace,
    desk: Desk,
    opening: LessonEntry | None,
    trouble: RecordError | None,
) -> int:
    # The face is imported only here: everything else starts without it.
    from tutor.tui.app import FootdropApp, Start

    app = FootdropApp(
        desk,
        Start(
            lesson=opening.id if opening else None,
            quiz=options.command == "quiz",
            all_items=getattr(options, "all", False),
            review=options.command == "review",
            cram=getattr(options, "cram", False),
            exam=_exam(options, opening),
            trouble=trouble,
            home=home_of(options),
        ),
        no_color=_no_color(),
    )
    try:
        app.run()
    finally:
        app.desk.store.close()  # not the one of the start: trouble with it may have been solved
    if app.failure is not None:
        from tutor.commands.crash import report

        return report(app.failure, options.home)
    return INTERRUPTED if app.return_code is None else app.return_code


def _has_terminal() -> bool:
    # Python has None in the place of a stream that is closed.
    streams = (sys.stdin, sys.stdout)
    terminals = all(stream is not None and stream.isatty() for stream in streams)
    return terminals and os.environ.get("TERM") != "dumb"


def _no_color() -> bool:
    """Whether NO_COLOR is set; empty it counts as not set, and Textual must not see it."""
    if os.environ.get("NO_COLOR"):
        return True
    os.environ.pop("NO_COLOR", None)
    return False


def _new_seed() -> int:
    return int.from_bytes(os.urandom(4), "big")


def _lesson_at_hand(desk: Desk) -> LessonEntry | None:
    """The lesson of what comes next; where that is none, the first that is not done."""
    course = course_map(desk)
    open_rows = (row for row in course.rows if row.standing is not Standing.DONE)
    row = course.step.row or next(open_rows, None) or next(iter(course.rows), None)
    return row.entry if row is not None else None


def _exam(options: argparse.Namespace, opening: LessonEntry | None) -> Wish | None:
    """The exam that was asked for. Extra time is for one with a limit."""
    if options.command != "exam":
        return None
    usual = Wish()
    return Wish(
        lesson=opening.id if opening is not None else None,
        ask=options.items or usual.ask,
        timed=options.timed or options.extra_time is not None,
        factor=options.extra_time or usual.factor,
        seed=options.seed,
    )


def _wanted(options: argparse.Namespace, library: Library) -> LessonEntry | None:
    """The lesson named on the command line."""
    if getattr(options, "lesson", None) is None:
        return None
    for entry in library.lessons:
        if options.lesson in (entry.id, str(entry.number), f"{entry.number:02}", entry.stem):
            return entry
    names = ", ".join(f"{entry.number} {entry.id}" for entry in library.lessons)
    raise TutorError(f"There is no lesson {options.lesson!r}", f"There are: {names}.")
