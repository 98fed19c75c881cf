"""The open record: how it is read and written."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tutor.store import failures
from tutor.store.errors import RecordError, RecordMoved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tutor.clock import Clock

Row = tuple[Any, ...]


class Record:
    """An open record. Every failure of SQLite comes out as a `RecordError`.

    `path` is None for a record in memory. `backup_failure` says why today's backup could not be
    made; answers are stored all the same.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None,
        clock: Clock,
        *,
        backup_due: bool = False,
    ) -> None:
        self.connection = connection
        self.path = path
        self.clock = clock
        self.backup_failure: RecordError | None = None
        self._backup_due = backup_due
        self._file = _identity(path)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of one query."""
        with told(self.path):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of one query."""
        with told(self.path):
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: durable at the end of the block, undone if the block fails."""
        # SQLite would go on writing to a file that has no name any more.
        if _identity(self.path) != self._file:
            raise RecordMoved(
                f"The record {self.path} was moved or replaced while it was open",
                "Start footdrop again. What was stored before is in the file that was moved.",
            )
        if self._backup_due:
            self._back_up()
        with told(self.path), transaction(self.connection):
            yield self.connection

    def close(self) -> None:
        with told(self.path):
            self.connection.close()

    def _back_up(self) -> None:
        from tutor.store.backup import back_up_today

        self._backup_due = False
        try:
            back_up_today(self)
        except RecordError as failure:
            self.backup_failure = failure


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors in the block into the record's own."""
    try:
        yield
    except sqlite3.Error as error:
        known = failures.from_sqlite(error, path)
        if known is None:
            raise
        raise known from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Take the write lock first, so that what the block reads cannot change under it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have ended it already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _identity(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
