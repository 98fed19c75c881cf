"""Settings, flags and days: the small things."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.store.connection import Record


def setting(record: Record, name: str, default: str, learner_id: int | None = None) -> str:
    """A setting of one learner, or of the program when `learner_id` is None."""
    row = record.row("SELECT value FROM setting WHERE learner IS ? AND name = ?", learner_id, name)
    return default if row is None else str(row[0])


def set_setting(record: Record, name: str, value: str, learner_id: int | None = None) -> None:
    """Keep a setting; it replaces the one before."""
    # One of the two partial indexes is meant, and which one depends on NULL.
    scope = "(name) WHERE learner IS NULL"
    if learner_id is not None:
        scope = "(learner, name) WHERE learner IS NOT NULL"
    with record.writing() as connection:
        connection.execute(
            "INSERT INTO setting (learner, name, value) VALUES (?, ?, ?)"
            f" ON CONFLICT {scope} DO UPDATE SET value = excluded.value",
            (learner_id, name, value),
        )


def flags(record: Record, learner_id: int, course: str) -> frozenset[str]:
    """The items that the learner has flagged."""
    rows = record.rows("SELECT item FROM flag WHERE learner = ? AND course = ?", learner_id, course)
    return frozenset(item for (item,) in rows)


def days_studied(record: Record, learner_id: int, course: str) -> int:
    """The number of study days with an answer."""
    row = record.row(
        "SELECT count(*) FROM day WHERE learner = ? AND course = ?", learner_id, course
    )
    return int(row[0]) if row else 0
