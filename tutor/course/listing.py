"""The files of a course folder, listed without reading one: the warm start looks at no more."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.yamlread.problem import Problem

COURSE = "lessons/course.yaml"
SOURCES = "lessons/sources.yaml"
GLOSSARY = "lessons/glossary.yaml"
LESSONS = "lessons"
QUIZZES = "quizzes"
FIGURES = "lessons/figures"
_NOT_LESSONS = (COURSE, SOURCES, GLOSSARY)


class CourseFile(NamedTuple):
    """A file of the course: its path from the course folder, with `/`; bytes; time of change."""

    path: str
    size: int
    mtime_ns: int

    @property
    def stem(self) -> str:
        return self.path.rsplit("/", 1)[-1].removesuffix(".yaml")


class Listing(NamedTuple):
    """The files of a course, sorted; and those that look like one and are not read."""

    files: tuple[CourseFile, ...]
    problems: tuple[Problem, ...] = ()

    def inside(self, folder: str) -> list[CourseFile]:
        """The files of one folder that hold a lesson, a quiz or a figure."""
        return [
            file
            for file in self.files
            if file.path.rpartition("/")[0] == folder and file.path not in _NOT_LESSONS
        ]

    def has(self, path: str) -> bool:
        return any(file.path == path for file in self.files)

    def fingerprint(self) -> str:
        """Changes whenever a file is added, taken away or written."""
        return "\n".join([f"{path}\t{size}\t{mtime}" for path, size, mtime in self.files])

    def newest(self) -> int:
        """The time of the last change, in nanoseconds; 0 without files."""
        return max([file.mtime_ns for file in self.files], default=0)


def list_course(root: Path) -> Listing:
    """Lists the course's files without reading one."""
    files: list[CourseFile] = []
    problems: list[Problem] = []
    for folder in (LESSONS, FIGURES, QUIZZES):
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    _add(entry, folder, files, problems)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(unreadable(folder, error))
    files.sort(key=lambda file: file.path)
    return Listing(tuple(files), tuple(problems))


def _add(
    entry: os.DirEntry[str], folder: str, files: list[CourseFile], problems: list[Problem]
) -> None:
    name = entry.name
    path = f"{folder}/{name}"
    if name.startswith((".", "#")):
        return
    if name.lower().endswith((".yml", ".yaml")) and not name.endswith(".yaml"):
        message = "this file is not read: its name must end in .yaml"
        problems.append(_problem(path, message, "rename it"))
    if not name.endswith(".yaml"):
        return
    try:
        status = entry.stat()
    except OSError as error:
        problems.append(unreadable(path, error))
        return
    if stat.S_ISREG(status.st_mode):
        files.append(CourseFile(path, status.st_size, status.st_mtime_ns))
    else:
        problems.append(_problem(path, "this is not a file"))


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file or folder that the system does not let us read."""
    reason = (error.strerror or "unreadable").lower()
    return _problem(path, f"cannot be read: {reason}")


def _problem(path: str, message: str, hint: str = "") -> Problem:
    from tutor.yamlread.problem import Problem, Severity

    return Problem(path, 0, 0, Severity.ERROR, message, hint)
