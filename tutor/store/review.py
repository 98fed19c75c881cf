"""What today's review is made of: cards, what happened today, what was mixed up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.store import cardrow
from tutor.store.cardrow import card_of
from tutor.store.times import later, stamp
from tutor.store.views import ConfidentError, HeldCard, Miss, Today

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from tutor.store.connection import Record, Row

# Every answer of the day lies behind its first one, whatever days the clock showed between.
_SINCE = """
SELECT event.item, event.type, event.scored, event.response IS NOT NULL,
       coalesce((SELECT score FROM event AS verdict WHERE answer = event.row
                 ORDER BY row DESC LIMIT 1), event.score)
FROM event NOT INDEXED JOIN session ON session.id = event.session
WHERE event.row >= (SELECT first_event FROM day WHERE learner = ?1 AND course = ?2 AND day = ?3)
AND event.learner = ?1 AND event.course = ?2 AND event.day = ?3 AND event.kind = 'answered'
AND session.kind IN ({kinds})
ORDER BY event.row
"""


def today(record: Record, learner_id: int) -> date:
    """The learner's study day now; a clock that was set back a little is not followed."""
    from tutor.memory.day import answer_day

    row = record.row("SELECT last_day FROM learner WHERE id = ?", learner_id)
    last = date.fromisoformat(row[0]) if row and row[0] else None
    return answer_day(record.clock.now(), last)


def cards(record: Record, learner_id: int, course: str, day: date) -> tuple[HeldCard, ...]:
    """All cards of a course, also stuck ones and those of items that it has no longer.

    A card that was answered under a clock far ahead of `day` is due on it: its own day may be
    years away.
    """
    rows = record.rows(
        f"SELECT card, objective, {cardrow.COLUMNS} FROM card WHERE learner = ? AND course = ?",
        learner_id,
        course,
    )
    return tuple(_held(row, day) for row in rows)


def due_forecast(
    record: Record,
    learner_id: int,
    course: str,
    day: date,
    *,
    days: int = 7,
    items: Container[str] | None = None,
) -> tuple[int, ...]:
    """How many cards are due on `day` (with what is overdue), and on each of the `days` from it on.

    Only those of `items`, where given: what left the course comes back no more. Stuck cards do
    not count.
    """
    calendar = [later(day, ahead).isoformat() for ahead in range(days)]
    today = calendar[0]
    away = {date_: ahead for ahead, date_ in enumerate(calendar)}
    counts = [0] * days
    for item, last, due in record.rows(
        "SELECT card, last, due FROM card WHERE learner = ?1 AND course = ?2 AND stuck = 0"
        " AND due <= ?3 UNION ALL"
        " SELECT card, last, due FROM card WHERE learner = ?1 AND course = ?2 AND stuck = 0"
        " AND due > ?3 AND last > ?4",
        learner_id,
        course,
        calendar[-1],
        today,
    ):
        if items is None or item in items:
            # What is overdue is on no day of these; nor may a day count that has not been yet.
            counts[away.get(due, 0) if last <= today else 0] += 1
    return tuple(counts)


def happened_today(record: Record, learner_id: int, course: str, day: date) -> Mapping[str, Today]:
    """What happened on `day` to each item answered on it; cram and pre-tests left out."""
    from tutor.memory.rating import FEEDING, Answer, Rating, rate

    query = _SINCE.format(kinds=", ".join(f"'{kind}'" for kind in sorted(FEEDING)))
    found: dict[str, Today] = {}
    for item, type_, scored, given, score in record.rows(
        query, learner_id, course, day.isoformat()
    ):
        rating = rate(Answer(type_, score, bool(given), 0, None, None, None, False))
        before = found.get(item, Today(0, False, False))
        known = rating is not Rating.AGAIN
        found[item] = Today(
            before.again + (not known), before.right or known, before.done or bool(scored)
        )
    return found


def confident_errors(record: Record, learner_id: int, course: str) -> tuple[ConfidentError, ...]:
    """Items whose certain and wrong answer still waits to be put right, the newest first."""
    rows = record.rows(
        "SELECT item.item, event.objective, event.day FROM item JOIN event ON event.row = sure"
        " WHERE item.learner = ? AND item.course = ? AND sure IS NOT NULL ORDER BY sure DESC",
        learner_id,
        course,
    )
    return tuple(
        ConfidentError(item, objective, date.fromisoformat(day)) for item, objective, day in rows
    )


def misses(record: Record, learner_id: int, course: str, newest: int = 200) -> tuple[Miss, ...]:
    """The newest wrong answer to each item, the newest first; at most so many."""
    from tutor.store.events import read_response

    rows = record.rows(
        "SELECT item.item, event.type, event.response, event.certainty, event.day, mended"
        " FROM item JOIN event ON event.row = missed WHERE item.learner = ? AND item.course = ?"
        " AND missed IS NOT NULL ORDER BY missed DESC LIMIT ?",
        learner_id,
        course,
        newest,
    )
    return tuple(
        Miss(
            item,
            type_,
            read_response(response),
            certainty,
            date.fromisoformat(day),
            bool(mended),
        )
        for item, type_, response, certainty, day, mended in rows
    )


def take_up(record: Record, learner_id: int, course: str, item: str) -> bool:
    """Let a stuck card come back; False if there is none to let."""
    from tutor.store.keeping import load, save

    with record.writing() as connection:
        found = connection.execute("SELECT uid FROM learner WHERE id = ?", (learner_id,)).fetchone()
        history = load(connection, learner_id, found[0] if found else "", course, item)
        if history.card is None or not history.card.stuck:
            return False
        connection.execute(
            "INSERT INTO resumption (learner, course, card, event, at)"
            " VALUES (?, ?, ?, (SELECT max(row) FROM event), ?)",
            (learner_id, course, item, stamp(record.clock.now())),
        )
        history.take_up()
        save(connection, learner_id, course, item, history)
    return True


def _held(row: Row, day: date) -> HeldCard:
    card = card_of(row[2:])
    if card.last > day:
        card = card._replace(due=min(card.due, day))
    return HeldCard(row[0], row[1], card)
