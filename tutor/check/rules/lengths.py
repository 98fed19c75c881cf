"""Rule 7 over the whole course: no habit may give the right options away."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from tutor.check.rules.parts import questions
from tutor.course.items import Item, Single

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH = 20  # items: below, chance alone makes habits
_CLEARLY = 2.33  # standard deviations: one honest course in a hundred is told off


def longest_key_habit(items: Iterable[Item]) -> str | None:
    """What to say if the key is the longest option in clearly more items than chance, or None.

    Each `single` item, stage or gap with k options counts as a draw of 1 in k. A key counts as
    longest only if it is longer than every other option.
    """
    count = longest = 0
    expected = variance = 0.0
    for item in (one for whole in items for _, one in questions(whole)):
        if not isinstance(item.body, Single) or len(item.body.options) < 2:
            continue
        chance = 1 / len(item.body.options)
        count += 1
        expected += chance
        variance += chance * (1 - chance)
        right = max((len(one.text) for one in item.body.options if one.right), default=0)
        wrong = max((len(one.text) for one in item.body.options if not one.right), default=0)
        longest += right > wrong
    if count < _ENOUGH or longest <= expected + _CLEARLY * sqrt(variance):
        return None
    return (
        f"the right option is the longest in {longest} of {count} `single` items; "
        f"by chance it would be in about {expected:.0f}"
    )
