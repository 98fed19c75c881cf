"""Which words much of the course uses, so that meeting one again tells a learner nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tutor.check.rules.parts import asked
from tutor.check.words import stem_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.course.items import Item

_SHARE = 0.05  # of the stems
_LEAST = 4  # stems: in a small course a word in four of them is no rarity


def common_words(items: Iterable[Item]) -> frozenset[str]:
    """The words, as `stem_of` gives them, that stand in enough of the stems to be no cue."""
    uses: Counter[str] = Counter()
    count = 0
    for item in items:
        count += 1
        uses.update({stem_of(word) for _, text in asked(item) for word in words(text)})
    enough = max(_LEAST, _SHARE * count)
    return frozenset(word for word, stems in uses.items() if stems >= enough)
