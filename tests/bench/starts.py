"""Start, and end, of the tutor against the empty app."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import ground
from tests.bench.figures import Ratio
from tests.bench.presses import settle
from tests.terminal import Window


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds to the awaited text, CPU seconds then (0 if unknown), seconds from quit to exit."""

    ready: float
    cpu: float
    quit: float
    memory: float


def start(open_window: Callable[[], Window], shows: str) -> Start:
    """Open, wait, quit."""
    with open_window() as window:
        window.wait(shows)
        ready = window.last_change - window.command.begun
        settle(window)
        cpu = window.command.cpu() or 0.0
        sent = time.monotonic()
        window.press("ctrl+q")
        end = window.wait_for_end()
        return Start(ready, cpu, end.at - sent, end.memory)


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """Home with its titles, CPU, memory and quitting."""
    here = ground.prepare(folder / "starts")
    pairs = []
    for number in range(rounds + 1):
        if number % 2:
            mine = start(here.tutor, here.last)
            theirs = start(ground.empty_app, ground.EMPTY_SHOWS)
        else:
            theirs = start(ground.empty_app, ground.EMPTY_SHOWS)
            mine = start(here.tutor, here.last)
        if number:
            pairs.append((mine, theirs))
    base = "empty Textual app"
    yield Ratio(
        "start to Home with its lesson titles",
        base,
        tuple(mine.ready / theirs.ready for mine, theirs in pairs),
        goal=1.30,
    )
    if all(mine.cpu and theirs.cpu for mine, theirs in pairs):
        cpu = tuple(mine.cpu / theirs.cpu for mine, theirs in pairs)
        yield Ratio("CPU time when Home stands", base, cpu, goal=1.3)
    memory = tuple(mine.memory / theirs.memory for mine, theirs in pairs)
    yield Ratio("peak memory of Home", base, memory)
    quits = tuple(mine.quit / theirs.quit for mine, theirs in pairs)
    yield Ratio("ctrl+q to exit", base, quits, goal=1.1)
