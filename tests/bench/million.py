"""A record of a million answers: five and a half years of 500 a day."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tutor.memory.rating import CHOICE, FEEDING
from tutor.store.connection import transaction
from tutor.store.rebuild import write_anew
from tutor.store.store import Store

COURSE = "big"
BEGUN = date(2021, 1, 1)
A_DAY, A_SESSION = 500, 10


class Size(NamedTuple):
    """How many answers to how many items, of how many objectives and lessons."""

    answers: int
    items: int
    objectives: int
    lessons: int

    @property
    def last(self) -> date:
        """The day of the last answer."""
        return BEGUN + timedelta(days=(self.answers - 1) // A_DAY)


# Four times the course of the programme.
MILLION = Size(1_000_000, 1_000, 80, 20)


_ZONE = timezone(timedelta(hours=1))
_TYPES = ("single", "multi", "text", "number", "order", "match")
# Half of it cram: what feeds the scheduler takes half a minute to reckon as it is.
_KINDS = ("review",) * 6 + ("quiz", "quiz", "retry", "exam") + ("cram",) * 10

_SESSION = """
INSERT INTO session (id, uid, learner, course, kind, lesson, seed, items, started_at, last_event,
                     end_event, ended_at, points, total, right, asked, ms)
VALUES (?, ?, 1, 'big', ?, ?, 1, '[]', ?, ?, ?, ?, ?, 10, 0, 10, 0)
"""
_EVENT = """
INSERT INTO event (row, id, learner, session, seq, kind, course, item, type, objective, digest,
                   seed, response, score, certainty, hints, ms, day, at, scored, rating, retention,
                   predicted, timed)
VALUES (?, ?, 1, ?, ?, 'answered', 'big', ?, ?, ?, 'd', 1, '{"option": "a"}', ?, ?, 0, ?, ?, ?, ?,
        ?, 0.9, ?, ?)
"""


class Evening:
    """A clock that stands at ten in the evening."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, time(22), _ZONE)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return 0.0


def write_record(home: Path, size: Size) -> None:
    """Write the log in one go, then make from it what is kept up with it."""
    with Store.open(home, Evening(size.last)) as store:
        store.learner("bench")
        connection = store.record.connection
        # Who pulls the plug here begins anew.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        with transaction(connection):
            indexes = _drop_indexes(connection)
            _write_log(connection, size)
            for sql in indexes:
                connection.execute(sql)
        with transaction(connection):
            write_anew(connection)


def _drop_indexes(connection: sqlite3.Connection) -> list[str]:
    """Without them the log is written four times as fast; what makes them again."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema"
        " WHERE type = 'index' AND tbl_name = 'event' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def _write_log(connection: sqlite3.Connection, size: Size) -> None:
    chance = random.Random(7)
    kinds = [chance.choice(_KINDS) for _ in range(size.answers // A_SESSION)]
    connection.executemany(_SESSION, _sessions(kinds, size))
    connection.executemany(_EVENT, _events(kinds, size, chance))


def _sessions(kinds: list[str], size: Size) -> Iterator[tuple[object, ...]]:
    for number, kind in enumerate(kinds):
        end = (number + 1) * A_SESSION
        _, at = _when(number * A_SESSION)
        lesson = f"lesson-{number % size.lessons}" if kind == "quiz" else ""
        yield number + 1, f"s{number}", kind, lesson, at, end, end, at, number % 11


def _events(kinds: list[str], size: Size, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(size.answers):
        session, seq = divmod(number, A_SESSION)
        # All items in turn, so that no item comes twice a day.
        item = number % size.items
        score = chance.choice((1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0))
        certainty = chance.choice((None, 1, 2, 2, 3, 3))
        type_ = _TYPES[item % len(_TYPES)]
        scored = kinds[session] in FEEDING
        rating = (2 if certainty == 1 and type_ in CHOICE else 3) if score == 1.0 else 1
        yield (
            number + 1,
            f"e{number:08}",
            session + 1,
            seq + 1,
            f"item-{item}",
            type_,
            f"objective-{item % size.objectives}",
            score,
            certainty,
            2_000 + 1_000 * chance.randrange(20),
            *_when(number),
            scored,
            rating if scored else None,
            900_000 if scored and number >= 2 * size.items else None,
            scored,
        )


def _when(number: int) -> tuple[str, str]:
    """Study day and time of an answer: one a minute from nine o'clock on."""
    day, minute = divmod(number, A_DAY)
    date_ = _date(day)
    return date_, f"{date_}T{9 + minute // 60:02}:{minute % 60:02}:00.000+01:00"


@cache
def _date(day: int) -> str:
    return (BEGUN + timedelta(days=day)).isoformat()
