"""What holds in one session after its events, told from rows of the log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.quiz.event import Kind
from tutor.quiz.relearn import KNOWN, MOST_RETURNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.store.connection import Row

# As the graders have it.
RIGHT = 0.9995
# Kinds of session in which an item comes back that was not known; as in `tutor.quiz.session`.
RETURNING = frozenset({"review", "cram"})

COLUMNS = "kind, item, row, score, ms, response IS NOT NULL"
"""What `Standing.take` wants to know of an event, in this order."""


class Held(NamedTuple):
    """An answer that holds: its row, and the score of the newest verdict on it."""

    row: int
    score: float
    ms: int


class Standing:
    """The answers that hold in one session. Events are taken in their order.

    As in `tutor.quiz.session`: the first answer to an item counts, another one only after it was
    undone; only the last one can be undone, once. `given` are the items that were ever answered,
    `choices` the open ones for which an exam holds a response.
    """

    def __init__(self, kind: str, rows: Iterable[Row] = ()) -> None:
        """`kind` is the session's: in some an item that was not known is asked again."""
        self.answers: dict[str, Held] = {}
        self.given: set[str] = set()
        self.choices: set[str] = set()
        self._last = ""
        self._returns = kind in RETURNING
        self._times: dict[str, int] = {}
        self._back: set[str] = set()
        for row in rows:
            self.take(*row)

    def take(
        self, kind: str, item: str, row: int, score: float | None, ms: int, responded: int
    ) -> None:
        """Go on by one event."""
        match kind:
            case Kind.ANSWERED if score is not None:
                self.given.add(item)
                self._answer(item, Held(row, score, ms))
            case Kind.UNDONE if item == self._last:
                self.answers.pop(item, None)
                self._last = ""
                self._back.discard(item)
            case Kind.OVERRIDDEN if item in self.answers and score is not None:
                self.answers[item] = self.answers[item]._replace(score=score)
            case Kind.CHOSEN if item not in self.answers or item in self._back:
                (self.choices.add if responded else self.choices.discard)(item)

    def _answer(self, item: str, given: Held) -> None:
        back = self._returns and given.score < KNOWN
        if item not in self.answers:
            self.answers[item] = given
            self._last = item
        elif item in self._back:
            # Practice: the answer before it stands for good.
            self._last = ""
            self._times[item] = self._times.get(item, 0) + 1
            back = back and self._times[item] < MOST_RETURNS
        else:
            return
        (self._back.add if back else self._back.discard)(item)

    @property
    def chosen(self) -> int:
        """How many items have a choice and are open."""
        return len(self.choices - (self.answers.keys() - self._back))

    @property
    def right(self) -> int:
        """How many answers are wholly right."""
        return sum(one.score >= RIGHT for one in self.answers.values())

    @property
    def ms(self) -> int:
        """The time that the answers took."""
        return sum(one.ms for one in self.answers.values())
