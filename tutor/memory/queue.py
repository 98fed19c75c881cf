"""Today's review: which items, in which order, and what is left for the days after."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.apart import Block, apart
from tutor.memory.card import Card
from tutor.memory.curve import recall
from tutor.quiz.relearn import OTHERS_BETWEEN, comes_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date


class Limits(NamedTuple):
    """How much a day may bring. New items wait while more than `hold_new_above` cards are due."""

    new_per_day: int = 10
    due_per_day: int = 60
    hold_new_above: int = 60


class Waiting(NamedTuple):
    """An item that may come up, and what happened to it today.

    `card` is None for an item never answered. `confident_error`: its last scored answer was not
    known, and given as certain. `again_today` counts today's answers that were not known,
    `right_today` says that one was, `done_today` that its scored answer of today is given.
    """

    item: str
    objective: str
    family: str | None
    card: Card | None
    confident_error: bool = False
    again_today: int = 0
    right_today: bool = False
    done_today: bool = False


class Review(NamedTuple):
    """Today's items in order. `due` counts all due cards, also those beyond the limit.

    `left_for` says how many of them each following day gets; `again` of the items return because
    they were not known today, `new` were never answered. The others of `items` are due.
    """

    items: tuple[str, ...]
    due: int
    left_for: tuple[int, ...]
    again: int = 0
    new: int = 0

    @property
    def due_today(self) -> int:
        """The due cards among the items."""
        return self.due - sum(self.left_for)

    @property
    def words(self) -> str:
        """How many are due, and how a backlog is spread, in one or two sentences."""
        if not self.due:
            return "Nothing is due."
        cards = f"{self.due} {'card is' if self.due == 1 else 'cards are'} due."
        if not self.left_for:
            return cards
        days = len(self.left_for)
        when = "tomorrow" if days == 1 else f"over {days} days"
        return f"{cards} {self.due_today or 'None'} today, the rest {when}."


def todays_review(
    waiting: Iterable[Waiting],
    today: date,
    limits: Limits,
    new_today: int,
    done_today: int,
    seed: int,
    confused: Sequence[tuple[str, str]] = (),
) -> Review:
    """What to ask now, drawn from all items that may come up (each once; new ones as taught).

    "Sure and wrong" first of all, then what is due by lowest predicted recall, then what was not
    known today, after three others; new items last. One objective does not come twice in a row
    where that can be avoided; of a family one item a day; stuck cards pause. `new_today` and
    `done_today` count the new items and the due cards that today's limits have already spent.
    Items of a `confused` pair (strongest first) come side by side when both are due today.
    """
    due, again, new, families = _sorted_out(waiting, today)
    again = _one_of_each(_ranked(again, today, seed), set(), len(again))
    room = max(limits.due_per_day - done_today, 0)
    asked = _one_of_each(_ranked(due, today, seed), families, room)
    new_room = 0 if len(due) > limits.hold_new_above else max(limits.new_per_day - new_today, 0)
    new = _one_of_each(new, families, new_room)

    # New items come last, unless others must stand before what returns.
    early = max(OTHERS_BETWEEN - len(asked), 0) if again else 0
    ordered: list[Block] = []
    blocks = _side_by_side(asked, confused)
    urgent = {one.item for one in asked if one.confident_error}
    for group in (
        [block for block in blocks if block.items[0] in urgent],
        [block for block in blocks if block.items[0] not in urgent],
        _side_by_side(new[:early]),
        _side_by_side(again),
        _side_by_side(new[early:]),
    ):
        ordered += apart(group, ordered[-1].last if ordered else None)
    return Review(
        items=tuple(item for block in ordered for item in block.items),
        due=len(due),
        left_for=_spread(len(due) - len(asked), max(limits.due_per_day, 1)),
        again=len(again),
        new=len(new),
    )


def _sorted_out(
    waiting: Iterable[Waiting], today: date
) -> tuple[list[Waiting], list[Waiting], list[Waiting], set[str]]:
    """What is due, what was not known today, what is new, and the families asked today."""
    due: list[Waiting] = []
    again: list[Waiting] = []
    new: list[Waiting] = []
    families: set[str] = set()
    for one in waiting:
        card = one.card
        touched = one.done_today or one.right_today or one.again_today > 0
        if touched and one.family:
            families.add(one.family)
        if card is not None and card.stuck:
            continue
        if touched:
            if comes_back(one.again_today, one.right_today):
                again.append(one)
        elif card is None:
            new.append(one)
        elif card.due <= today:
            due.append(one)
    return due, again, new, families


def _ranked(items: Iterable[Waiting], today: date, seed: int) -> Iterator[Waiting]:
    """Those most in need first. Lots decide between equals, drawn no further than is asked."""

    def need(one: Waiting) -> tuple[bool, float]:
        card = one.card
        chance = recall(card.stability, (today - card.last).days) if card else 0.0
        return not one.confident_error, chance

    by_need = sorted(((need(one), one) for one in items), key=itemgetter(0))
    for _, group in groupby(by_need, key=itemgetter(0)):
        equals = [one for _, one in group]
        if len(equals) > 1:
            equals.sort(key=lambda one: _lot(seed, one.item))
        yield from equals


def _one_of_each(ranked: Iterable[Waiting], families: set[str], room: int) -> list[Waiting]:
    """The first `room` items that are no siblings of one another, or of the `families` so far."""
    chosen: list[Waiting] = []
    for one in ranked:
        if len(chosen) >= room:
            break
        if one.family:
            if one.family in families:
                continue
            families.add(one.family)
        chosen.append(one)
    return chosen


def _side_by_side(
    items: Sequence[Waiting], confused: Iterable[tuple[str, str]] = ()
) -> list[Block]:
    """A block for each item, and one for both of a confused pair; the first in rank leads."""
    here = {one.item: one for one in items}
    partner: dict[str, str] = {}
    for one, other in confused:
        if one in here and other in here and not {one, other} & partner.keys() and one != other:
            partner[one], partner[other] = other, one
    blocks: list[Block] = []
    placed: set[str] = set()
    for one_of in items:
        if one_of.item in placed:
            continue
        follower = here.get(partner.get(one_of.item, ""))
        last = follower or one_of
        both = (one_of.item,) if follower is None else (one_of.item, follower.item)
        placed.update(both)
        blocks.append(Block(both, one_of.objective, last.objective))
    return blocks


def _spread(left: int, a_day: int) -> tuple[int, ...]:
    """How many cards each following day gets."""
    full, rest = divmod(left, a_day)
    return (a_day,) * full + ((rest,) if rest else ())


def _lot(seed: int, item: str) -> bytes:
    """Decides between equals, the same again for the same seed."""
    from hashlib import blake2b  # not on the start path: it loads OpenSSL

    return blake2b(f"{seed}\n{item}".encode(), digest_size=8).digest()
