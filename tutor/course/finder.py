"""Where the course lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tutor.course.listing import COURSE
from tutor.errors import TutorError

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "FOOTDROP_COURSE"
_PACKAGE = Path(__file__).parents[1]
_EXPECTED = f"A course is a folder with {COURSE} in it."


class NoCourseError(TutorError):
    """There is no course where one was looked for."""


def find_course(
    explicit: Path | None, environ: Mapping[str, str], origin: str = "--course"
) -> Path:
    """The folder of the course to open.

    The one named, else the one of FOOTDROP_COURSE, else the one that came with the program: inside
    the package when installed, beside it in a checkout. `origin` says where `explicit` was given.
    Raises NoCourseError.
    """
    if explicit is not None:
        return _checked(explicit, origin)
    if named := environ.get(VARIABLE):
        return _checked(Path(named), VARIABLE)
    for folder in (_PACKAGE / "content", _PACKAGE.parent):
        if (folder / COURSE).is_file():
            return folder
    raise NoCourseError(
        "The course that belongs to the program is not there",
        "Install footdrop again, or name a course with --course.",
    )


def _checked(folder: Path, origin: str) -> Path:
    """The folder if it holds a course; else what is wrong with it."""
    where = f"{folder} (from {origin})"
    try:
        folder = folder.expanduser()
        problem = _wrong_with(folder)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = f"cannot be read: {reason.lower()}"
    if problem:
        raise NoCourseError(f"{where} {problem}", _EXPECTED)
    return folder


def _wrong_with(folder: Path) -> str:
    """What keeps a folder from being a course, or nothing. May raise what the system says."""
    course = folder / COURSE
    if not folder.exists():
        return "is a link that leads nowhere" if folder.is_symlink() else "does not exist"
    if not folder.is_dir():
        return "is a file" if folder.is_file() else "is not a folder"
    if not any(folder.iterdir()):
        return "is empty"
    if not course.exists():
        return f"holds no {COURSE}"
    return "" if course.is_file() else f"holds a {COURSE} that is not a file"
