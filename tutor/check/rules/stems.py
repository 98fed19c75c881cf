"""Rule 8 for the question itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.check.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.course.items import Item

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
_READ = 1000  # characters of a question; what is longer was pasted, and patterns take their time


def question_of(stem: str) -> str:
    """The sentences that ask: every one with a question mark, and the last one."""
    found = sentences(" ".join(stem.split()))
    asked = " ".join(one for one in found if one.endswith("?") or one is found[-1])
    return asked[-_READ:]


def negative_stem(item: Item) -> Iterator[Flaw]:
    """Rule 8. A learner who overlooks NOT fails for reading, and learns a list of wrong things."""
    asked = question_of(item.stem)
    for pattern in (_LOUD, _EXCEPT, _WHICH_NOT):
        if match := pattern.search(asked):
            word = match.group().split()[-1]
            yield fault(
                ("stem",),
                f'the question asks the wrong way round ("{word}")',
                "ask for what is true, or make it a `multi` item",
                word,
            )
            return
