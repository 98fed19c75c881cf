"""How a record file gets from one version to the next.

`schema.sql` is always the newest version, and new files are made from it. A change of the schema
is a change there, one more step here, and a test that opens a stored file of the version before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from tutor import __version__

Step = Callable[[sqlite3.Connection], None]

# STEPS[0] leads from version 1 to 2, STEPS[1] from 2 to 3.
STEPS: tuple[Step, ...] = ()
VERSION = 1 + len(STEPS)

# "foot": tells our files from other programs' databases.
APPLICATION = 0x666F6F74


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file. The caller holds a transaction."""
    run_script(connection, Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    _sign(connection, VERSION)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Take every step from `version` on. The caller holds a transaction."""
    for number, step in enumerate(STEPS[version - 1 :], start=version + 1):
        step(connection)
        _sign(connection, number)


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


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one: `executescript` would end the caller's transaction."""
    statement = ""
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
