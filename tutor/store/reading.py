"""Which screens of the lessons were seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store.model import Reading
from tutor.store.times import stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.store.connection import Record


def mark_read(record: Record, learner_id: int, course: str, lesson: str, screen: str) -> None:
    """Note that the learner is at this screen."""
    now = stamp(record.clock.now())
    with record.writing() as connection:
        connection.execute(
            "INSERT INTO reading (learner, course, lesson, screen, first_at, last_at, turn)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?5, (SELECT coalesce(max(turn), 0) + 1 FROM reading"
            " WHERE learner = ?1 AND course = ?2))"
            " ON CONFLICT DO UPDATE SET last_at = excluded.last_at, turn = excluded.turn",
            (learner_id, course, lesson, screen, now),
        )


def reading(record: Record, learner_id: int, course: str) -> Mapping[str, Reading]:
    """What was seen of each lesson that was opened."""
    screens: dict[str, list[str]] = {}
    turns: dict[str, int] = {}
    for lesson, screen, turn in record.rows(
        "SELECT lesson, screen, turn FROM reading WHERE learner = ? AND course = ? ORDER BY turn",
        learner_id,
        course,
    ):
        screens.setdefault(lesson, []).append(screen)
        turns[lesson] = turn
    return {
        lesson: Reading(frozenset(found), found[-1], turns[lesson])
        for lesson, found in screens.items()
    }
