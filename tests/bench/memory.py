"""Peak memory after a whole lesson and its quiz."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import ground
from tests.bench.figures import Ratio, in_turns
from tests.bench.presses import press, settle
from tests.terminal import Window

_QUESTION = r"(n|f4) don't know"
_RESULT = "Result"
_MOST = 100


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
    # A record of its own: the next round begins at the first page again.
    with (
        TemporaryDirectory() as folder,
        here.copied(Path(folder)).tutor("learn", here.number) as window,
    ):
        window.wait("enter (next|more)")
        settle(window)
        _press_until(window, "enter", "enter quiz")
        window.press("enter")
        window.wait(_QUESTION)
        settle(window)
        # While a question is open the footer says how not to know it; else enter goes on.
        for _ in range(_MOST):
            if window.shows(_RESULT):
                break
            press(window, "f4" if window.shows(_QUESTION) else "enter")
        window.press("ctrl+q")
        return window.wait_for_end().memory


def _press_until(window: Window, key: str, pattern: str) -> None:
    """Press a key until the screen shows a pattern; each time the screen may settle first."""
    for _ in range(_MOST):
        if window.shows(pattern):
            return
        press(window, key)
    raise AssertionError(f"{pattern!r} did not come:\n{window.text}")
