"""Slips of the keys: when a word typed is another word misspelt, and when that is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.quiz.graders.distance import distance
from tutor.quiz.graders.variants import american, roots, same, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.quiz.graders.glossary import Words
    from tutor.text import Tokens


@dataclass(frozen=True, slots=True)
class Slip:
    """A word typed and the word meant. `doubtful`: a word not accepted here is as near."""

    meant: str
    doubtful: bool = False


class Slips:
    """Judges slips against the words of the course and the item's own.

    What it finds out about a word it keeps: an item with many accepted answers asks often.
    """

    def __init__(self, glossary: Words, accepted: Iterable[str], rejected: Iterable[str]) -> None:
        self._glossary = glossary
        self._rejected = frozenset(rejected)
        self._rejected_roots = _all_roots(self._rejected)
        self._accepted_roots = _all_roots(accepted)
        self._real: dict[str, bool] = {}
        self._doubts: dict[tuple[str, int], bool] = {}

    def between(self, answer: Tokens, form: Tokens) -> tuple[Slip, ...] | None:
        """The slips that lead from `form` to `answer`; None if it is something else."""
        if len(answer) != len(form):
            return None
        found: list[tuple[str, str, int]] = []
        for typed, word in zip(answer, form, strict=True):
            near = nearest(typed, word)
            if near is None or (near[1] > 0 and self._is_real(typed)):
                return None
            found.append((typed, *near))
        return tuple(
            Slip(meant, doubtful=far > 0 and self._doubtful(typed, far))
            for typed, meant, far in found
        )

    def _is_real(self, typed: str) -> bool:
        """`typed` is a word of the course, so it is not another one misspelt."""
        if typed not in self._real:
            rejected = not self._rejected_roots.isdisjoint(roots(typed))
            self._real[typed] = rejected or self._glossary.is_word(typed)
        return self._real[typed]

    def _doubtful(self, typed: str, far: int) -> bool:
        """A word that is not accepted is as near to `typed` as the one that is."""
        if (typed, far) not in self._doubts:
            self._doubts[typed, far] = any(
                self._accepted_roots.isdisjoint(roots(word))
                for word in self._glossary.words | self._rejected
                # An ending more than a plural's or a spelling's cannot come near.
                if abs(len(word) - len(typed)) <= far + 2
                and any(distance(typed, form, far) <= far for form in spellings(word))
            )
        return self._doubts[typed, far]


@lru_cache(maxsize=2048)
def nearest(typed: str, word: str) -> tuple[str, int] | None:
    """The spelling of `word` that `typed` is, or may be a slip for, and how far it is off."""
    if same(typed, word):
        return typed, 0
    best: tuple[str, int] | None = None
    for form in spellings(word):
        limit = min(_limit(form), _limit(word))
        for shown in (typed, american(typed)):
            if not limit or shown[0] != form[0]:
                continue
            far = distance(shown, form, limit)
            if far <= limit and (best is None or far < best[1]):
                best = form, far
    return best


def _limit(word: str) -> int:
    """How many slips a word of this length may hold."""
    if len(word) <= 4 or any(c.isdigit() for c in word):
        return 0
    return 1 if len(word) <= 8 else 2


def _all_roots(words: Iterable[str]) -> frozenset[str]:
    return frozenset(root for word in words for root in roots(word))
