"""An order in which one objective does not come twice in a row, where that can be avoided."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Block(NamedTuple):
    """Items that stay together, and the objectives at both ends."""

    items: tuple[str, ...]
    first: str
    last: str


def apart(blocks: Iterable[Block], before: str | None) -> list[Block]:
    """The blocks, most wanted first as they come, moved as little as keeps objectives apart.

    `before` is the objective asked before them.
    """
    waiting: dict[str, deque[tuple[int, Block]]] = {}
    for rank, block in enumerate(blocks):
        waiting.setdefault(block.first, deque()).append((rank, block))
    left = sum(map(len, waiting.values()))
    ordered: list[Block] = []
    while left:
        # An objective with more than half of what is left must go now, or it meets itself later.
        fullest = max(waiting, key=lambda one: len(waiting[one]))
        if fullest != before and 2 * len(waiting[fullest]) > left:
            objective = fullest
        else:
            others = [one for one in waiting if one != before] or list(waiting)
            objective = min(others, key=lambda one: waiting[one][0][0])
        _, block = waiting[objective].popleft()
        if not waiting[objective]:
            del waiting[objective]
        ordered.append(block)
        before = block.last
        left -= 1
    return ordered
