"""What Progress and the review ask of a record of a million answers, and an answer stored in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from tests.bench import million
from tests.bench.figures import Ratio, in_turns
from tests.bench.million import COURSE
from tests.bench.record import TravellingClock, of_store, seconds
from tutor.memory.queue import Limits, Waiting, todays_review
from tutor.store.store import Store

# The goals are times. Other programs stretch them, so they are held against a bare loop that is
# stretched likewise: of so many turns a millisecond, as measured on a quiet machine.
_TURNS = 75_000
# Looked at half a year after the last of ten answers to each: all are due.
_CARDS = million.Size(50_000, 5_000, 250, 50)


def measure(rounds: int, folder: Path) -> Iterator[Ratio]:
    """All queries together; then today's review, from the queries to its items in order."""
    big, wide = folder / "million", folder / "cards"
    million.write_record(big, million.MILLION)
    million.write_record(wide, _CARDS)
    answers = f"{million.MILLION.answers:,} answers"
    with Store.open_to_read(big, million.Evening(million.MILLION.last)) as store:
        ask = _dashboard(store)
        each = in_turns(rounds, lambda: seconds(ask), lambda: _loop(20))
        yield Ratio(f"{answers}: all queries of Progress", "a loop of 20 ms", each, goal=1)
    with Store.open_to_read(wide, million.Evening(_CARDS.last + timedelta(days=180))) as store:
        build = _review(store)
        each = in_turns(rounds, lambda: seconds(build), lambda: _loop(50))
        what = f"{_CARDS.items:,} cards: today's review, read and built"
        yield Ratio(what, "a loop of 50 ms", each, goal=1)
    clock = TravellingClock()
    with Store.open(big, clock) as store:
        yield from of_store(f"{answers}: one more stored", store, clock, rounds, folder)


def _loop(ms: int) -> float:
    """Seconds that so many milliseconds of a quiet machine take now."""

    def turn() -> None:
        for _ in range(ms * _TURNS):
            pass

    return seconds(turn)


def _dashboard(store: Store) -> Callable[[], None]:
    learner = store.learners()[0].id

    def ask() -> None:
        today = store.today(learner)
        store.home(learner, COURSE)
        store.newest_scores(learner, COURSE, ("quiz", "exam"), 20)
        store.evidence(learner, COURSE, 20)
        store.cards(learner, COURSE, today)
        store.due_forecast(learner, COURSE, today)
        store.days(learner, COURSE)
        store.one_day(learner, COURSE, today)
        store.calibration(learner, COURSE)
        store.recalls(learner, COURSE)
        store.confident_errors(learner, COURSE)
        store.misses(learner, COURSE)
        store.happened_today(learner, COURSE, today)
        store.pretests(learner, COURSE)
        store.flags(learner, COURSE)
        store.notes(learner, COURSE)

    return ask


def _review(store: Store) -> Callable[[], None]:
    learner = store.learners()[0].id

    def build() -> None:
        today = store.today(learner)
        cards = {held.item: held for held in store.cards(learner, COURSE, today)}
        happened = store.happened_today(learner, COURSE, today)
        sure = {one.item for one in store.confident_errors(learner, COURSE)}
        spent = store.one_day(learner, COURSE, today)
        waiting = []
        for item, held in cards.items():
            so_far = happened.get(item, (0, False, False))
            waiting.append(Waiting(item, held.objective, None, held.card, item in sure, *so_far))
        todays_review(waiting, today, Limits(), spent.introduced, spent.reviews, 7)

    return build
