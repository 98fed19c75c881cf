"""Rule 8 for the question itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, advice, fault
from tutor.check.rules.options import judged
from tutor.check.words import sentences
from tutor.course.items import Emq, Item, Mtf, TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.yamlread.nodes import KeyPath

_LOUD = re.compile(r"\b(?:NOT|EXCEPT|LEAST)\b")
_EXCEPT = re.compile(
    r"\b(?:all|any|each|every|following|these|them)\b.*\bexcept\b|\bleast likely\b", re.I
)
# "Which of these is not ..." is negative. "Which nerve is hurt when she does not ..." is not, and
# "which movement can he not make" asks for what is lost.
_WHICH_NOT = re.compile(
    r"\b(?:which|what)\b"
    r"(?:(?!\b(?:if|when|where|while|whose|who|that|because|after|can|could)\b)[^,;:?])*?"
    r"(?:\b(?:not|never)\b(?! only)|n['’]t\b)",
    re.I,
)
# "He cannot lift it" is a finding; "It is not the cause" denies.
_NOT = re.compile(r"\b(?:is|are|was|were) not\b(?! only)|\b(?:is|are|was|were)n['’]t\b|\bNOT\b")
_READ = 1000  # characters of a question; what is longer was pasted, and patterns take their time


def question_of(stem: str) -> str:
    """The sentences that ask: every one with a question mark, and the last one."""
    found = sentences(" ".join(stem.split()))
    asked = " ".join(one for one in found if one.endswith("?") or one is found[-1])
    return asked[-_READ:]


def negative_stem(item: Item) -> Iterator[Flaw]:
    """Rule 8. A learner who overlooks NOT fails for reading, and learns a list of wrong things."""
    yield from _negative(("stem",), item.stem)
    if isinstance(item.body, Emq):
        for at, one in enumerate(item.body.stems):
            yield from _negative(("stems", at, "text"), one.text)


def _negative(path: KeyPath, stem: str) -> Iterator[Flaw]:
    asked = question_of(stem)
    for pattern in (_LOUD, _EXCEPT, _WHICH_NOT):
        if match := pattern.search(asked):
            word = match.group().split()[-1]
            yield fault(
                path,
                f'the question asks the wrong way round ("{word}")',
                "ask for what is true, or make it a `multi` item",
                word,
            )
            return


def negative_statement(item: Item) -> Iterator[Flaw]:
    """Rule 8. "False" to a negation is a negation of a negation: it tests logic, not knowledge."""
    if not isinstance(item.body, Mtf | TrueFalse):
        return
    for path, text in judged(item):
        if match := _NOT.search(text[:_READ]):
            yield advice(
                path,
                f'the statement denies something ("{match.group()}")',
                "say what is so, and let it be true or false",
                match.group(),
            )
