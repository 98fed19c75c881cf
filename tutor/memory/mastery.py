"""How well an objective is held. Nothing is locked by it, and nothing certified."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

RECOGNISED = frozenset({"single", "emq", "truefalse", "mtf", "multi", "match", "shift"})
"""Types that are answered by recognising; alone they make no objective secure. To point at a place
in a figure is to find it, though it may be guessed."""

FADES_BELOW = 0.80
"""Mean predicted recall of its cards."""

# Half of them are right by chance.
_HALF = frozenset({"truefalse"})
_CERTAIN = 3


class State(StrEnum):
    NEW = "new"
    LEARNING = "learning"
    SECURE = "secure"
    FADING = "fading"


class Evidence(NamedTuple):
    """The first scored answer to an item on a study day.

    `right` is full score; `certainty` 1..3 or None; `applied` says that the item asks for more
    than recall (its level is apply or reason).
    """

    item: str
    day: date
    right: bool
    type: str
    certainty: int | None
    applied: bool = False


class Mastery(NamedTuple):
    """Where an objective stands: `right` of the `asked` newest answers (five at most, true or
    false counting half). `exam_ready`: secure, with eight of the last ten over three days.
    """

    state: State
    right: int
    asked: int
    exam_ready: bool = False

    @property
    def weak(self) -> bool:
        """Still learning, and fewer than half of the newest answers were right."""
        return self.state is State.LEARNING and 2 * self.right < self.asked

    @property
    def word(self) -> str:
        """One word: new, weak, growing, secure, fading."""
        if self.state is State.LEARNING:
            return "weak" if self.weak else "growing"
        return self.state.value

    @property
    def words(self) -> str:
        """The state with its counts, as a sentence."""
        if self.state is State.NEW:
            return "New: nothing answered yet."
        word = self.word.capitalize()
        if self.state is State.SECURE:
            word = "Ready for an exam" if self.exam_ready else "Secure for now"
        asked = "1" if self.asked == 1 else f"the last {self.asked}"
        later = ", but that was some time ago" if self.state is State.FADING else ""
        return f"{word}: {self.right} of {asked} right{later}."


def mastery(evidence: Iterable[Evidence], recalls: Sequence[float]) -> Mastery:
    """The state of an objective.

    `evidence` is newest first; of an item on one day only the first answer counts. `recalls` are
    the predicted recalls now, 0..1, of the objective's cards: of items answered at least once,
    since nothing is predicted of the others.
    """
    once = list(_once_a_day(evidence))
    five = list(_newest(once, 5))
    right, asked = sum(one.right for one in five), len(five)
    if not five:
        return Mastery(State.NEW, 0, 0)
    if not (_held(five, 4, days=2) and _produced(five) and not _sure_and_wrong(five[:2])):
        return Mastery(State.LEARNING, right, asked)
    if recalls and sum(recalls) / len(recalls) < FADES_BELOW:
        return Mastery(State.FADING, right, asked)
    return Mastery(State.SECURE, right, asked, _held(list(_newest(once, 10)), 8, days=3))


def _once_a_day(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Newest first still; the later answers to an item on the same day are left out."""
    first: dict[tuple[str, date], Evidence] = {}
    for one in evidence:
        key = (one.item, one.day)
        first.pop(key, None)  # the earlier answer takes its own place, not the later one's
        first[key] = one
    yield from first.values()


def _newest(evidence: Iterable[Evidence], many: int) -> Iterator[Evidence]:
    """The newest answers that weigh `many` together."""
    weight = 0.0
    for one in evidence:
        weight += _weight(one)
        if weight > many:
            return
        yield one


def _held(newest: Sequence[Evidence], least: int, *, days: int) -> bool:
    """At least `least` of them right, on at least so many study days."""
    right = [one for one in newest if one.right]
    return sum(map(_weight, right)) >= least and len({one.day for one in right}) >= days


def _produced(newest: Iterable[Evidence]) -> bool:
    return any(one.right and (one.applied or one.type not in RECOGNISED) for one in newest)


def _sure_and_wrong(newest: Iterable[Evidence]) -> bool:
    return any(not one.right and one.certainty == _CERTAIN for one in newest)


def _weight(one: Evidence) -> float:
    return 0.5 if one.type in _HALF else 1.0
