"""The histories of items, in and out of the tables `card` and `item`, and from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store import cardrow
from tutor.store.cardrow import card_of, row_of
from tutor.store.history import Given, History

if TYPE_CHECKING:
    import sqlite3

    from tutor.memory.card import Card
    from tutor.store.connection import Row

# An answer, with the newest verdict on it.
GIVEN = """
SELECT event.row, event.item, event.objective, event.day, coalesce(verdict.score, event.score),
       event.response IS NOT NULL, event.certainty, event.ms, event.scored,
       coalesce(verdict.rating, event.rating), event.retention, event.red_flag, event.predicted
"""
ANSWERS = """
FROM event LEFT JOIN event AS verdict
ON verdict.row = (SELECT max(row) FROM event AS later WHERE later.answer = event.row)
"""
_OF_ITEM = f"""
{GIVEN}{ANSWERS} WHERE event.learner = ? AND event.course = ? AND event.item = ?
AND event.kind = 'answered'
"""
_PULLS = f"""
{GIVEN}{ANSWERS} WHERE event.learner = ? AND event.course = ? AND event.pulled = ?
"""
_LOAD = f"""
SELECT answers, score, missed, mended, sure, objective, event, {cardrow.COLUMNS}
FROM item LEFT JOIN card ON card.learner = item.learner AND card.course = item.course
AND card.card = item.item
WHERE item.learner = ? AND item.course = ? AND item.item = ?
"""
_SAVE_CARD = "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SAVE_ITEM = "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def load(connection: sqlite3.Connection, learner: int, uid: str, course: str, item: str) -> History:
    """The history as it is kept; an empty one for an item never answered."""
    history = History(uid, item)
    row = connection.execute(_LOAD, (learner, course, item)).fetchone()
    if row is not None:
        (history.answers, history.score, history.missed, mended, history.sure) = row[:5]
        history.mended = bool(mended)
        if row[5] is not None:
            history.objective, history.event = row[5:7]
            history.card = card_of(row[7:])
    return history


def replay(
    connection: sqlite3.Connection, learner: int, uid: str, course: str, item: str
) -> History:
    """The history anew from the log."""
    of_item = (learner, course, item)
    answers = [Given(*row) for row in connection.execute(_OF_ITEM, of_item)]
    pulls = [Given(*row) for row in connection.execute(_PULLS, of_item)]
    resumed = connection.execute(
        "SELECT event FROM resumption WHERE learner = ? AND course = ? AND card = ?", of_item
    )
    history = History(uid, item)
    # What was done after an event comes after it.
    steps: list[tuple[int, int, Given | None]] = [
        *((one.row, 0, one) for one in answers),
        *((one.row, 1, one) for one in pulls if not one.right),
        *((row, 2, None) for (row,) in resumed),
    ]
    for _, what, given in sorted(steps, key=lambda step: step[:2]):
        if given is None:
            history.take_up()
        elif what:
            history.pull(given.row, given.day)
        else:
            history.answer(given)
    return history


def save(
    connection: sqlite3.Connection, learner: int, course: str, item: str, history: History
) -> None:
    """Keep it: the item, and the card if there is one."""
    connection.execute(_SAVE_ITEM, (learner, course, item, *item_row(history)))
    if history.card is not None:
        connection.execute(_SAVE_CARD, (learner, course, item, *card_row(history, history.card)))


def item_row(history: History) -> Row:
    """The columns of the table `item` after the key."""
    return history.answers, history.score, history.missed, int(history.mended), history.sure


def card_row(history: History, card: Card) -> Row:
    """The columns of the table `card` after the key."""
    return history.objective, history.event, *row_of(card)
