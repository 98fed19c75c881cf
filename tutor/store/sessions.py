"""Sessions: begun, listed for resuming, dropped, ended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tutor.store.errors import NoSuchSession
from tutor.store.ids import new_id
from tutor.store.model import SessionRow
from tutor.store.times import from_stamp, stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from tutor.store.connection import Record, Row
    from tutor.store.model import Totals

_COLUMNS = (
    "id, uid, learner, course, kind, lesson, seed, items, started_at, options, events, answered,"
    " chosen, last_at, ended_at, dropped_at"
)


def start_session(
    record: Record,
    learner_id: int,
    course: str,
    kind: str,
    lesson: str,
    seed: int,
    items: Sequence[str],
    options: Mapping[str, object] | None = None,
) -> SessionRow:
    """Begin a session over `items`, in the order they are asked.

    `options` are JSON values that stay with it: an exam's time limit and the like.
    """
    now = record.clock.now()
    values = (new_id(now), learner_id, course, kind, lesson, seed, json.dumps(items), stamp(now))
    with record.writing() as connection:
        row = connection.execute(
            "INSERT INTO session (uid, learner, course, kind, lesson, seed, items, started_at,"
            f" options) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}",
            (*values, json.dumps(dict(options or {}))),
        ).fetchone()
    return _session(row)


def session(record: Record, session_id: int) -> SessionRow:
    """One session. Raises NoSuchSession."""
    row = record.row(f"SELECT {_COLUMNS} FROM session WHERE id = ?", session_id)
    if row is None:
        raise no_such_session()
    return _session(row)


def open_sessions(record: Record, learner_id: int, course: str) -> tuple[SessionRow, ...]:
    """Sessions to resume, the one used last first.

    One that was opened and left untouched has nothing to resume and is not among them.
    """
    rows = record.rows(
        f"SELECT {_COLUMNS} FROM session WHERE learner = ? AND course = ? AND end_event IS NULL"
        " AND dropped_at IS NULL AND last_event IS NOT NULL ORDER BY last_event DESC",
        learner_id,
        course,
    )
    return tuple(map(_session, rows))


def drop_session(record: Record, session_id: int) -> None:
    """Offer it no more. Its answers stay in the log; a finished session stays in the history."""
    with record.writing() as connection:
        connection.execute(
            "UPDATE session SET dropped_at = ? WHERE id = ? AND dropped_at IS NULL",
            (stamp(record.clock.now()), session_id),
        )


def set_end(connection: sqlite3.Connection, session_id: int, total: Totals | None) -> None:
    """Set the session's result; None opens it again. The caller holds a transaction."""
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


def no_such_session() -> NoSuchSession:
    return NoSuchSession(
        "This session is not in the record any more",
        "The record was replaced while the session was open: begin it again.",
    )


def _session(row: Row) -> SessionRow:
    (id_, uid, learner_id, course, kind, lesson, seed, items) = row[:8]
    (started, options, events, answered, chosen, last, ended, dropped) = row[8:]
    return SessionRow(
        id=id_,
        uid=uid,
        learner_id=learner_id,
        course=course,
        kind=kind,
        lesson=lesson,
        seed=seed,
        items=tuple(json.loads(items)),
        started=from_stamp(started),
        options=json.loads(options),
        events=events,
        answered=answered,
        chosen=chosen,
        last=from_stamp(last) if last else None,
        ended=from_stamp(ended) if ended else None,
        dropped=dropped is not None,
    )
