"""What follows from an event, kept in the same transaction so that nobody need read the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.event import Kind
from tutor.store.times import stamp, study_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from tutor.quiz.event import Event
    from tutor.store.connection import Row
    from tutor.store.model import Totals


def standing(rows: Iterable[Row]) -> dict[str, Row]:
    """The answer that holds of each item, after these rows of one session in order.

    A row begins with the event's kind and item. As in `tutor.quiz.session`: a second answer counts
    only after the first was undone, and only the last one can be undone, once.
    """
    answers: dict[str, Row] = {}
    last = ""
    for row in rows:
        kind, item = row[:2]
        if kind == Kind.ANSWERED and item not in answers:
            answers[item] = row
            last = item
        elif kind == Kind.UNDONE and item == last:
            answers.pop(item, None)
    return answers


def keep_answers(
    connection: sqlite3.Connection, event: Event, session_id: int, now: datetime
) -> None:
    """The session's answered items, and the days with an answer."""
    if event.kind not in (Kind.ANSWERED, Kind.UNDONE):
        return
    steps = connection.execute(
        "SELECT kind, item FROM event WHERE session = ? ORDER BY seq", (session_id,)
    )
    connection.execute(
        "UPDATE session SET answered = ? WHERE id = ?", (len(standing(steps)), session_id)
    )
    if event.kind is Kind.ANSWERED:
        connection.execute(
            "INSERT INTO day (learner, course, day, answers)"
            " SELECT learner, course, ?, 1 FROM session WHERE id = ?"
            " ON CONFLICT DO UPDATE SET answers = answers + 1",
            (study_day(now), session_id),
        )


def keep_flag(connection: sqlite3.Connection, event: Event, session_id: int, now: datetime) -> None:
    """The items flagged now."""
    if event.kind is Kind.FLAGGED:
        connection.execute(
            "INSERT OR IGNORE INTO flag (learner, course, item, at)"
            " SELECT learner, course, ?, ? FROM session WHERE id = ?",
            (event.item, stamp(now), session_id),
        )
    elif event.kind is Kind.UNFLAGGED:
        connection.execute(
            "DELETE FROM flag WHERE item = ?1 AND (learner, course) IN"
            " (SELECT learner, course FROM session WHERE id = ?2)",
            (event.item, session_id),
        )


def set_end(connection: sqlite3.Connection, session_id: int, total: Totals | None) -> None:
    """The session's result; None opens it again."""
    if total is None:
        connection.execute(
            "UPDATE session SET end_event = NULL, ended_at = NULL, points = NULL, total = NULL,"
            " right = NULL, asked = NULL, ms = NULL WHERE id = ? AND end_event IS NOT NULL",
            (session_id,),
        )
        return
    # A flag set on the result page does not end the session a second time.
    connection.execute(
        "UPDATE session SET end_event = coalesce(end_event, last_event),"
        " ended_at = coalesce(ended_at, last_at), points = ?, total = ?, right = ?, asked = ?,"
        " ms = ? WHERE id = ?",
        (total.points, total.total, total.right, total.asked, total.ms, session_id),
    )
