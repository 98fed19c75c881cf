"""Rule 14 as far as it can be counted: sentences that are read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, advice
from tutor.check.rules.parts import asked, explanations
from tutor.check.words import lines, quoted, sentences, words
from tutor.course.model import Lesson, RecallCard, Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.course.items import Item
    from tutor.yamlread.nodes import KeyPath

_WORDS = 35


def long_item_sentences(item: Item) -> Iterator[Flaw]:
    """Rule 14. Who loses the thread of a stem is tested on reading."""
    for path, text in (*asked(item), *explanations(item)):
        yield from _long(text, path)


def long_page_sentences(page: Screen | RecallCard) -> Iterator[Flaw]:
    """Rule 14. A long sentence is read twice, and line mode reads it aloud."""
    if isinstance(page, Screen):
        yield from _long(page.body, ("body",))
    else:
        yield from _long(page.recall, ("recall",))
        yield from _long(page.answer, ("answer",))


def long_take_home(lesson: Lesson) -> Iterator[Flaw]:
    """Rule 14. A sentence to remember is short."""
    for index, text in enumerate(lesson.take_home):
        yield from _long(text, ("take-home", index))


def _long(text: str, path: KeyPath) -> Iterator[Flaw]:
    for line in lines(text):
        for sentence in sentences(line):
            count = len(words(sentence))
            if count > _WORDS:
                yield advice(
                    path,
                    f"a sentence of {count} words: {quoted(sentence)}",
                    "make two of it",
                    " ".join(sentence.split()[:2]),
                )
