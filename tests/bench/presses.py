"""One press of a key, watched until the screen is quiet again."""

from __future__ import annotations

import time
from dataclasses import dataclass

from tests.terminal import Window

QUIET = 0.06  # seconds without output: the drawing is over
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Press:
    """Seconds from the key to the last change of the screen, and the bytes written for it."""

    seconds: float
    bytes: int


def press(window: Window, key: str) -> Press:
    """Press a key that changes the screen."""
    settle(window)
    before = len(window.output)
    sent = time.monotonic()
    window.press(key)
    while window.last_change < sent:
        window.look(0.005)
        assert time.monotonic() < sent + _PATIENCE, f"{key} changed nothing:\n{window.text}"
    settle(window)
    return Press(window.last_change - sent, len(window.output) - before)


def settle(window: Window) -> None:
    """Read until nothing more comes."""
    begun = time.monotonic()
    while window.unread or time.monotonic() - max(window.last_output, begun) < QUIET:
        window.look(0.005)
