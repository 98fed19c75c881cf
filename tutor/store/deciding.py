"""What is decided of an event once, when it is written: from the log as it stands, and for good."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.curve import recall
from tutor.memory.day import answer_day
from tutor.memory.rating import Answer, feeds, rate, usual_ms
from tutor.memory.schedule import RETENTION, clamp_retention
from tutor.quiz.event import Event
from tutor.store.standing import RIGHT, Standing
from tutor.store.times import later

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from tutor.store.history import History
    from tutor.store.model import About

# Its stages test much at once: what was missed brings back a card of the objective instead.
CASE = "case"
MILLION = 1_000_000
RETENTION_SETTING = "retention"
# Whoever takes longer has left the table: the time says nothing of this answer or of others.
_LONGEST_MS = 2 * 60 * 1000
_TIMES = 50


class Place(NamedTuple):
    """Where an event is written: the session, whose it is, and how far it has come."""

    session: int
    learner: int
    uid: str
    last_day: str | None
    course: str
    kind: str
    seed: int
    events: int


class Decision(NamedTuple):
    """The columns of `event` that are decided with it. The default is that of most events."""

    scored: bool = False
    rating: int | None = None
    retention: float | None = None
    predicted: int | None = None
    timed: bool = False
    answer: int | None = None
    pulled: str | None = None


_NOTHING = Decision()


def day_of(now: datetime, last_day: str | None) -> str:
    """The study day to write: a clock that was set back a little stays on the last answer's."""
    return answer_day(now, date.fromisoformat(last_day) if last_day else None).isoformat()


def decide_answer(
    connection: sqlite3.Connection,
    place: Place,
    day: str,
    event: Event,
    about: About,
    known: tuple[Standing, History],
    *,
    timed: bool,
) -> Decision:
    """Whether an answer is scored, and what it then tells the scheduler.

    `known` is how the session and the item stand before it.
    """
    standing, history = known
    # Whoever answers again in a session has seen the feedback, also when it is past four o'clock.
    if not about.type or event.item in standing.given:
        return _NOTHING
    today = date.fromisoformat(day)
    if not feeds(place.kind, today, _fed_on(connection, place, event.item, today)):
        return _NOTHING
    timed = timed and 0 < event.ms <= _LONGEST_MS
    score = event.score or 0.0
    if about.type == CASE:
        pulled = _nearest(connection, place, about.objective, today) if score < RIGHT else None
        return Decision(scored=True, timed=timed, pulled=pulled)
    rating = rate(
        Answer(
            type=about.type,
            score=score,
            given=event.response is not None,
            hints=event.hints,
            certainty=event.certainty,
            ms=event.ms if timed else None,
            median_ms=_usual_ms(connection, place.learner, about.type) if timed else None,
            seen_before=_seen_before(connection, place, event.item, day),
        )
    )
    return Decision(
        scored=True,
        rating=rating,
        retention=_retention(connection, place.learner),
        predicted=_predicted(history, today),
        timed=timed,
    )


def decide_verdict(connection: sqlite3.Connection, event: Event, standing: Standing) -> Decision:
    """On which answer the learner's own verdict is, and the rating that this one then has.

    Hints still cap it: they were seen, whatever the answer was worth.
    """
    held = standing.answers.get(event.item)
    if held is None:
        return _NOTHING
    type_, hints, certainty, rating = connection.execute(
        "SELECT type, hints, certainty, rating FROM event WHERE row = ?", (held.row,)
    ).fetchone()
    if rating is not None:
        score = event.score or 0.0
        rating = rate(Answer(type_, score, True, hints, certainty, None, None, False))
    return Decision(rating=rating, answer=held.row)


def _fed_on(connection: sqlite3.Connection, place: Place, item: str, today: date) -> date | None:
    """`today` if an answer of today was scored already, whatever days the clock showed since."""
    found = connection.execute(
        "SELECT 1 FROM event WHERE learner = ? AND course = ? AND item = ? AND day = ?"
        " AND scored = 1 AND kind = 'answered'",
        (place.learner, place.course, item, today.isoformat()),
    ).fetchone()
    return today if found else None


def _seen_before(connection: sqlite3.Connection, place: Place, item: str, day: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM event WHERE learner = ? AND course = ? AND item = ? AND day <> ?"
        " AND kind = 'answered' LIMIT 1",
        (place.learner, place.course, item, day),
    ).fetchone()
    return found is not None


def _usual_ms(connection: sqlite3.Connection, learner: int, type_: str) -> int | None:
    rows = connection.execute(
        "SELECT ms FROM event WHERE learner = ? AND type = ? AND timed = 1"
        " ORDER BY row DESC LIMIT ?",
        (learner, type_, _TIMES),
    )
    return usual_ms([ms for (ms,) in rows])


def _retention(connection: sqlite3.Connection, learner: int) -> float:
    """What the learner has set; what is no number counts as not set."""
    found = connection.execute(
        "SELECT value FROM setting WHERE learner = ? AND name = ?", (learner, RETENTION_SETTING)
    ).fetchone()
    try:
        return clamp_retention(float(found[0])) if found else RETENTION
    except ValueError:
        return RETENTION


def _predicted(history: History, today: date) -> int | None:
    """The chance to know it, in millionths, if the card is from an earlier day."""
    card = history.card
    if card is None or card.last >= today:
        return None
    return round(MILLION * recall(card.stability, (today - card.last).days))


def _nearest(
    connection: sqlite3.Connection, place: Place, objective: str, today: date
) -> str | None:
    """The card of the objective that comes soonest, unless one comes by tomorrow anyway."""
    found = connection.execute(
        "SELECT card, due FROM card WHERE learner = ? AND course = ? AND objective = ?"
        " AND stuck = 0 ORDER BY due, card LIMIT 1",
        (place.learner, place.course, objective),
    ).fetchone()
    if found is None or found[1] <= later(today, 1).isoformat():
        return None
    return str(found[0])
