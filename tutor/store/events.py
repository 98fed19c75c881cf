"""The log: one durable line for everything that happens in a session."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tutor.quiz.event import Event, Kind
from tutor.store.errors import RecordNewer
from tutor.store.model import About, Entry
from tutor.store.sessions import set_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tutor.quiz.event import Response
    from tutor.store.connection import Record, Row
    from tutor.store.model import Totals

_AFTER = """
SELECT kind, item, response, score, certainty, hints, ms FROM event
WHERE session = ? AND seq > ? ORDER BY seq
"""
NOT_IN_COURSE = About()


def append(
    record: Record,
    session_id: int,
    event: Event,
    *,
    digest: str,
    about: About = NOT_IN_COURSE,
    known: int,
    total: Totals | None,
    timed: bool = True,
) -> tuple[Event, ...]:
    """Write one event and all that follows from it, durably, in one transaction.

    `digest` and `about` are the item's key and what else the record keeps of it; without `about`
    an answer feeds no scheduler. `timed` is false where the time of an answer says nothing: line
    mode, a pause, a loss of focus.
    `known` is the number of the session's events that the caller has replayed. Returned are all
    events after those: what another copy of the program wrote meanwhile, then this one.
    `total` is the result if this event completes the session, None if items are open. If others
    wrote meanwhile it was reckoned without theirs and is not used: replay, then `settle`.
    Raises NoSuchSession, RecordBusy, RecordFull and the like; then nothing was written.
    """
    # Home reads sessions and writes none of this: it starts without the scheduler's rules.
    from tutor.store.writing import Pen

    now = record.clock.now()
    with record.writing() as connection:
        pen = Pen(connection, now, session_id)
        pen.write(Entry(event, digest, about), timed=timed)
        pen.finish()
        if pen.seq == known + 1:
            set_end(connection, session_id, total)
        return _read(connection.execute(_AFTER, (session_id, known)))


def append_many(
    record: Record,
    session_id: int,
    entries: Sequence[Entry],
    *,
    known: int,
    total: Totals | None,
) -> tuple[Event, ...]:
    """Write several events in one transaction, all or none: an exam is handed in.

    If another copy of the program wrote meanwhile nothing is written, and the events after
    `known` are returned: replay them, come again. Returned is () once it is done. The times of
    these answers are not held against others. Raises as `append` does.
    """
    from tutor.store.writing import Pen

    now = record.clock.now()
    with record.writing() as connection:
        pen = Pen(connection, now, session_id)
        later = _read(connection.execute(_AFTER, (session_id, known)))
        if later or not entries:
            return later
        for entry in entries:
            pen.write(entry, timed=False)
        pen.finish()
        set_end(connection, session_id, total)
    return ()


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


def _read(rows: Iterable[Row]) -> tuple[Event, ...]:
    return tuple(
        Event(_kind(kind), item, read_response(response), score, certainty, hints, ms)
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


def read_response(text: str | None) -> Response:
    """What was answered. Whatever else stands there is kept as a response of no known shape."""
    if text is None:
        return None
    try:
        response = json.loads(text)
    except ValueError:
        return {"unreadable": text}
    return response if isinstance(response, dict) else {"unreadable": text}
