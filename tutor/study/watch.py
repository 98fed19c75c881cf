"""The time of an exam: what it has taken, over all sittings, and what is left of its limit."""

from __future__ import annotations

from tutor.clock import Clock
from tutor.quiz.event import Response
from tutor.study.exam import limit_of
from tutor.study.sitting import Sitting

# What is not in the record is lost when the program is killed: at most so much time.
KEPT_EVERY = 15.0  # seconds
_WORTH_KEEPING = 1.0


class Watch:
    """Runs from when it is made. Whatever is kept for an item takes the time since the last.

    Not `timed` where the time says nothing of memory: read aloud, for one. The limit holds.
    """

    def __init__(self, sitting: Sitting, clock: Clock, *, timed: bool = True) -> None:
        self._sitting = sitting
        self._clock = clock
        self._timed = timed
        self._limit = limit_of(sitting.options).seconds
        self._start()

    def _start(self) -> None:
        self._since = self._clock.monotonic()
        self._sitting.item_is_shown(timed=self._timed)

    @property
    def running(self) -> float:
        """Seconds that are not in the record yet."""
        return self._clock.monotonic() - self._since

    @property
    def left(self) -> int | None:
        """Whole seconds left; None without a limit."""
        if self._limit is None:
            return None
        spent = self._sitting.session.elapsed_ms / 1000 + self.running
        return max(round(self._limit - spent), 0)

    def keep(self, item_id: str, response: Response, certainty: int | None = None) -> None:
        """Put a choice and its time into the record. Raises what the record raises."""
        item = self._sitting.session.item(item_id)
        assert item is not None
        self._sitting.choose(item, response, certainty)
        self._start()

    def keep_time(self, item_id: str) -> None:
        """Put only the time into the record; what was chosen stays."""
        if self.running < _WORTH_KEEPING:
            return
        choice = self._sitting.session.chosen(item_id)
        if choice is None:
            self.keep(item_id, None)
        else:
            self.keep(item_id, choice.response, choice.certainty)
