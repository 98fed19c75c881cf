"""A card as it stands in its table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tutor.memory.card import Card

if TYPE_CHECKING:
    from tutor.store.connection import Row

COLUMNS = "stability, difficulty, last, due, reviews, lapses, right_once, stuck"
"""What `card_of` reads, in this order."""


def card_of(row: Row) -> Card:
    """A card from its columns. Five thousand of them are read for a review."""
    stability, difficulty, last, due, reviews, lapses, right_once, stuck = row
    day = date.fromisoformat
    return Card(
        stability, difficulty, day(last), day(due), reviews, lapses, right_once == 1, stuck == 1
    )


def row_of(card: Card) -> Row:
    """The columns of a card."""
    return (
        card.stability,
        card.difficulty,
        card.last.isoformat(),
        card.due.isoformat(),
        card.reviews,
        card.lapses,
        int(card.right_once),
        int(card.stuck),
    )
