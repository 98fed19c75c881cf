"""Whole conversations as they are heard; `python -m tests.plain.transcripts` writes them anew.

Read aloud what has changed before it is kept.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.conftest import SEED, FixedClock
from tests.plain.course import every_type
from tests.plain.drive import LESSON, QUIZ, converse
from tests.tui.conftest import four_types
from tutor.course.library import Library, open_course
from tutor.plain.run import Opening
from tutor.store.store import Store
from tutor.study.desk import Desk

FOLDER = Path(__file__).with_name("transcripts")


def _desk(library: Library) -> Desk:
    clock = FixedClock()
    store = Store.in_memory(clock)
    return Desk(library, store, store.learner("you"), clock, lambda: SEED)


def lesson(folder: Path) -> str:
    """A lesson from its first screen to the first question of its quiz."""
    lines = ["g", "1", "", "", "", "s", "", ""]
    return converse(_desk(open_course(four_types(folder), None)), *lines, opening=LESSON)


def quiz(folder: Path) -> str:
    """A quiz with slips of every kind, and its result."""
    lines = ["h", "7", "1", "u", "2", "", "s", "?", "deep nrve", "", "9 apples", "94", "f", ""]
    lines += ["1 2", "", "a", "2", "q", "q"]
    return converse(_desk(open_course(four_types(folder), None)), *lines, opening=QUIZ)


def types(folder: Path) -> str:
    """A question of each type that is answered in parts."""
    lines = ["2", "", "1", "1", "u", "2", "2", "n", "", "2", "3", "", "2 1 3 4", "", "1", "2", ""]
    lines += ["common", "3", "39", "", "h", "2", "", "common nerve", "", "q"]
    return converse(_desk(open_course(every_type(folder), None)), *lines, opening=QUIZ)


def places(folder: Path) -> str:
    """The start menu and the places that it leads to."""
    lines = ["2", "1", "", "q", "q", "3", "4", "q", "5", "6", "7", "neck", "q", "q", "8", "h", "q"]
    lines += ["9", "q", "q"]
    return converse(_desk(open_course(four_types(folder), None)), *lines, opening=Opening())


CONVERSATIONS = {one.__name__: one for one in (lesson, quiz, types, places)}


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, hold in CONVERSATIONS.items():
        with tempfile.TemporaryDirectory() as folder:
            (FOLDER / f"{name}.txt").write_text(hold(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
