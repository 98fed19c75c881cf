"""One item's history: what its answers, one after the other, make of it.

Live, on an override and in a rebuild the same steps are taken, so all three come to the same.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.rating import Rating
from tutor.memory.schedule import RETENTION, due_by, step, taken_up
from tutor.store.standing import RIGHT
from tutor.store.times import later

if TYPE_CHECKING:
    from tutor.memory.card import Card

CERTAIN = 3


class Given(NamedTuple):
    """An answer of the log. `score` and `rating` are those of the newest verdict on it.

    `responded` is false for "I don't know"; `predicted` is in millionths; the rest is as in the
    table `event`.
    """

    row: int
    item: str
    objective: str
    day: str
    score: float
    responded: bool
    certainty: int | None
    ms: int
    scored: bool
    rating: int | None
    retention: float | None
    red_flag: bool
    predicted: int | None

    @property
    def right(self) -> bool:
        return self.score >= RIGHT

    @property
    def sure_and_wrong(self) -> bool:
        """A confident error. Partial credit counts as wrong, "I don't know" does not."""
        return self.certainty == CERTAIN and self.responded and not self.right


class History:
    """What is known of an item after some of its answers; `card` is None while none was rated.

    `event` and `objective` belong to the card; the others are the columns of the table `item`.
    """

    __slots__ = (
        "answers",
        "card",
        "event",
        "key",
        "mended",
        "missed",
        "objective",
        "score",
        "sure",
    )

    def __init__(self, learner_uid: str, item: str) -> None:
        self.key = f"{learner_uid} {item}"
        self.card: Card | None = None
        self.objective = ""
        self.event = 0
        self.answers = 0
        self.score = 0.0
        self.missed: int | None = None
        self.mended = False
        self.sure: int | None = None

    def answer(self, given: Given) -> None:
        """Go on by one answer."""
        self.answers += 1
        self.score = given.score
        if given.responded and not given.right:
            self.missed, self.mended = given.row, False
        if given.scored:
            self._weigh(given)
        if given.rating is not None:
            self._step(given, given.rating)

    def pull(self, row: int, day: str) -> None:
        """A case was missed: the card is due on the day after at the latest."""
        if self.card is not None:
            self.card = due_by(self.card, later(date.fromisoformat(day), 1))
            self.event = row

    def take_up(self) -> None:
        """The learner wants the stuck card back."""
        if self.card is not None:
            self.card = taken_up(self.card)

    def _weigh(self, given: Given) -> None:
        if given.right:
            self.sure = None
            self.mended = self.missed is not None
        elif given.sure_and_wrong:
            self.sure = given.row

    def _step(self, given: Given, rating: int) -> None:
        self.card = step(
            self.card,
            Rating(rating),
            date.fromisoformat(given.day),
            # Of an item only one answer a day comes here, so its place in the day says nothing.
            0,
            key=self.key,
            retention=RETENTION if given.retention is None else given.retention,
            red_flag=given.red_flag,
            sure=given.sure_and_wrong,
        )
        self.objective, self.event = given.objective, given.row
