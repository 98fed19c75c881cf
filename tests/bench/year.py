"""A simulated year of study with the queue and the scheduler, beside the figures of a prototype.

`python -m tests.bench.year [-n RUNS]`

200 items, ten new ones a day, answers right or wrong only. A first answer is wrong in a quarter of
the cases; later ones as often as the forgetting curve itself says, so the year compares settings
and predicts no person. What was wrong is repeated on the same day and not counted as a review.
First answers are none either: the prototype left them out of its answers and of its peak, as a
bare loop over the library shows (1,783 reviews and a peak of 36 at 0.90).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from statistics import mean
from typing import NamedTuple

from tutor.memory.card import Card
from tutor.memory.curve import recall
from tutor.memory.queue import Limits, Waiting, todays_review
from tutor.memory.rating import Rating
from tutor.memory.schedule import step
from tutor.quiz.relearn import comes_back, put_back

FIRST = date(2026, 1, 1)
ITEMS, DAYS, LAST = 200, 365, 90
WRONG_AT_FIRST = WRONG_AGAIN = 0.25


class Year(NamedTuple):
    """Sums of a year: reviews (scored answers but the first), the share of them that was wrong, the
    most on a day, how many a day at the end, items expected to be known then, repeats on the same
    day, the most cards due on a morning.
    """

    reviews: float
    wrong: float
    peak: float
    late: float
    known: float
    repeats: float = 0.0
    most_due: float = 0.0


# What a prototype of ours gave for the same year (three runs each).
PROTOTYPE = {
    0.80: Year(1148, 0.21, 22, 1.4, 177),
    0.85: Year(1430, 0.16, 24, 1.7, 187),
    0.90: Year(1729, 0.10, 34, 1.3, 190),
    0.92: Year(1979, 0.09, 35, 2.3, 190),
    0.95: Year(2885, 0.06, 46, 4.3, 198),
}


class Student:
    """Answers by chance, as the curve has it."""

    def __init__(self, retention: float, seed: int) -> None:
        self._retention = retention
        self._chance = Random(seed)
        self._seed = seed
        self.cards: dict[str, Card | None] = {f"item-{n}": None for n in range(ITEMS)}
        self.reviews: list[int] = []
        self.due: list[int] = []
        self.wrong = self.repeats = 0

    def study(self, day: date) -> None:
        """One day: today's review until nothing is left of it."""
        waiting = [
            Waiting(item, f"objective-{n // 5}", None, card)
            for n, (item, card) in enumerate(self.cards.items())
        ]
        review = todays_review(waiting, day, Limits(), 0, 0, seed=day.toordinal())
        queue, again = review.items, dict.fromkeys(review.items, 0)
        scored: set[str] = set()
        while queue:
            item, queue = queue[0], queue[1:]
            if item in scored:
                self.repeats += 1
                known = self._chance.random() >= WRONG_AGAIN
            else:
                known = self._answer(item, day, len(scored))
                scored.add(item)
            again[item] += not known
            if comes_back(again[item], known):
                queue = put_back(queue, item)
        self.reviews.append(len(scored) - review.new)
        self.due.append(review.due)

    def _answer(self, item: str, day: date, nth: int) -> bool:
        card = self.cards[item]
        if card is None:
            known = self._chance.random() >= WRONG_AT_FIRST
        else:
            known = self._chance.random() < recall(card.stability, (day - card.last).days)
            self.wrong += not known
        rating = Rating.GOOD if known else Rating.AGAIN
        # A card that pauses would leave the year: the prototype had no such thing.
        self.cards[item] = step(
            card, rating, day, nth, key=f"{self._seed} {item}", retention=self._retention
        )._replace(stuck=False)
        return known

    def known(self, day: date) -> float:
        """How many items are expected to be known on a day."""
        cards = [card for card in self.cards.values() if card is not None]
        return sum(recall(card.stability, (day - card.last).days) for card in cards)


def year(retention: float, seed: int) -> Year:
    """One student's year."""
    student = Student(retention, seed)
    for n in range(DAYS):
        student.study(FIRST + timedelta(days=n))
    return Year(
        reviews=sum(student.reviews),
        wrong=student.wrong / sum(student.reviews),
        peak=max(student.reviews),
        late=mean(student.reviews[-LAST:]),
        known=student.known(FIRST + timedelta(days=DAYS)),
        repeats=student.repeats,
        most_due=max(student.due),
    )


def years(retention: float, runs: int) -> Year:
    """The mean of some runs."""
    return Year(*map(mean, zip(*(year(retention, seed) for seed in range(runs)), strict=True)))


def table(runs: int) -> Iterator[str]:
    """Ours, with the prototype's in brackets."""
    yield f"{runs} runs each, mean; in brackets the prototype's three"
    yield ""
    yield (
        "| retention | reviews     | wrong at review | peak a day | a day, last 90 days "
        "| known of 200 | repeats | most due |"
    )
    yield f"|{'|'.join('-' * width for width in (11, 13, 17, 12, 21, 14, 9, 10))}|"
    for retention, then in PROTOTYPE.items():
        now = years(retention, runs)
        reviews = f"{now.reviews:.0f} ({then.reviews:.0f})"
        wrong = f"{now.wrong:.0%} ({then.wrong:.0%})"
        peak = f"{now.peak:.0f} ({then.peak:.0f})"
        late = f"{now.late:.1f} ({then.late})"
        known = f"{now.known:.0f} ({then.known:.0f})"
        yield (
            f"| {retention:<9.2f} | {reviews:<11} | {wrong:<15} | {peak:<10} | {late:<19} "
            f"| {known:<12} | {now.repeats:<7.0f} | {now.most_due:<8.0f} |"
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.year")
    parser.add_argument("-n", "--runs", type=int, default=3, help="runs (default 3)")
    runs = parser.parse_args().runs
    if runs < 1:
        parser.error("at least one run")
    for line in table(runs):
        print(line, flush=True)


if __name__ == "__main__":
    main()
