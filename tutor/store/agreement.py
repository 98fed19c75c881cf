"""Whether what is kept beside the log agrees with the log."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from tutor.store.upkeep import standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.store.connection import Record

# As the graders have it.
RIGHT = 0.9995


def disagreements(record: Record) -> Iterator[str]:
    """One sentence for each thing that the log tells otherwise. Reads the whole log."""
    yield from _counts(record)
    yield from _results(record)
    yield from _days(record)
    yield from _flags(record)


def _counts(record: Record) -> Iterator[str]:
    """The sessions' own counters."""
    query = """
    SELECT session.id, session.events, session.last_event, count(event.row), max(event.row),
           coalesce(max(event.seq), 0)
    FROM session LEFT JOIN event ON event.session = session.id GROUP BY session.id
    """
    for session, events, last, count, newest, seq in record.rows(query):
        if not events == count == seq or last != newest:
            yield f"Session {session} says {events} events; the log has {count}"


def _results(record: Record) -> Iterator[str]:
    """Answered items, and the results of finished sessions.

    Points are not looked at: they hang on the weights that the items had.
    """
    told = {
        session: (answered, right, ms)
        for session, answered, right, ms in record.rows(
            "SELECT id, answered, right, ms FROM session"
        )
    }
    log = record.rows(
        "SELECT kind, item, session, score, ms FROM event WHERE kind IN ('answered', 'undone')"
        " ORDER BY session, seq"
    )
    found = dict.fromkeys(told, (0, 0, 0))
    for session, rows in groupby(log, itemgetter(2)):
        answers = standing(rows).values()
        right = sum(score >= RIGHT for *_, score, _ in answers)
        found[session] = (len(answers), right, sum(ms for *_, ms in answers))
    for session, (answered, right, ms) in told.items():
        answers_given, right_given, ms_given = found[session]
        if answered != answers_given:
            yield f"Session {session} says {answered} answers; the log has {answers_given}"
        if right is not None and (right, ms) != (right_given, ms_given):
            yield (
                f"The result of session {session} says {right} right in {ms} ms; "
                f"the log has {right_given} right in {ms_given} ms"
            )


def _days(record: Record) -> Iterator[str]:
    log = record.rows(
        "SELECT learner, course, day, count(*) FROM event WHERE kind = 'answered'"
        " GROUP BY learner, course, day"
    )
    for _, course, day, answers in sorted(
        set(log) ^ set(record.rows("SELECT learner, course, day, answers FROM day"))
    ):
        yield f"The count of answers of {day} in {course} ({answers}) stands in one place only"


def _flags(record: Record) -> Iterator[str]:
    # Beside max(), SQLite takes the other columns from the row that holds it.
    log = record.rows(
        "SELECT learner, course, item, kind, max(row) FROM event"
        " WHERE kind IN ('flagged', 'unflagged') GROUP BY learner, course, item"
    )
    flagged = {
        (learner, course, item) for learner, course, item, kind, _ in log if kind == "flagged"
    }
    kept = set(record.rows("SELECT learner, course, item FROM flag"))
    for _, course, item in sorted(flagged ^ kept):
        yield f"The flag on {item} in {course} stands in one place only"
