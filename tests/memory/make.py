"""Cards and waiting items for the tests of the memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tutor.memory.card import Card
from tutor.memory.queue import Waiting
from tutor.memory.rating import Rating
from tutor.memory.schedule import step

TODAY = date(2026, 11, 22)
KEY = "learner item"


def day(n: int) -> date:
    """Days from today."""
    return TODAY + timedelta(days=n)


def card(due: int = 0, last: int = -10, stability: float = 10.0, **more: object) -> Card:
    """A card due in so many days."""
    values: dict[str, object] = {"reviews": 3, "right_once": True, **more}
    return Card(stability, 5.0, day(last), day(due), **values)  # type: ignore[arg-type]


def due(item: str, objective: str = "", **more: object) -> Waiting:
    """An item due today; a greater `last` (days) is better remembered."""
    values: dict[str, object] = {"family": None, "card": card(), **more}
    return Waiting(item, objective or item, **values)  # type: ignore[arg-type]


def new(item: str, objective: str = "", **more: object) -> Waiting:
    return due(item, objective, card=None, **more)


def replayed(ratings: Iterable[tuple[Rating | int, int]], **more: object) -> Card:
    """The card after ratings, each so many days after the one before."""
    at, made = TODAY, None
    for nth, (rating, days) in enumerate(ratings):
        at += timedelta(days=days)
        made = step(made, Rating(rating), at, nth, key=KEY, **more)  # type: ignore[arg-type]
    assert made is not None
    return made


def five_thousand() -> list[Waiting]:
    """A course of five thousand cards, all of them due: the most that a review has to weigh."""
    return [
        Waiting(
            f"item-{n}",
            f"objective-{n % 400}",
            f"family-{n // 3}" if n % 5 == 0 else None,
            card(due=-(n % 90), last=-(n % 90) - 1 - n % 40, stability=1.0 + n % 200),
            confident_error=n % 50 == 0,
        )
        for n in range(5000)
    ]
