"""Peak memory after a whole lesson and its quiz."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench import ground
from tests.bench.figures import Ratio, in_turns
from tests.terminal import Window

_MOST_PRESSES = 200


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """The peak does not wander: a few rounds are enough."""
    here = ground.prepare(folder / "memory")
    each = in_turns(min(rounds, 5), lambda: _lesson_and_quiz(here), _empty)
    yield Ratio("peak memory after a lesson and its quiz", "empty Textual app", each, goal=1.35)


def _empty() -> float:
    with ground.empty_app() as window:
        window.wait(ground.EMPTY_SHOWS)
        window.press("ctrl+q")
        return window.wait_for_end().memory


def _lesson_and_quiz(here: ground.Ground) -> float:
    with here.tutor("learn", here.number) as window:
        window.wait("enter (next|more)")
        _press_until(window, "enter quiz", "enter")
        window.press("enter")
        window.wait(r"1 of \d+")
        while not window.shows("Result"):
            _press_until(window, "enter (next|more|result)", "f4")
            _press_until(window, r"Result|don't know", "enter")
        window.press("ctrl+q")
        return window.wait_for_end().memory


def _press_until(window: Window, pattern: str, key: str) -> None:
    """Press a key, each time once the screen has changed, until the screen shows a pattern."""
    for _ in range(_MOST_PRESSES):
        if window.shows(pattern):
            return
        before = window.text
        window.press(key)
        while window.text == before:
            window.look(0.02)
            assert window.command.ended() is None, window.text
    raise AssertionError(f"{pattern!r} did not come:\n{window.text}")
