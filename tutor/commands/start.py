"""`footdrop`, `footdrop learn` and `footdrop quiz`: the full-screen tutor."""

from __future__ import annotations

import argparse
import os
import sys

from tutor.clock import SystemClock
from tutor.commands.codes import INTERRUPTED
from tutor.commands.setup import home_of, library_of
from tutor.course.library import Library
from tutor.course.outline import LessonEntry
from tutor.errors import TutorError
from tutor.store.errors import RecordError
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.learners import learner_of
from tutor.study.plan import course_map


def start(options: argparse.Namespace) -> int:
    """Open the tutor and run it; the exit code."""
    library = library_of(options)
    opening = _wanted(options, library)
    if not _has_terminal():
        raise TutorError(
            "footdrop needs a terminal of its own, and there is none here",
            "Run it in a terminal window. footdrop scores, check and doctor work without one.",
        )
    clock = SystemClock()
    trouble: RecordError | None = None
    try:
        store = Store.open(home_of(options), clock)
    except RecordError as error:
        # Learning goes on; the app says what is wrong and offers the ways out.
        trouble, store = error, Store.in_memory(clock)
    desk = Desk(library, store, learner_of(store, options.learner), clock, _new_seed)
    return _run(options, desk, opening, trouble)


def _run(
    options: argparse.Namespace,
    desk: Desk,
    opening: LessonEntry | None,
    trouble: RecordError | None,
) -> int:
    # The face is imported only here: everything else starts without it.
    from tutor.tui.app import FootdropApp, Start

    if opening is None and options.command is not None:
        step = course_map(desk).step
        opening = step.row.entry if step else None
    app = FootdropApp(
        desk,
        Start(
            lesson=opening.id if opening else None,
            quiz=options.command == "quiz",
            all_items=getattr(options, "all", False),
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


def _wanted(options: argparse.Namespace, library: Library) -> LessonEntry | None:
    """The lesson named on the command line."""
    if options.command is None or options.lesson is None:
        return None
    for entry in library.lessons:
        if options.lesson in (entry.id, str(entry.number), f"{entry.number:02}", entry.stem):
            return entry
    names = ", ".join(f"{entry.number} {entry.id}" for entry in library.lessons)
    raise TutorError(f"There is no lesson {options.lesson!r}", f"There are: {names}.")
