"""The order in which options are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.quiz.graders import grader_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.course.items import Item


def shown_order(item: Item, seed: int) -> tuple[str, ...]:
    """The ids of what is shown in a drawn order, first to last; empty where nothing is.

    These are options, statements, steps to be ordered, or the answers of a match. Inside a gap or
    a stage the name stands before the id: "nerve/tibial"; `order_inside` takes it off.

    The same for the same seed and item on every machine, whatever order the author wrote. An
    item with `shuffle: false` keeps the author's order; an option with `pin: last` stays last.
    """
    return grader_of(item.type).order(item.body, Mixing(seed, item.id, item.shuffle))


class Mixing(NamedTuple):
    """What an order is drawn from. `shuffle` is the item's."""

    seed: int
    item: str
    shuffle: bool = True

    def mixed(self, ids: Iterable[str]) -> tuple[str, ...]:
        """`ids` in a drawn order, or as they are where the item is not shuffled."""
        return tuple(mixed(ids, self.seed, self.item)) if self.shuffle else tuple(ids)

    def inside(self, name: str, shuffle: bool) -> Mixing:
        """The same for a gap or a stage."""
        return Mixing(self.seed, f"{self.item}/{name}", shuffle)


def mixed(ids: Iterable[str], seed: int, item_id: str) -> list[str]:
    """`ids` in an order drawn from the seed and the item."""
    from hashlib import blake2b  # not on the start path: it loads OpenSSL

    # Each id has its own digest, so an option added or taken away leaves the others' order alone.
    def place(id: str) -> bytes:
        return blake2b(f"{seed}\n{item_id}\n{id}".encode(), digest_size=8).digest()

    return sorted(ids, key=place)
