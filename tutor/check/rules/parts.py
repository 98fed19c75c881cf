"""The texts of an item by what they are for, and the questions within an item."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.course.items import Case, Cloze, Emq, Item, Match, Mtf, Multi, Order, Single
from tutor.course.items.case import stage_items
from tutor.course.quizshape import ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.yamlread.nodes import KeyPath

_PLACE = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ll]ast|[Ff]ormer|[Ll]atter"
_POSITION = re.compile(
    r"\b[Oo]ptions? (?:[A-Ea-e]|[1-9])\b|\b[Cc]hoices? (?:[A-E]|[1-9])\b|\b[Aa]nswers? [A-E]\b"
    rf"|\b(?:{_PLACE}) (?:option|choice|answer)\b"
    r"|\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?) (?:above|below)\b"
    r"|(?<![\w-])[A-E] (?:is|was) (?:right|wrong|correct|incorrect|true|false)\b"
)
_STATEMENT = re.compile(rf"\b[Ss]tatements? (?:[A-F]|[1-6])\b|\b(?:{_PLACE}) statement\b")


def questions(item: Item) -> Iterator[tuple[KeyPath, Item]]:
    """The item, and every gap and stage within it as an item of its own, with its place."""
    yield (), item
    for keys, inner in _inside(item):
        for further, one in questions(inner):
            yield (*keys, *further), one


def _inside(item: Item) -> Iterator[tuple[KeyPath, Item]]:
    match item.body:
        case Cloze(text, gaps):
            for name, gap in gaps:
                stem = f"{item.stem}\n\n{text}"
                yield ("gaps", name), replace(item, type=gap.type, body=gap.body, stem=stem)
        case Case(stages=stages):
            for at, (one, stage) in enumerate(zip(stage_items(item), stages, strict=True)):
                yield ("stages", at), replace(one, stem=stage.stem)


def is_gap(keys: KeyPath) -> bool:
    """Whether the place is that of a gap, whose stem is no question but the text round it."""
    return "gaps" in keys


def asked(item: Item) -> Iterator[tuple[KeyPath, str]]:
    """Every text that asks or is asked about, with its place; options are none."""
    yield ("stem",), item.stem
    match item.body:
        case Mtf():
            yield from _texts("statements", [one.text for one in item.body.statements])
        case Emq():
            yield from _texts("stems", [one.text for one in item.body.stems])
        case Order():
            yield from _texts("steps", [one.text for one in item.body.steps])
        case Match():
            yield from _texts("left", [one.text for one in item.body.left])
        case Cloze():
            yield ("text",), item.body.text
        case Case():
            for keys, stage in _inside(item):
                for path, text in asked(stage):
                    yield (*keys, *path), text


def options(item: Item) -> tuple[tuple[KeyPath, str], ...]:
    """What is chosen from, or judged, in one question, with its place."""
    match item.body:
        case Single() | Multi() | Emq():
            return tuple(_texts("options", [one.text for one in item.body.options]))
        case Match():
            return tuple(_texts("right", [one.text for one in item.body.right]))
        case Mtf():
            return tuple(_texts("statements", [one.text for one in item.body.statements]))
    return ()


def explanations(item: Item) -> Iterator[tuple[KeyPath, str]]:
    """Every text that teaches, after the answer or as a hint before it, with its place."""
    for path, text in ITEM.prose(item):
        if not {"why", "explain", "hints"}.isdisjoint(path):
            yield path, text


def letters_and_positions(item: Item) -> Iterator[Flaw]:
    """Section 6. Options are shuffled, so "option B" is another one for every learner."""
    patterns = []
    if any(options(one) for _, one in questions(item)):
        patterns.append(_POSITION)
    if any(isinstance(one.body, Mtf) for _, one in questions(item)):
        patterns.append(_STATEMENT)
    for path, text in explanations(item):
        match = next((found for one in patterns if (found := one.search(text))), None)
        if match:
            yield fault(
                path,
                f'"{match.group()}" points to an option by its place, and options are shuffled',
                "name the option by its words",
                match.group(),
            )


def _texts(key: str, texts: list[str]) -> Iterator[tuple[KeyPath, str]]:
    for at, text in enumerate(texts):
        yield (key, at, "text"), text
