"""An answer stored, against a bare durable commit on the same disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Ratio, in_turns
from tutor.clock import SystemClock
from tutor.quiz.event import Event, Kind
from tutor.store.store import Store

_ANSWERS = 100  # a round
_BARE = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE answer (id INTEGER PRIMARY KEY, item TEXT, response TEXT, score REAL) STRICT;
"""


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """One durable transaction each; the store also keeps its totals in it."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.executescript(_BARE)
    with Store.open(folder / "record", SystemClock()) as store:
        learner = store.learner("bench").id
        items = [f"item-{number}" for number in range(_ANSWERS)]

        def answer_all() -> None:
            session = store.start_session(learner, "bench", "quiz", "lesson", 1, items)
            for known, item in enumerate(items):
                event = Event(Kind.ANSWERED, item, {"option": "a"}, score=1.0, ms=900)
                store.append(session.id, event, digest="d", known=known, total=None)

        def commit_all() -> None:
            for item in items:
                bare.execute(
                    "INSERT INTO answer (item, response, score) VALUES (?, ?, ?)",
                    (item, '{"option": "a"}', 1.0),
                )

        each = in_turns(rounds, lambda: _seconds(answer_all), lambda: _seconds(commit_all))
    bare.close()
    yield Ratio("an answer stored", "bare durable commit", each, goal=3)


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
