"""Where the measurements take place: courses, records with the tour done, and the windows."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree

from tests.bench import apps
from tests.terminal import Window
from tests.terminal.command import clean_environment
from tutor.course.finder import find_course
from tutor.course.library import open_course

SIZE = (100, 30)
_APPS = Path(apps.__file__).parent
_CHECKOUT = Path(__file__).parents[2]
EMPTY_SHOWS = "Opened"
OPTIONS_SHOW = "number 20 of"


@dataclass(frozen=True, slots=True)
class Ground:
    """A course, and a record whose cache is warm and whose owner has seen the first minute.

    `number` is that of the first lesson, `titles` are those of all, as Home shows them.
    """

    course: Path
    home: Path
    number: str
    titles: tuple[str, ...]

    @property
    def first(self) -> str:
        """The title of the first lesson, as Home shows it."""
        return self.titles[0]

    @property
    def last(self) -> str:
        """The title of the last one."""
        return self.titles[-1]

    def copied(self, folder: Path) -> Ground:
        """The same with a copy of the record as it is now."""
        return replace(self, home=copytree(self.home, folder / "home"))

    def tutor(self, *words: str) -> Window:
        """A window with the tutor."""
        places = ["--course", str(self.course), "--home", str(self.home)]
        return window(["-m", "tutor", *places, *words])


def prepare(home: Path, course: Path | None = None) -> Ground:
    """The ground on a course, by default the shipped one; `home` is an empty folder."""
    course = course or find_course(None, {})
    library = open_course(course, None)
    titles = tuple(entry.short for entry in library.lessons)
    ground = Ground(course, home, str(library.lessons[0].number), titles)
    with ground.tutor() as first_start:
        first_start.wait("Welcome")
        first_start.press("esc")
        first_start.wait(ground.first)
        first_start.press("ctrl+q")
        first_start.wait_for_end()
    return ground


def empty_app() -> Window:
    """A window with the empty app."""
    return window([str(_APPS / "empty.py")])


def options_app() -> Window:
    """A window with the bare list."""
    return window([str(_APPS / "options.py")])


def window(arguments: list[str]) -> Window:
    """Python in a window. Compiled modules are used: without them a start takes four times."""
    environment = clean_environment()
    return Window([sys.executable, *arguments], *SIZE, environment=environment, folder=_CHECKOUT)
