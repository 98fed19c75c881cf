"""One event and all that follows from it, inside the caller's transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tutor.quiz.event import Kind
from tutor.store import deciding, upkeep
from tutor.store.deciding import Decision, Place
from tutor.store.history import Given
from tutor.store.ids import new_id
from tutor.store.keeping import load, replay, save
from tutor.store.sessions import no_such_session
from tutor.store.standing import COLUMNS, Standing
from tutor.store.times import stamp

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from tutor.store.model import Entry

_PLACE = """
SELECT session.id, learner, uid_of.uid, last_day, course, kind, seed, events
FROM session JOIN learner AS uid_of ON uid_of.id = learner WHERE session.id = ?
"""
_INSERT = """
INSERT INTO event (id, learner, session, seq, kind, course, item, type, objective, digest, seed,
                   response, score, certainty, hints, ms, day, at, scored, rating, retention,
                   red_flag, predicted, timed, answer, pulled)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Written(NamedTuple):
    """An event of the log: its row, its study day, what was decided of it."""

    row: int
    day: str
    decision: Decision


class Pen:
    """Writes events into one session. `finish` must follow the last one."""

    def __init__(self, connection: sqlite3.Connection, now: datetime, session_id: int) -> None:
        """Raises NoSuchSession."""
        found = connection.execute(_PLACE, (session_id,)).fetchone()
        if found is None:
            raise no_such_session()
        self._connection = connection
        self._now = now
        self.place = Place(*found)
        self._day = deciding.day_of(now, self.place.last_day)
        self._standing = Standing(
            self.place.kind,
            connection.execute(
                f"SELECT {COLUMNS} FROM event WHERE session = ? ORDER BY seq", (session_id,)
            ),
        )
        self.seq = self.place.events
        self._row = 0

    def write(self, entry: Entry, *, timed: bool) -> None:
        """Add one event to the log, and bring up to date what follows from it alone."""
        event = entry.event
        match event.kind:
            case Kind.ANSWERED:
                self._write_answer(entry, timed=timed)
            case Kind.OVERRIDDEN:
                self._write_verdict(entry)
            case _:
                self._insert(entry, Decision())
                upkeep.keep_flag(self._connection, event, self.place, self._now)
        responded = event.response is not None
        self._standing.take(event.kind, event.item, self._row, event.score, event.ms, responded)

    def finish(self) -> None:
        """Bring the session's own counts up to date."""
        upkeep.keep_session(self._connection, self.place.session, self.seq, self._row, self._now)
        upkeep.keep_answers(self._connection, self.place.session, self._standing)

    def _write_answer(self, entry: Entry, *, timed: bool) -> None:
        event, place = entry.event, self.place
        history = load(self._connection, place.learner, place.uid, place.course, event.item)
        decision = deciding.decide_answer(
            self._connection,
            place,
            self._day,
            event,
            entry.about,
            (self._standing, history),
            timed=timed,
        )
        written = self._insert(entry, decision)
        given = _given(entry, written)
        had_card = history.card is not None
        history.answer(given)
        save(self._connection, place.learner, place.course, event.item, history)
        upkeep.keep_day(self._connection, place, given, had_card=had_card)
        upkeep.keep_calibration(self._connection, place, given)
        if decision.pulled is not None:
            self._replay(decision.pulled)
        if self._day != place.last_day:
            upkeep.keep_last_day(self._connection, place.learner, self._day)

    def _write_verdict(self, entry: Entry) -> None:
        decision = deciding.decide_verdict(self._connection, entry.event, self._standing)
        if decision.answer is None:
            self._insert(entry, decision)
            return
        before = upkeep.answer_at(self._connection, decision.answer)
        self._insert(entry, decision)
        after = upkeep.answer_at(self._connection, decision.answer)
        upkeep.keep_verdict(self._connection, self.place, before, after)
        self._replay(entry.event.item)
        if (pulled := upkeep.pulled_by(self._connection, decision.answer)) is not None:
            self._replay(pulled)

    def _replay(self, item: str) -> None:
        place = self.place
        history = replay(self._connection, place.learner, place.uid, place.course, item)
        save(self._connection, place.learner, place.course, item, history)

    def _insert(self, entry: Entry, decision: Decision) -> Written:
        event, about, place = entry.event, entry.about, self.place
        self.seq += 1
        # Plain ASCII JSON: it holds whatever a terminal sends, half characters too.
        response = None if event.response is None else json.dumps(dict(event.response))
        values = (
            new_id(self._now),
            place.learner,
            place.session,
            self.seq,
            event.kind.value,
            place.course,
            event.item,
            about.type,
            about.objective,
            entry.digest,
            place.seed,
            response,
            event.score,
            event.certainty,
            event.hints,
            event.ms,
            self._day,
            stamp(self._now),
            decision.scored,
            decision.rating,
            decision.retention,
            about.red_flag,
            decision.predicted,
            decision.timed,
            decision.answer,
            decision.pulled,
        )
        row = self._connection.execute(_INSERT, values).lastrowid
        assert row is not None
        self._row = row
        return Written(row, self._day, decision)


def _given(entry: Entry, written: Written) -> Given:
    event, decision = entry.event, written.decision
    return Given(
        row=written.row,
        item=event.item,
        objective=entry.about.objective,
        day=written.day,
        score=event.score or 0.0,
        responded=event.response is not None,
        certainty=event.certainty,
        ms=event.ms,
        scored=decision.scored,
        rating=decision.rating,
        retention=decision.retention,
        red_flag=entry.about.red_flag,
        predicted=decision.predicted,
    )
