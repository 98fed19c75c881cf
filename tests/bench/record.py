"""An answer stored, against a bare durable commit on the same disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench.figures import Ratio, in_turns
from tutor.clock import SystemClock
from tutor.quiz.event import Event, Kind
from tutor.store.model import About
from tutor.store.store import Store

_ANSWERS = 100  # a round
_SESSION = 10  # of these
_BARE = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE answer (id INTEGER PRIMARY KEY, item TEXT, response TEXT, score REAL) STRICT;
"""


class TravellingClock(SystemClock):
    """The computer's own, some days on: an item is scored once a day."""

    days = 0

    def now(self) -> datetime:
        return super().now() + timedelta(days=self.days)


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """One durable transaction each; the store also keeps the card and all counts in it."""
    clock = TravellingClock()
    with Store.open(folder / "record", clock) as store:
        yield from of_store("an answer stored, with its card", store, clock, rounds, folder)


def of_store(
    what: str, store: Store, clock: TravellingClock, rounds: int, folder: Path
) -> Iterator[Ratio]:
    """Certain, right and typed: such an answer asks most of the record."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.executescript(_BARE)
    learner = store.learner("bench").id
    items = [f"item-{number}" for number in range(_ANSWERS)]

    def answer_all() -> None:
        clock.days += 1
        for first in range(0, _ANSWERS, _SESSION):
            some = items[first : first + _SESSION]
            session = store.start_session(learner, "bench", "review", "", 1, some)
            for known, item in enumerate(some):
                event = Event(Kind.ANSWERED, item, {"text": "a"}, 1.0, 3, 0, 900)
                about = About("text", f"objective-{first}")
                store.append(session.id, event, digest="d", about=about, known=known, total=None)

    def commit_all() -> None:
        for item in items:
            bare.execute(
                "INSERT INTO answer (item, response, score) VALUES (?, ?, ?)",
                (item, '{"text": "a"}', 1.0),
            )

    answer_all()
    each = in_turns(rounds, lambda: seconds(answer_all), lambda: seconds(commit_all))
    bare.close()
    yield Ratio(what, "bare durable commit", each, goal=3)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
