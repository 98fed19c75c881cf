"""One reading of a course, timed: `python -m tests.bench.job NAME COURSE CACHE` prints seconds.

Imports are made before the time counts.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

import tutor.course.quizshape
import tutor.course.read
import tutor.course.shapes
import tutor.course.words  # noqa: F401  these are imported when first needed, and take time
from tutor.course.library import open_course


def read_cold(course: Path, cache: Path) -> None:
    """From the files, as at the first start."""
    open_course(course, None)


def bare_yaml(course: Path, cache: Path) -> None:
    """The same files through the C parser, without positions or checks."""
    for path in sorted(course.rglob("*.yaml")):
        yaml.load(path.read_bytes(), yaml.CSafeLoader)


def read_warm(course: Path, cache: Path) -> None:
    """Everything that the cache holds, as values."""
    library = open_course(course, cache)
    for entry in library.lessons:
        library.lesson(entry.id)
        library.quiz(entry.id)
    library.sources()


def open_warm(course: Path, cache: Path) -> None:
    """What a start reads."""
    open_course(course, cache)


def bare_json(course: Path, cache: Path) -> None:
    """The same cache as plain JSON."""
    for path in sorted(cache.rglob("*.json")):
        json.loads(path.read_bytes().partition(b"\n")[2])


JOBS: dict[str, Callable[[Path, Path], None]] = {
    "read-cold": read_cold,
    "bare-yaml": bare_yaml,
    "read-warm": read_warm,
    "open-warm": open_warm,
    "bare-json": bare_json,
}


def main(name: str, course: str, cache: str) -> None:
    begun = time.perf_counter()
    JOBS[name](Path(course), Path(cache))
    print(time.perf_counter() - begun)


if __name__ == "__main__":
    main(*sys.argv[1:])
