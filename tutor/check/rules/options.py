"""Rules 5 and 8 for options, and for statements that are true or false."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, advice, fault
from tutor.check.rules import parts
from tutor.check.words import sentences
from tutor.course.items import Item, Single, TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.yamlread.nodes import KeyPath

_USUAL = 3
_WORDED = {4: "four", 5: "five"}

_ALL_OF_THEM = re.compile(
    r"\b(?:all|none|both|neither|any|some|two) of (?:the (?:above|others?|options|answers|rest)"
    r"|these|them|those)\b|\b(?:the )?above\s*$",
    re.I,
)
_COMBINED = re.compile(
    r"(?:(?:[Bb]oth|[Oo]nly|[Oo]ptions?|[Aa]nswers?) )*"
    r"[A-E1-5](?:\s*,\s*[A-E1-5])*\s*(?:and|or|&)\s*[A-E1-5](?: only)?\.?",
)
# Option letters, told from numbers that are themselves the answer ("2 and 3").
_LETTER = re.compile(r"(?<!\w)[A-E](?!\w)|\b(?:options?|answers?)\b", re.I)
_ABSOLUTE = re.compile(
    r"\b(?<!-)(?:always|never|only|(?<!at )(?<!above )all|none|every|everyone|everybody|nobody"
    r"|invariably)\b(?!-)",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:usually|often|sometimes|rarely|frequently|seldom|occasionally|commonly|generally"
    r"|typically|regularly|might)\b|\bmay\b|^May\b(?! \d)",
)


_TRUE_OR_FALSE = re.compile(r"\b(?:true|right) or (?:false|wrong)\b", re.I)


def judged(item: Item) -> tuple[tuple[KeyPath, str], ...]:
    """The options of a question, or the one statement that is true or false."""
    if isinstance(item.body, TrueFalse):
        return ((("stem",), statement_of(item.stem)),)
    return parts.options(item)


def statement_of(stem: str) -> str:
    """The sentence of a stem that is true or false: the last one but for that question."""
    found = [one for one in sentences(" ".join(stem.split())) if not _TRUE_OR_FALSE.search(one)]
    return found[-1] if found else stem


def too_many_options(item: Item) -> Iterator[Flaw]:
    """Rule 5. A fourth option earns its place only as a mistake that learners really make.

    An author says so with `error`: each option beyond three needs a wrong one that names its
    kind of mistake. `multi` items need more options by their nature.
    """
    if not isinstance(item.body, Single):
        return
    options = item.body.options
    extra = len(options) - _USUAL
    real = sum(1 for one in options if one.error and not one.right)
    if extra > real:
        yield advice(
            ("options",),
            f"{_WORDED.get(len(options), len(options))} options; three do as well",
            "drop the weakest, or say with `error` which mistake each extra one is",
        )


def all_of_the_above(item: Item) -> Iterator[Flaw]:
    """Rule 8. Knowing two options gives such an answer away, and shuffling breaks it."""
    for path, text in parts.options(item):
        text = text.strip()
        combined = _COMBINED.fullmatch(text) and _LETTER.search(text)
        if combined or _ALL_OF_THEM.search(text):
            yield fault(
                path,
                f'"{text}" speaks of the other options',
                "write an answer that stands alone, or make it a `multi` item",
            )


def absolute_words(item: Item) -> Iterator[Flaw]:
    """Rule 8. Test-wise learners cross out "always" and "never" without knowing anything."""
    yield from _telling_words(
        item,
        _ABSOLUTE,
        "is absolute, and absolute options are nearly always wrong",
        "say the thing itself, without the word",
    )


def vague_words(item: Item) -> Iterator[Flaw]:
    """Rule 8. "Often" means 30 % to one reader and 80 % to the next; nobody can be marked on it."""
    yield from _telling_words(
        item,
        _VAGUE,
        "says how often, and everybody reads it differently",
        "give the figure, or move the word into the stem",
    )


def _telling_words(item: Item, pattern: re.Pattern[str], message: str, hint: str) -> Iterator[Flaw]:
    texts = judged(item)
    found = [
        (path, match.group())
        for path, text in texts
        if not _ALL_OF_THEM.search(text)
        if (match := pattern.search(text))
    ]
    # The same word in every option (a scale: "never", "only the toes") singles none out.
    if 1 < len(found) == len(texts) and len({word.lower() for _, word in found}) == 1:
        return
    for path, word in found:
        yield fault(path, f'"{word}" {message}', hint, word)
