"""Commands that only print, against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.figures import Ratio, in_turns
from tests.terminal.command import clean_environment

_CHECKOUT = Path(__file__).parents[2]
_MORE_ROUNDS = 3  # they are short, so more of them are needed and cost nothing


def run(*arguments: str) -> float:
    """Seconds from start to exit."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=_CHECKOUT,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begun


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """`--version` and `--help`, what to do now, and line mode to the end of its input."""
    base = partial(run, "-c", "pass")
    for word in ("--version", "--help"):
        ours = partial(run, "-m", "tutor", word)
        each = in_turns(rounds * _MORE_ROUNDS, ours, base)
        yield Ratio(f"footdrop {word}", "python -c pass", each, goal=4)
    home = str(folder / "home")
    for word in ("next", "status"):
        ours = partial(run, "-m", "tutor", "--home", home, word)
        each = in_turns(rounds * _MORE_ROUNDS, ours, base)
        yield Ratio(f"footdrop {word}", "python -c pass", each, goal=6)
    ours = partial(run, "-m", "tutor", "--home", home, "--plain", "learn", "4")
    each = in_turns(rounds * _MORE_ROUNDS, ours, base)
    yield Ratio("line mode: a screen of a lesson", "python -c pass", each, goal=10)
