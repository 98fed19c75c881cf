"""What stands in a record, read past the program."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(home: Path, query: str) -> list[tuple[Any, ...]]:
    """All rows of a query on the record in `home`."""
    with closing(sqlite3.connect(home / "footdrop.db")) as connection:
        return connection.execute(query).fetchall()


def answers(home: Path) -> list[tuple[str, Any]]:
    """Item and response of every answer in the log, oldest first."""
    found = rows(home, "SELECT item, response FROM event WHERE kind = 'answered' ORDER BY row")
    return [(item, json.loads(response) if response else None) for item, response in found]


def count(home: Path, kind: str) -> int:
    """How many events of a kind the log holds."""
    return int(rows(home, f"SELECT count(*) FROM event WHERE kind = '{kind}'")[0][0])


def is_sound(home: Path) -> bool:
    """SQLite's own examination of the file."""
    return rows(home, "PRAGMA integrity_check") == [("ok",)]
