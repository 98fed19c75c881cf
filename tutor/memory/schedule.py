"""The scheduler: FSRS-6 behind rules of our own.

From the library comes the memory model alone (stability and difficulty). Days, intervals, fuzz
and steps are ours: it counts 24 hours for a day, fuzzes by global chance beyond its own range,
takes any retention, and its learning steps of minutes suit no lesson in a terminal.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tutor.memory.card import Card
from tutor.memory.curve import LONGEST, interval
from tutor.memory.fuzz import fuzzed
from tutor.memory.rating import Rating

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.90
LEAST_RETENTION, MOST_RETENTION = 0.80, 0.95

LONGEST_RED_FLAG = 30
"""Days. What must never be missed at the bedside comes back every month."""

STUCK_AFTER = 4
"""Days on which a card was not known after it had been: more of the same will not help."""

# Room for the longest interval, should a clock stand at the end of the calendar.
_LAST_DAY = date.max - timedelta(days=LONGEST)
_NOON = time(12, tzinfo=UTC)
_AFTERNOON = 12 * 60 * 60 - 1


def clamp_retention(wanted: float) -> float:
    """The share of due cards that shall still be known, 0.80..0.95.

    The library takes anything: 0 divides by zero, 1 asks every card every day for ever.
    """
    if not wanted > LEAST_RETENTION:  # also what is no number at all
        return LEAST_RETENTION
    return min(wanted, MOST_RETENTION)


def step(
    card: Card | None,
    rating: Rating,
    day: date,
    nth: int,
    *,
    key: str,
    retention: float = RETENTION,
    red_flag: bool = False,
    sure: bool = False,
) -> Card:
    """The card after an answer on a study day; None is the card of an item never answered.

    `nth` counts the learner's earlier answers of that day; `key` is the learner's uid and the
    card's id, from which the fuzz is drawn. `sure` says that the answer was given as certain: not
    known then, it is due the next day whatever was known before. A day before the last answer's
    counts as the same day. Call it once an item and study day (`rating.feeds`).
    """
    rating = Rating(rating)
    day = min(day, _LAST_DAY)
    stability, difficulty = _remembered(card, rating, day, nth)
    known = rating is not Rating.AGAIN
    reviews = 1 + (card.reviews if card else 0)
    lapses = card.lapses if card else 0
    if card is not None and card.right_once and not known and day != card.last:
        lapses += 1
    if sure and not known:
        days = 1
    else:
        longest = LONGEST_RED_FLAG if red_flag else LONGEST
        days = fuzzed(
            min(interval(stability, clamp_retention(retention)), longest),
            (card.due - card.last).days if card else 0,
            longest=longest,
            key=key,
            reviews=reviews,
        )
    return Card(
        stability=stability,
        difficulty=difficulty,
        last=day,
        due=day + timedelta(days=days),
        reviews=reviews,
        lapses=lapses,
        right_once=known or (card is not None and card.right_once),
        stuck=not red_flag and (lapses >= STUCK_AFTER or (card is not None and card.stuck)),
    )


def taken_up(card: Card) -> Card:
    """A stuck card that the learner wants back. Its count begins anew."""
    return card._replace(stuck=False, lapses=0)


def due_by(card: Card, day: date) -> Card:
    """The card, due on `day` at the latest: a case has just shown that it is needed."""
    return card._replace(due=min(card.due, day))


def _remembered(card: Card | None, rating: Rating, day: date, nth: int) -> tuple[float, float]:
    """Stability and difficulty after the answer."""
    import fsrs  # 30 ms: whoever only looks at cards does without

    # A card without an id would sleep a millisecond to get one.
    before = fsrs.Card(card_id=1)
    if card is not None:
        before = fsrs.Card(
            card_id=1,
            state=fsrs.State.Review,
            stability=card.stability,
            difficulty=card.difficulty,
            # Noon itself: with the seconds of its own answer it could lie less than 24 hours back
            # on the next day, which the library takes for the same day.
            last_review=datetime.combine(min(card.last, day), _NOON),
        )
    now = datetime.combine(day, _NOON) + timedelta(seconds=min(nth, _AFTERNOON))
    after, _ = _model().review_card(before, fsrs.Rating(rating), now)
    assert after.stability is not None
    assert after.difficulty is not None
    return after.stability, after.difficulty


@cache
def _model() -> Scheduler:
    import fsrs

    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
