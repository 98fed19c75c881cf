"""The one place where the time is read. Everything else gets a `Clock` passed in."""

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time of day and measures durations."""

    def now(self) -> datetime:
        """The local time, with its offset from UTC."""

    def monotonic(self) -> float:
        """Seconds from some fixed point; never goes back."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        return time.monotonic()
