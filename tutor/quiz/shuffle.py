"""The order in which options are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.items import Item, Multi, Single

if TYPE_CHECKING:
    from collections.abc import Iterable


def shown_order(item: Item, seed: int) -> tuple[str, ...]:
    """The option ids of an item in the order of their numbers; empty for typed answers.

    The same for the same seed and item on every machine, whatever order the author wrote. An
    item with `shuffle: false` keeps the author's order; an option with `pin: last` stays last.
    """
    body = item.body
    if not isinstance(body, Single | Multi):
        return ()
    free = [one.id for one in body.options if one.pin is None]
    pinned = [one.id for one in body.options if one.pin == "last"]
    return (*(mixed(free, seed, item.id) if item.shuffle else free), *pinned)


def mixed(ids: Iterable[str], seed: int, item_id: str) -> list[str]:
    """`ids` in an order drawn from the seed and the item."""
    from hashlib import blake2b  # not on the start path: it loads OpenSSL

    # Each id has its own digest, so an option added or taken away leaves the others' order alone.
    def place(id: str) -> bytes:
        return blake2b(f"{seed}\n{item_id}\n{id}".encode(), digest_size=8).digest()

    return sorted(ids, key=place)
