"""Arrow keys, from the press to the last byte of the drawing, against a bare OptionList.

Both windows stand open side by side and are pressed in turns, so a slow moment hits both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench import ground
from tests.bench.course import write_course
from tests.bench.figures import Ratio, percentile
from tests.bench.presses import Press, press, settle
from tests.terminal import Window

_PAIRS = 10  # of down and up, a round
_BASE = "bare OptionList app"


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """On Home, over its lessons, and in a quiz, over the options."""
    shipped = ground.prepare(folder / "home")
    yield from _figures("an arrow key on Home", rounds, shipped, (), shipped.last)
    course = write_course(folder / "course", lessons=1, items=20)
    quizzing = ground.prepare(folder / "quiz", course)
    yield from _figures("an arrow key in a quiz", rounds, quizzing, ("quiz", "1"), "1 of 10")


def _figures(
    what: str, rounds: int, here: ground.Ground, words: tuple[str, ...], shows: str
) -> Iterator[Ratio]:
    mine: list[list[Press]] = []
    theirs: list[list[Press]] = []
    for _ in range(rounds):
        ours, base = _round(here, words, shows)
        mine.append(ours)
        theirs.append(base)
    for share, name in ((0.5, "p50"), (0.95, "p95")):
        yield Ratio(
            f"{what}, {name}",
            _BASE,
            tuple(
                percentile([one.seconds for one in a], share)
                / percentile([one.seconds for one in b], share)
                for a, b in zip(mine, theirs, strict=True)
            ),
            goal=1.3,
            over_all=percentile(_all_seconds(mine), share)
            / percentile(_all_seconds(theirs), share),
        )
    sent = [one.bytes for presses in mine for one in presses]
    base_sent = [one.bytes for presses in theirs for one in presses]
    each = tuple(
        percentile([one.bytes for one in a], 0.5) / percentile([one.bytes for one in b], 0.5)
        for a, b in zip(mine, theirs, strict=True)
    )
    note = f"{percentile(sent, 0.5):.0f} against {percentile(base_sent, 0.5):.0f} bytes"
    yield Ratio(f"{what}, bytes", _BASE, each, note=note)


def _all_seconds(rounds: list[list[Press]]) -> list[float]:
    return [one.seconds for presses in rounds for one in presses]


def _round(
    here: ground.Ground, words: tuple[str, ...], shows: str
) -> tuple[list[Press], list[Press]]:
    with ExitStack() as stack:
        ours = stack.enter_context(here.tutor(*words))
        base = stack.enter_context(ground.options_app())
        ours.wait(shows)
        base.wait(ground.OPTIONS_SHOW)
        for window in (ours, base):
            settle(window)
            _down_and_up(window)  # the first presses import and compile what they need
        mine: list[Press] = []
        theirs: list[Press] = []
        for _ in range(_PAIRS):
            mine += _down_and_up(ours)
            theirs += _down_and_up(base)
        return mine, theirs


def _down_and_up(window: Window) -> list[Press]:
    return [press(window, "down"), press(window, "up")]
