"""Whether what is kept beside the log agrees with the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.store.connection import told
from tutor.store.reckoning import reckon

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tutor.store.connection import Record, Row
    from tutor.store.reckoning import Rows


class Kept(NamedTuple):
    """A table, or part of one, that is kept up with the log. `words` name a row by its key."""

    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    words: str

    @property
    def whole(self) -> bool:
        """Nothing else stands in the table."""
        return self.table not in ("session", "learner")


KEPT = (
    Kept(
        "session",
        ("id",),
        ("events", "answered", "chosen", "last_event", "last_at", "right", "ms"),
        "Session {0}",
    ),
    Kept("learner", ("id",), ("last_day",), "Learner {0}"),
    Kept("flag", ("learner", "course", "item"), ("at",), "The flag on {2} in {1}"),
    Kept(
        "day",
        ("learner", "course", "day"),
        (
            "first_event",
            "answers",
            "right",
            "ms",
            "reviews",
            "begun",
            "introduced",
            "predictions",
            "predicted",
            "recalled",
        ),
        "The day {2} in {1}",
    ),
    Kept(
        "calibration",
        ("learner", "course", "certainty"),
        ("answers", "right"),
        "The calibration at certainty {2} in {1}",
    ),
    Kept(
        "item",
        ("learner", "course", "item"),
        ("answers", "score", "missed", "mended", "sure"),
        "What is known of {2} in {1}",
    ),
    Kept(
        "card",
        ("learner", "course", "card"),
        (
            "objective",
            "event",
            "stability",
            "difficulty",
            "last",
            "due",
            "reviews",
            "lapses",
            "right_once",
            "stuck",
        ),
        "The card {2} in {1}",
    ),
)


def disagreements(record: Record) -> tuple[str, ...]:
    """One sentence for each row that the log tells otherwise. Reads the whole log."""
    with told(record.path):
        # One moment for all that is read, also while another copy of the program writes.
        record.connection.execute("BEGIN")
        try:
            reckoned = reckon(record.connection)
            return tuple(
                words
                for kept in KEPT
                for words in _differences(kept, rows(record.connection, kept), reckoned[kept.table])
            )
        finally:
            record.connection.execute("ROLLBACK")


def rows(connection: sqlite3.Connection, kept: Kept) -> Rows:
    """The rows as they are kept."""
    columns = ", ".join((*kept.key, *kept.columns))
    width = len(kept.key)
    return {
        row[:width]: row[width:]
        for row in connection.execute(f"SELECT {columns} FROM {kept.table}")
    }


def _differences(kept: Kept, mine: Rows, reckoned: Rows) -> Iterator[str]:
    for key in sorted(mine.keys() | reckoned.keys()):
        have, want = mine.get(key), reckoned.get(key)
        if have == want:
            continue
        name = kept.words.format(*key)
        if want is None:
            yield f"{name} has nothing in the log"
        elif have is None:
            yield f"{name} is missing"
        else:
            yield f"{name} says {_told(kept, have, want)}; the log has {_told(kept, want, have)}"


def _told(kept: Kept, row: Row, other: Row) -> str:
    """The columns in which a row differs from the other."""
    return ", ".join(
        f"{column} {value}"
        for column, value, against in zip(kept.columns, row, other, strict=True)
        if value != against
    )
