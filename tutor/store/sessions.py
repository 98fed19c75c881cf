"""Sessions: begun, listed for resuming, dropped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tutor.store.errors import NoSuchSession
from tutor.store.ids import new_id
from tutor.store.model import SessionRow
from tutor.store.times import from_stamp, stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.store.connection import Record, Row

_COLUMNS = (
    "id, uid, learner, course, kind, lesson, seed, items, started_at, events, answered,"
    " last_at, ended_at, dropped_at"
)


def start_session(
    record: Record,
    learner_id: int,
    course: str,
    kind: str,
    lesson: str,
    seed: int,
    items: Sequence[str],
) -> SessionRow:
    """Begin a session over `items`, in the order they are asked."""
    now = record.clock.now()
    with record.writing() as connection:
        row = connection.execute(
            "INSERT INTO session (uid, learner, course, kind, lesson, seed, items, started_at)"
            f" VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}",
            (new_id(now), learner_id, course, kind, lesson, seed, json.dumps(items), stamp(now)),
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


def no_such_session() -> NoSuchSession:
    return NoSuchSession(
        "This session is not in the record any more",
        "The record was replaced while the session was open: begin it again.",
    )


def _session(row: Row) -> SessionRow:
    (id_, uid, learner_id, course, kind, lesson, seed, items) = row[:8]
    (started, events, answered, last, ended, dropped) = row[8:]
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
        events=events,
        answered=answered,
        last=from_stamp(last) if last else None,
        ended=from_stamp(ended) if ended else None,
        dropped=dropped is not None,
    )
