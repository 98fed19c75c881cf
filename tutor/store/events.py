"""The log: one durable line for everything that happens in a session."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tutor.quiz.event import Event, Kind
from tutor.store.errors import RecordNewer
from tutor.store.ids import new_id
from tutor.store.sessions import no_such_session
from tutor.store.times import stamp, study_day
from tutor.store.upkeep import keep_answers, keep_flag, set_end

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from tutor.quiz.event import Response
    from tutor.store.connection import Record, Row
    from tutor.store.model import Totals

_INSERT = """
INSERT INTO event (id, learner, session, seq, kind, course, item, digest, seed, response, score,
                   certainty, hints, ms, day, at)
SELECT ?1, learner, id, events + 1, ?2, course, ?3, ?4, seed, ?5, ?6, ?7, ?8, ?9, ?10, ?11
FROM session WHERE id = ?12
RETURNING row, seq
"""
_AFTER = """
SELECT kind, item, response, score, certainty, hints, ms FROM event
WHERE session = ? AND seq > ? ORDER BY seq
"""


def append(
    record: Record, session_id: int, event: Event, *, digest: str, known: int, total: Totals | None
) -> tuple[Event, ...]:
    """Write one event and all that follows from it, durably, in one transaction.

    `known` is the number of the session's events that the caller has replayed. Returned are all
    events after those: what another copy of the program wrote meanwhile, then this one.
    `total` is the result if this event completes the session, None if items are open. If others
    wrote meanwhile it was reckoned without theirs and is not used: replay, then `settle`.
    Raises NoSuchSession, RecordBusy, RecordFull and the like; then nothing was written.
    """
    now = record.clock.now()
    with record.writing() as connection:
        row, seq = _insert(connection, session_id, event, digest, now)
        connection.execute(
            "UPDATE session SET events = ?, last_event = ?, last_at = ? WHERE id = ?",
            (seq, row, stamp(now), session_id),
        )
        keep_answers(connection, event, session_id, now)
        keep_flag(connection, event, session_id, now)
        if seq == known + 1:
            set_end(connection, session_id, total)
        return _read(connection.execute(_AFTER, (session_id, known)))


def settle(
    record: Record, session_id: int, *, known: int, total: Totals | None
) -> tuple[Event, ...]:
    """Set or clear the session's result, if the session has exactly `known` events.

    Otherwise nothing changes, and the events after `known` are returned: replay them, come again.
    """
    with record.writing() as connection:
        later = _read(connection.execute(_AFTER, (session_id, known)))
        if not later:
            set_end(connection, session_id, total)
    return later


def events(record: Record, session_id: int) -> tuple[Event, ...]:
    """All events of a session, in order."""
    return _read(record.rows(_AFTER, session_id, 0))


def _insert(
    connection: sqlite3.Connection, session_id: int, event: Event, digest: str, now: datetime
) -> tuple[int, int]:
    """The new event's row, and its place in the session."""
    # Plain ASCII JSON: it holds whatever a terminal sends, half characters too.
    response = None if event.response is None else json.dumps(dict(event.response))
    values = (
        new_id(now),
        event.kind.value,
        event.item,
        digest,
        response,
        event.score,
        event.certainty,
        event.hints,
        event.ms,
        study_day(now),
        stamp(now),
        session_id,
    )
    found = connection.execute(_INSERT, values).fetchall()
    if not found:
        raise no_such_session()
    return found[0][0], found[0][1]


def _read(rows: Iterable[Row]) -> tuple[Event, ...]:
    return tuple(
        Event(_kind(kind), item, _response(response), score, certainty, hints, ms)
        for kind, item, response, score, certainty, hints, ms in rows
    )


def _kind(text: str) -> Kind:
    try:
        return Kind(text)
    except ValueError:
        raise RecordNewer(
            f'The record holds an event of the kind "{text}", which this footdrop does not know',
            "Update footdrop. The record is left as it is.",
        ) from None


def _response(text: str | None) -> Response:
    """What was answered. Whatever else stands there is kept as a response of no known shape."""
    if text is None:
        return None
    try:
        response = json.loads(text)
    except ValueError:
        return {"unreadable": text}
    return response if isinstance(response, dict) else {"unreadable": text}
