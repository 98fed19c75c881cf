"""What was not known comes back the same day, until it was right once."""

from __future__ import annotations

from collections.abc import Sequence

KNOWN = 0.8
"""The score from which an answer shows that something is remembered."""

MOST_RETURNS = 3
"""A day. Then it waits for tomorrow: sleep helps more than a fourth try."""

OTHERS_BETWEEN = 3
"""Other items before it returns; an answer that is still in the ear is not remembered."""


def comes_back(again_today: int, right_today: bool) -> bool:
    """Whether an item returns today.

    `again_today` counts today's answers to it that were not known, the scored one included.
    """
    return not right_today and 1 <= again_today <= MOST_RETURNS


def put_back(queue: Sequence[str], item: str) -> tuple[str, ...]:
    """The queue of a running session with the item just answered put back into it.

    It comes after three others, or at the end when fewer are left.
    """
    others = [one for one in queue if one != item]
    return (*others[:OTHERS_BETWEEN], item, *others[OTHERS_BETWEEN:])
