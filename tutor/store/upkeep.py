"""What follows from an event, kept in the same transaction so that nobody need read the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.event import Event, Kind
from tutor.store.history import Given
from tutor.store.keeping import ANSWERS, GIVEN
from tutor.store.tally import share, tells_calibration
from tutor.store.times import stamp

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from tutor.store.deciding import Place
    from tutor.store.standing import Standing


def keep_session(
    connection: sqlite3.Connection, session_id: int, events: int, last: int, now: datetime
) -> None:
    """The number of the session's events, and the newest one."""
    connection.execute(
        "UPDATE session SET events = ?, last_event = ?, last_at = ? WHERE id = ?",
        (events, last, stamp(now), session_id),
    )


def keep_answers(connection: sqlite3.Connection, session_id: int, standing: Standing) -> None:
    """The session's items with an answer that holds, and those with a choice only."""
    connection.execute(
        "UPDATE session SET answered = ?, chosen = ? WHERE id = ?",
        (len(standing.answers), standing.chosen, session_id),
    )


def keep_day(connection: sqlite3.Connection, place: Place, given: Given, *, had_card: bool) -> None:
    """The counts of the answer's study day."""
    connection.execute(
        "INSERT INTO day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET answers = answers + 1, right = right + excluded.right,"
        " ms = ms + excluded.ms, reviews = reviews + excluded.reviews,"
        " begun = begun + excluded.begun, introduced = introduced + excluded.introduced,"
        " predictions = predictions + excluded.predictions,"
        " predicted = predicted + excluded.predicted, recalled = recalled + excluded.recalled",
        (
            place.learner,
            place.course,
            given.day,
            given.row,
            *share(given, place.kind, had_card=had_card),
        ),
    )


def keep_calibration(connection: sqlite3.Connection, place: Place, given: Given) -> None:
    """How often the learner was right when so certain."""
    if tells_calibration(given):
        connection.execute(
            "INSERT INTO calibration VALUES (?, ?, ?, 1, ?)"
            " ON CONFLICT DO UPDATE SET answers = answers + 1, right = right + excluded.right",
            (place.learner, place.course, given.certainty, given.right),
        )


def keep_verdict(connection: sqlite3.Connection, place: Place, before: Given, after: Given) -> None:
    """What a verdict changes in the counts of the answer that it is on."""
    old = share(before, place.kind, had_card=True)
    new = share(after, place.kind, had_card=True)
    connection.execute(
        "UPDATE day SET right = right + ?, recalled = recalled + ?"
        " WHERE learner = ? AND course = ? AND day = ?",
        (
            new.right - old.right,
            new.recalled - old.recalled,
            place.learner,
            place.course,
            after.day,
        ),
    )
    if tells_calibration(after):
        connection.execute(
            "UPDATE calibration SET right = right + ?"
            " WHERE learner = ? AND course = ? AND certainty = ?",
            (after.right - before.right, place.learner, place.course, after.certainty),
        )


def answer_at(connection: sqlite3.Connection, row: int) -> Given:
    """An answer of the log, with the verdict that holds now."""
    return Given(*connection.execute(f"{GIVEN}{ANSWERS} WHERE event.row = ?", (row,)).fetchone())


def pulled_by(connection: sqlite3.Connection, row: int) -> str | None:
    """The card that a missed case made due."""
    found: str | None = connection.execute(
        "SELECT pulled FROM event WHERE row = ?", (row,)
    ).fetchone()[0]
    return found


def keep_last_day(connection: sqlite3.Connection, learner: int, day: str) -> None:
    """The study day of the learner's newest answer."""
    connection.execute("UPDATE learner SET last_day = ? WHERE id = ?", (day, learner))


def keep_flag(connection: sqlite3.Connection, event: Event, place: Place, now: datetime) -> None:
    """The items flagged now."""
    key = (place.learner, place.course, event.item)
    if event.kind is Kind.FLAGGED:
        connection.execute("INSERT OR IGNORE INTO flag VALUES (?, ?, ?, ?)", (*key, stamp(now)))
    elif event.kind is Kind.UNFLAGGED:
        connection.execute("DELETE FROM flag WHERE learner = ? AND course = ? AND item = ?", key)
