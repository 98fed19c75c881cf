"""Search over the pages of lessons, the questions and the glossary: words in, hits out."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tutor.course.model import TAKE_HOME, Lesson, RecallCard
from tutor.prose import plain
from tutor.text import tokens

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from tutor.course.library import Library
    from tutor.course.model import Quiz, Term

_MOST_WORDS = 12  # of a query; a pasted page is no question
_EXCERPT = 160
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
_SUGGESTIONS = 3
_SUGGESTED_FROM = 4  # letters: shorter words are close to everything


class Where(StrEnum):
    """What a hit is. Faces show the groups in this order."""

    TERM = "term"
    PAGE = "page"
    ITEM = "item"
    NOTE = "note"


class Document(NamedTuple):
    """Something that can be found.

    `id` is that of the term, page or item (of a note: its item's); `lesson` the lesson's, empty
    for a term; `page` the index of a page in its lesson, else 0. `names` are searched before
    `text`, and the whole of `text` may be quoted; what is only `hidden` (the answer of a question)
    is searched, not shown.
    """

    where: Where
    id: str
    lesson: str
    page: int
    names: tuple[str, ...]
    text: str
    hidden: str = ""


class Hit(NamedTuple):
    """A place found. `excerpt` is the sentence that the words stand in, perhaps cut, or empty."""

    where: Where
    id: str
    lesson: str
    page: int
    title: str
    excerpt: str


class Found(NamedTuple):
    """Hits, the best of each group first; `more` counts those that were left out.

    Where there is no hit, `close` are words like those that nothing holds.
    """

    hits: tuple[Hit, ...]
    more: int = 0
    close: tuple[str, ...] = ()

    def of(self, where: Where) -> tuple[Hit, ...]:
        """The hits of one group."""
        return tuple(hit for hit in self.hits if hit.where is where)


class Index:
    """Documents prepared for many searches. A search takes time in proportion to their length."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        # A blank before each word, so that a word is found from its beginning only.
        self._names = [tuple(map(_joined, one.names)) for one in self._documents]
        self._texts = [_joined(f"{one.text}\n{one.hidden}") for one in self._documents]

    def find(self, query: str, most: int = 20) -> Found:
        """Documents that hold every word of the query, at most `most` of each group.

        A word may be typed in part. Case, accents and signs do not matter.
        """
        words = tokens(query)[:_MOST_WORDS]
        if not words:
            return Found(())
        parts = [f" {word}" for word in words]
        phrase = "".join(parts)
        ranked: dict[Where, list[tuple[int, int]]] = {where: [] for where in Where}
        for at, one in enumerate(self._documents):
            names, text = self._names[at], self._texts[at]
            everything = "".join(names) + text
            if all(part in everything for part in parts):
                ranked[one.where].append((_rank(names, text, phrase, parts), at))
        if not any(ranked.values()):
            return Found((), close=self._close_to(words))
        best = [at for group in ranked.values() for _, at in sorted(group)[:most]]
        more = sum(map(len, ranked.values())) - len(best)
        return Found(tuple(_hit(self._documents[at], words) for at in best), more)

    def _close_to(self, words: Iterable[str]) -> tuple[str, ...]:
        from difflib import get_close_matches

        known = {word for text in self._texts for word in text.split()}
        known.update(word for names in self._names for name in names for word in name.split())
        likely = sorted(word for word in known if len(word) >= _SUGGESTED_FROM)
        strange = [word for word in words if not any(one.startswith(word) for one in known)]
        close = [one for word in strange for one in get_close_matches(word, likely, _SUGGESTIONS)]
        return tuple(dict.fromkeys(close))


def course_index(
    library: Library, asked: Container[str] | None = None, more: Iterable[Document] = ()
) -> Index:
    """Everything that a learner may look for. Opens every lesson of the course.

    Of the questions only those whose ids are in `asked`, unless it is None. `more` are found too.
    """
    return Index((*_course(library, asked), *more))


def term_index(glossary: Mapping[str, Term]) -> Index:
    """The glossary alone."""
    return Index(_terms(glossary))


def _course(library: Library, asked: Container[str] | None) -> Iterator[Document]:
    yield from _terms(library.glossary())
    for entry in library.lessons:
        yield from _pages(library.lesson(entry.id))
        quiz = library.quiz(entry.id)
        if quiz is not None:
            yield from (one for one in _items(quiz) if asked is None or one.id in asked)


def _terms(glossary: Mapping[str, Term]) -> Iterator[Document]:
    for term in glossary.values():
        text = f"{term.plain}.\n{term.text}" if term.plain else term.text
        yield Document(Where.TERM, term.id, "", 0, (term.term, *term.also), plain(text))


def _pages(lesson: Lesson) -> Iterator[Document]:
    for at, page in enumerate(lesson.pages):
        if isinstance(page, RecallCard):
            name, text, hidden = plain(page.recall), "", plain(page.answer)
        else:
            name, text, hidden = page.title, plain(page.body), ""
        yield Document(Where.PAGE, page.id, lesson.id, at, (name,), text, hidden)
    if lesson.take_home:
        text = "\n".join(map(plain, lesson.take_home))
        at = len(lesson.pages)
        yield Document(Where.PAGE, TAKE_HOME, lesson.id, at, ("What to take home",), text)


def _items(quiz: Quiz) -> Iterator[Document]:
    for item in quiz.items:
        if item.status is None:
            stem, why = plain(item.stem), plain(item.explain)
            yield Document(Where.ITEM, item.id, quiz.id, 0, (), stem, why)


def _joined(text: str) -> str:
    return "".join([f" {word}" for word in tokens(text)])


def _rank(names: tuple[str, ...], text: str, phrase: str, parts: list[str]) -> int:
    """How good a hit is, from 0 (it is called so) to 4."""
    if phrase in names:
        return 0
    if any(name.startswith(phrase) for name in names):
        return 1
    if any(all(part in name for part in parts) for name in names):
        return 2
    return 3 if phrase in text else 4


def _hit(one: Document, words: tuple[str, ...]) -> Hit:
    excerpt = _excerpt(one.text, words)
    title = one.names[0] if one.names else excerpt
    return Hit(one.where, one.id, one.lesson, one.page, title, excerpt if one.names else "")


def _excerpt(text: str, words: tuple[str, ...]) -> str:
    """The sentence that holds most of the words, cut when it is very long."""
    sentences = [one for one in _SENTENCE_END.split(text) if one]
    if not sentences:
        return ""

    def held(sentence: str) -> int:
        joined = _joined(sentence)
        return sum(f" {word}" in joined for word in words)

    best = max(sentences, key=held).removeprefix("- ")
    if len(best) <= _EXCERPT:
        return best
    return f"{best[:_EXCERPT].rsplit(maxsplit=1)[0]}…"
