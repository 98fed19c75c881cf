"""What is kept up with the log, made anew from it: behind `footdrop doctor --rebuild`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.store.agreement import KEPT, disagreements, rows
from tutor.store.backup import backup_now
from tutor.store.reckoning import reckon

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tutor.store.agreement import Kept
    from tutor.store.connection import Record
    from tutor.store.reckoning import Rows


class Rebuilt(NamedTuple):
    """What came out. `differences` are sentences without a full stop; none means equal.

    `backup` holds the record as it was before; None if nothing had to be written.
    """

    cards: int
    answers: int
    differences: tuple[str, ...]
    backup: Path | None

    @property
    def equal(self) -> bool:
        return not self.differences


def rebuild(record: Record) -> Rebuilt:
    """Reckon everything from the log; where the record says otherwise, back it up and write it.

    One transaction: all is written or nothing. Raises RecordError.
    """
    differences = disagreements(record)
    backup = None
    if differences:
        backup = backup_now(record) if record.path is not None else None
        with record.writing() as connection:
            write_anew(connection)
    cards, answers = record.row(
        "SELECT (SELECT count(*) FROM card), (SELECT coalesce(sum(answers), 0) FROM day)"
    ) or (0, 0)
    return Rebuilt(cards, answers, differences, backup)


def write_anew(connection: sqlite3.Connection) -> None:
    """Make everything that is kept up with the log from it. The caller holds a transaction."""
    reckoned = reckon(connection)
    for kept in KEPT:
        if kept.whole:
            _replace(connection, kept, reckoned[kept.table])
        else:
            _correct(connection, kept, reckoned[kept.table])


def _replace(connection: sqlite3.Connection, kept: Kept, wanted: Rows) -> None:
    columns = (*kept.key, *kept.columns)
    connection.execute(f"DELETE FROM {kept.table}")
    connection.executemany(
        f"INSERT INTO {kept.table} ({', '.join(columns)})"
        f" VALUES ({', '.join('?' for _ in columns)})",
        ((*key, *row) for key, row in wanted.items()),
    )


def _correct(connection: sqlite3.Connection, kept: Kept, wanted: Rows) -> None:
    present = rows(connection, kept)
    connection.executemany(
        f"UPDATE {kept.table} SET {', '.join(f'{one} = ?' for one in kept.columns)}"
        f" WHERE {' AND '.join(f'{one} = ?' for one in kept.key)}",
        ((*row, *key) for key, row in wanted.items() if present.get(key) != row),
    )
