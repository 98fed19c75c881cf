"""How a record file gets from one version to the next.

`schema.sql` is always the newest version, and new files are made from it. A change of the schema
is a change there, one more step here, and a test that opens a stored file of the version before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor import __version__

Step = Callable[[sqlite3.Connection], None]


def _to_version_2(connection: sqlite3.Connection) -> None:
    """Cards, certainty and their rollups; every answer keeps what was decided of it."""
    _run_file(connection, "to-version-2.sql")


# STEPS[0] leads from version 1 to 2, STEPS[1] from 2 to 3.
STEPS: tuple[Step, ...] = (_to_version_2,)
VERSION = 1 + len(STEPS)

# "foot": tells our files from other programs' databases.
APPLICATION = 0x666F6F74


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file. The caller holds a transaction."""
    _run_file(connection, "schema.sql")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    _sign(connection, VERSION)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Take every step from `version` on.

    The caller holds a transaction inside `replacing_tables`, and makes afterwards from the log what
    is kept up with it.
    """
    for number, step in enumerate(STEPS[version - 1 :], start=version + 1):
        step(connection)
        _sign(connection, number)


@contextmanager
def replacing_tables(connection: sqlite3.Connection) -> Iterator[None]:
    """The settings under which a table may be replaced by another of its name.

    SQLite's own procedure: references are not followed while it is done, and renaming the old
    table leaves alone what refers to it. It cannot be asked for inside a transaction.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")
        connection.execute("PRAGMA foreign_keys = ON")


def writer(connection: sqlite3.Connection) -> str:
    """The version of the program that gave the file its present form, or "" if it is not told."""
    try:
        found = connection.execute(
            "SELECT value FROM setting WHERE learner IS NULL AND name = 'written-by'"
        ).fetchone()
    except sqlite3.OperationalError:
        # A newer file may keep it elsewhere.
        return ""
    return str(found[0]) if found else ""


def _run_file(connection: sqlite3.Connection, name: str) -> None:
    """Run statements one by one: `executescript` would end the caller's transaction."""
    statement = ""
    script = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _sign(connection: sqlite3.Connection, version: int) -> None:
    """Leave the version in the file, and who wrote it, for an older program to name."""
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("DELETE FROM setting WHERE learner IS NULL AND name = 'written-by'")
    connection.execute(
        "INSERT INTO setting (learner, name, value) VALUES (NULL, 'written-by', ?)", (__version__,)
    )
