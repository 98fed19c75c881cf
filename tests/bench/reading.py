"""Reading a big course: cold from YAML, warm from the cache, each against the bare parser.

Each reading has a process of its own (tests/bench/job.py): the garbage of one would slow the next.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.big import ITEMS, LESSONS
from tests.bench.course import write_course
from tests.bench.figures import Ratio, in_turns
from tests.terminal.command import clean_environment
from tutor.course.library import open_course

_CHECKOUT = Path(__file__).parents[2]


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """Cold, warm, and opening alone."""
    course = write_course(folder / "course", LESSONS, ITEMS)
    cache = folder / "cache"
    open_course(course, cache)

    def job(name: str) -> float:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.job", name, str(course), str(cache)],
            cwd=_CHECKOUT,
            env=clean_environment(),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return float(done.stdout)

    count = f"{LESSONS * ITEMS:,} items"
    cold = in_turns(min(rounds, 5), lambda: job("read-cold"), lambda: job("bare-yaml"))
    yield Ratio(f"{count}: read and checked, cold", "CSafeLoader, same files", cold, goal=1.5)
    warm = in_turns(rounds, lambda: job("read-warm"), lambda: job("bare-json"))
    yield Ratio(f"{count}: every page read, warm cache", "json.loads, same cache", warm)
    opened = in_turns(rounds, lambda: job("open-warm"), lambda: job("bare-json"))
    yield Ratio(f"{count}: opened, warm cache", "json.loads, same cache", opened, goal=2)
