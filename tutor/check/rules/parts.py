"""Section 6: the explaining parts of an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.course.items import Item, Multi, Number, Single, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.yamlread.nodes import KeyPath

_POSITION = re.compile(
    r"\b[Oo]ptions? (?:[A-Ea-e]|[1-9])\b|\b[Cc]hoices? (?:[A-E]|[1-9])\b|\b[Aa]nswers? [A-E]\b"
    r"|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast|[Ff]ormer|[Ll]atter)"
    r" (?:option|choice|answer)\b"
    r"|\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?) (?:above|below)\b"
    r"|(?<![\w-])[A-E] (?:is|was) (?:right|wrong|correct|incorrect|true|false)\b"
)


def explanations(item: Item) -> Iterator[tuple[KeyPath, str]]:
    """Every text that teaches, after the answer or as a hint before it, with its place."""
    yield ("explain",), item.explain
    for index, hint in enumerate(item.hints):
        yield ("hints", index), hint
    match item.body:
        case Single() | Multi():
            for index, option in enumerate(item.body.options):
                yield ("options", index, "why"), option.why
        case Text():
            for index, accepted in enumerate(item.body.accept):
                if accepted.why:
                    yield ("accept", index, "why"), accepted.why
            for index, rejected in enumerate(item.body.reject):
                yield ("reject", index, "why"), rejected.why
        case Number(near=near) if near:
            yield ("near", "why"), near.why


def letters_and_positions(item: Item) -> Iterator[Flaw]:
    """Section 6. Options are shuffled, so "option B" is another one for every learner."""
    if not isinstance(item.body, Single | Multi):
        return
    for path, text in explanations(item):
        if match := _POSITION.search(text):
            yield fault(
                path,
                f'"{match.group()}" points to an option by its place, and options are shuffled',
                "name the option by its words",
                match.group(),
            )
