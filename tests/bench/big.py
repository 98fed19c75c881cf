"""A course of ten thousand items against the shipped one: nothing may be read before its time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench import ground
from tests.bench.course import write_course
from tests.bench.figures import Ratio

LESSONS, ITEMS = 500, 20


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """From the start over Home to the first question of a quiz."""
    shipped = ground.prepare(folder / "shipped")
    big = ground.prepare(folder / "big", write_course(folder / "course", LESSONS, ITEMS))
    pairs = []
    for number in range(rounds + 1):
        one = _to_a_question(big if number % 2 else shipped)
        other = _to_a_question(shipped if number % 2 else big)
        if number:
            pairs.append((one, other) if number % 2 else (other, one))
    times = tuple(ours[0] / base[0] for ours, base in pairs)
    memory = tuple(ours[1] / base[1] for ours, base in pairs)
    base = "the same with the shipped course"
    count = f"{LESSONS * ITEMS:,} items"
    yield Ratio(f"{count}: start, Home, a quiz opened", base, times, goal=1.05)
    yield Ratio(f"{count}: peak memory then", base, memory, goal=1.5)


def _to_a_question(here: ground.Ground) -> tuple[float, float]:
    with here.tutor() as window:
        window.wait(here.first)
        window.press("q")
        window.wait(r"1 of \d+")
        seconds = window.last_change - window.command.begun
        window.press("ctrl+q")
        return seconds, window.wait_for_end().memory
