"""When cards come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tutor.memory.card import Card


def forecast(cards: Iterable[Card], today: date, days: int = 7) -> tuple[int, ...]:
    """How many cards are due on each of the next `days` days, today first.

    What is overdue counts as today; stuck cards do not count. Answers of today bring some of
    them back within these days: a forecast of what stands in the calendar, not of the work.
    """
    counts = [0] * days
    for card in cards:
        away = max((card.due - today).days, 0)
        if away < days and not card.stuck:
            counts[away] += 1
    return tuple(counts)


def next_due(cards: Iterable[Card], today: date) -> int | None:
    """In how many days the next card comes (0: one is due now); None if none is on its way."""
    days = [(card.due - today).days for card in cards if not card.stuck]
    return max(min(days), 0) if days else None
