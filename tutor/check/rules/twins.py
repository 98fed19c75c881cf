"""Rule 9: stems that are nearly the same, over the whole course."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tutor.check.rules.parts import asked
from tutor.check.words import stem_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course.items import Item

# Shared words / all words of two stems, as a fraction: 35 * 0.8 is a little above 28.
_SHARED, _OF = 4, 5
_LOOKS = 200  # stems that one stem is compared with at most: keeps hostile courses linear


def near_duplicates(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs (later, earlier) of indexes of items whose stems share nearly all their words.

    Statements, steps and the like belong to the stem: "Which are true?" alone says nothing. Each
    item is paired with one earlier item at most. Siblings (`family`) are alike on purpose.
    The words of each stem are put in order of rarity. Two stems that share 80 % of their words
    then share one of the rarest 20 %, so only these are looked up: 10,000 items take two or
    three seconds, not the minutes that 50 million pairs would.
    """
    bags = [
        frozenset(stem_of(word) for _, text in asked(item) for word in words(text))
        for item in items
    ]
    uses = Counter(word for bag in bags for word in bag)
    seen: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for index, bag in enumerate(bags):
        rarest = sorted(bag, key=lambda word: (uses[word], word))
        looked_up = rarest[: len(bag) - -(-_SHARED * len(bag) // _OF) + 1]
        twin = _twin(index, looked_up, seen, bags, items)
        if twin is not None:
            pairs.append((index, twin))
        for word in looked_up:
            seen[word].append(index)
    return pairs


def _twin(
    index: int,
    looked_up: list[str],
    seen: dict[str, list[int]],
    bags: list[frozenset[str]],
    items: Sequence[Item],
) -> int | None:
    looked_at: set[int] = set()
    for word in looked_up:
        for other in seen.get(word, ()):
            if other in looked_at:
                continue
            if len(looked_at) == _LOOKS:
                return None
            looked_at.add(other)
            if not _siblings(items[index], items[other]) and _alike(bags[index], bags[other]):
                return other
    return None


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return _OF * shared >= _SHARED * (len(one) + len(other) - shared)


def _siblings(one: Item, other: Item) -> bool:
    return one.family is not None and one.family == other.family
