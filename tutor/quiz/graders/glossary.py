"""The words of the course: what is a synonym, and what is a real word and no slip of the keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tutor.quiz.graders.variants import roots, same
from tutor.text import Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tutor.course.model import Term

_LITTLE = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "off", "on"}
    | {"or", "out", "over", "that", "the", "to", "under", "up", "with"}
)
# Enough for a phrase that holds two terms with six names each.
_MOST_PHRASES = 40


@dataclass(frozen=True, slots=True)
class _Index:
    groups: tuple[tuple[Tokens, ...], ...]
    """The names of each term."""
    by_root: Mapping[str, tuple[tuple[Tokens, int], ...]]
    """Names and their group, by the roots of the first word."""
    words: frozenset[str]
    roots: frozenset[str]


@dataclass(frozen=True)
class Words:
    """The glossary as graders use it.

    `load` gives the terms by id; it is called once, when the first typed answer is graded.
    """

    load: Callable[[], Mapping[str, Term]]

    @classmethod
    def of(cls, terms: Mapping[str, Term]) -> Words:
        """The words of terms that are at hand already."""
        return cls(lambda: terms)

    @cached_property
    def _index(self) -> _Index:
        groups = [
            tuple(dict.fromkeys(name for name in map(tokens, (term.term, *term.also)) if name))
            for term in self.load().values()
        ]
        by_root: dict[str, list[tuple[Tokens, int]]] = {}
        words: set[str] = set()
        for n, names in enumerate(groups):
            for name in names:
                for root in roots(name[0]):
                    by_root.setdefault(root, []).append((name, n))
                words.update(name)
        words -= _LITTLE
        return _Index(
            groups=tuple(groups),
            by_root={root: tuple(names) for root, names in by_root.items()},
            words=frozenset(words),
            roots=frozenset(root for word in words for root in roots(word)),
        )

    @property
    def words(self) -> frozenset[str]:
        """Every word of every name, but for "of" and the like."""
        return self._index.words

    def is_word(self, word: str) -> bool:
        """`word` occurs in a name of the glossary, in this or another form."""
        return not self._index.roots.isdisjoint(roots(word))

    def phrases(self, phrase: Tokens) -> tuple[Tokens, ...]:
        """`phrase`, then what it becomes when names in it are replaced by their synonyms.

        No word is replaced twice: "dorsiflexion" with the synonym "ankle dorsiflexion" would go
        on for ever.
        """
        ends: list[tuple[Tokens, ...]] = [((),)]  # the ways to say each end of it, shortest first
        for start in reversed(range(len(phrase))):
            ways = [(phrase[start], *end) for end in ends[-1]]
            for name, group in self._starting(phrase[start:]):
                after = ends[len(phrase) - start - len(name)]
                others = (one for one in self._index.groups[group] if one != name)
                ways += [(*other, *end) for other in others for end in after]
            ends.append(_different(ways))
        return ends[-1]

    def _starting(self, phrase: Tokens) -> Iterator[tuple[Tokens, int]]:
        """The names with which `phrase` begins."""
        if not phrase:
            return
        for root in roots(phrase[0]):
            for name, group in self._index.by_root.get(root, ()):
                if phrase_is(phrase[: len(name)], name):
                    yield name, group


def phrase_is(a: Tokens, b: Tokens) -> bool:
    """Both say the same, word by word."""
    return len(a) == len(b) and all(map(same, a, b))


def _different(phrases: list[Tokens]) -> tuple[Tokens, ...]:
    """The first of those that say the same word by word; not more than are worth a look."""
    found: dict[Tokens, Tokens] = {}
    for phrase in phrases:
        found.setdefault(tuple(min(roots(word)) for word in phrase), phrase)
    return tuple(found.values())[:_MOST_PHRASES]
