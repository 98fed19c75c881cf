"""Section 4: what a `text` item accepts must be something that can be typed and graded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.course.items import Item, Text
from tutor.text import Tokens, optional_words, tokens, without

if TYPE_CHECKING:
    from collections.abc import Iterator

# In line mode these letters are commands: hint, repeat, don't know, flag, undo, skip, leave, help.
_COMMANDS = frozenset("hrnfusq?")
_LONGEST = 200  # the grader takes longer answers for wrong
_NEGATED = re.compile(r"^(?:no|not|never|cannot|without)\s+\w|\bnot\b|n['’]t\b", re.I)


def command_as_answer(item: Item) -> Iterator[Flaw]:
    """In line mode the letter would open the hint or leave the quiz, and never be graded."""
    for index, text in _accepted(item):
        if text.strip().casefold() in _COMMANDS:
            yield fault(
                ("accept", index),
                f'"{text.strip()}" is a command of line mode and can never be an answer',
                "accept a longer form, or ask another question",
            )


def empty_answer(item: Item) -> Iterator[Flaw]:
    """Section 4. An answer of signs or optional words only leaves nothing to compare."""
    if not isinstance(item.body, Text):
        return
    for index, text in _accepted(item):
        if text.strip() != "?" and not _words(item.body, text):
            yield fault(
                ("accept", index),
                f'nothing is left of "{text}" once signs and optional words are dropped',
                "accept a word that stands in it, or take it out of `optional-words`",
            )


def endless_answer(item: Item) -> Iterator[Flaw]:
    """Section 4. The grader does not read beyond 200 characters."""
    for index, text in _accepted(item):
        if len(text.strip()) > _LONGEST:
            yield fault(
                ("accept", index),
                f"an answer of {len(text.strip())} characters; above {_LONGEST} none is accepted",
                "ask for a name or a few words",
            )


def accepted_and_rejected(item: Item) -> Iterator[Flaw]:
    """Section 4. The same answer cannot be right and wrong; the grader would say right."""
    if not isinstance(item.body, Text):
        return
    accepted = {said: text for _, text in _accepted(item) if (said := _words(item.body, text))}
    for index, rejected in enumerate(item.body.reject):
        if twin := accepted.get(_words(item.body, rejected.text)):
            also = "" if twin == rejected.text else f' (as "{twin}")'
            yield fault(
                ("reject", index),
                f'"{rejected.text}" is accepted{also} and rejected',
                "keep it in one of the two lists",
            )


def negated_answer(item: Item) -> Iterator[Flaw]:
    """Section 4. "Not L5" is no answer to "which root": it names what the thing is not."""
    for index, text in _accepted(item):
        if match := _NEGATED.search(text):
            yield fault(
                ("accept", index),
                f'"{text}" is a negation ("{match.group().split()[0]}")',
                "accept the name of the thing itself",
            )


def side_as_optional_word(item: Item) -> Iterator[Flaw]:
    """Section 4. Left for right is a wrong answer, so neither may be left out."""
    if not isinstance(item.body, Text):
        return
    for index, word in enumerate(item.body.optional_words):
        if set(tokens(word)) & {"left", "right"}:
            yield fault(
                ("optional-words", index),
                f'"{word}" can be no optional word',
                "the side belongs to the answer",
            )


def _accepted(item: Item) -> Iterator[tuple[int, str]]:
    if isinstance(item.body, Text):
        for index, one in enumerate(item.body.accept):
            yield index, one.text


def _words(body: Text, text: str) -> Tokens:
    return without(tokens(text), optional_words(body.optional_words))
