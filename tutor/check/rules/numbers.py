"""Rule 11: units, order and tolerance of numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, advice, fault
from tutor.check.rules import parts
from tutor.check.words import quoted
from tutor.course.items import Item, Mtf, Number
from tutor.quiz.graders.units import shown_in, unit_names, unit_of
from tutor.yamlread.reading import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.yamlread.nodes import KeyPath

_COUNT = re.compile(
    r"\bhow (?:many|often)\b|\bnumber\b|\bcount\b|\bwhich (?:year|grade|level|score|vertebra)\b"
    r"|\b(?:grade|score|ratio|times|year|out of)\b",
    re.I,
)
_NUMBER = re.compile(r"[-−+]?\d+(?:[.,]\d+)?")
# Days in each, so that "6 weeks, 3 months, 1 year" is seen to be in order.
_TIMES = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_TIME = re.compile(r"\b(day|week|month|year)s?\b", re.I)


def number_without_unit(item: Item) -> Iterator[Flaw]:
    """Rule 11. "90" of what? Only a count, a grade or a year stands without a unit.

    What is counted is seen from the stem ("how many", "number of", "grade", "year").
    """
    if isinstance(item.body, Number) and item.body.unit is None and not _COUNT.search(item.stem):
        yield fault(
            ("type",),
            "the number has no unit, and the stem does not ask for a count",
            'add `unit`, or ask "How many ..."',
        )


def unknown_unit(item: Item) -> Iterator[Flaw]:
    """Rule 11. A unit that the grader does not know can only be typed letter for letter.

    A unit that the stem, or the story of a case, names need not be typed, and learners can read
    how it is written.
    """
    for keys, question in parts.questions(item):
        unit = question.body.unit if isinstance(question.body, Number) else None
        if unit is None or unit_of(unit) or shown_in(f"{item.stem}\n{question.stem}", unit):
            continue
        # The names of the table are single ones: "cm" is no correction of "cm per dya".
        meant = nearest(unit.casefold(), unit_names()) if unit.isalpha() else ""
        yield advice(
            (*keys, "unit"),
            f"the grader knows no unit {quoted(unit)}{meant}",
            "write one that it knows, or name yours in the stem",
        )


def unwritten_tolerance(item: Item, tolerance_is_written: bool) -> Iterator[Flaw]:
    """Rule 11. How near is near enough is the author's decision, not the program's.

    `tolerance_is_written` says whether `abs-tol` stands in the file: 0 may be written or meant.
    Counts are exact unless said otherwise, and a range says its own bounds.
    """
    body = item.body
    if not isinstance(body, Number) or body.answer is None or body.unit is None:
        return
    if body.abs_tol == 0 and body.rel_tol is None and not tolerance_is_written:
        yield fault(
            ("answer",),
            "the tolerance is not written",
            "add `abs-tol` (0 if only the exact number counts) or `rel-tol`",
        )


def unordered_scale(item: Item) -> Iterator[Flaw]:
    """Rule 11. A reader searches a row of numbers by size; disorder only costs time."""
    keys, values = _scale(item)
    if values and values not in (sorted(values), sorted(values, reverse=True)):
        yield fault(
            keys,
            "the numbers in the options do not stand in order",
            "put them in order, with `shuffle: false`",
        )


def shuffled_scale(item: Item) -> Iterator[Flaw]:
    """Rule 11, section 6. Numbers in order stay so only if the item is not shuffled."""
    keys, values = _scale(item)
    if values and item.shuffle:
        yield fault(
            keys,
            "the options are numbers and would be shuffled",
            "add `shuffle: false` to the item",
        )


def _scale(item: Item) -> tuple[KeyPath, list[tuple[float, ...]]]:
    """The options' numbers and where these stand, if the options differ in nothing else.

    ("6 weeks", "12 weeks"). Statements are no scale.
    """
    found = parts.options(item)
    texts = [text.strip() for _, text in found]
    if len(texts) < 2 or not all(map(_NUMBER.search, texts)) or isinstance(item.body, Mtf):
        return (), []
    shapes = {_NUMBER.sub("#", _TIME.sub("time", text)).casefold() for text in texts}
    # "2 weeks" and "2 to 4 weeks" are the same scale, "L5 root" and "S1 root" are not.
    if len({re.sub(r"#\s*(?:-|–|to|and)\s*#", "#", shape) for shape in shapes}) > 1:
        return (), []
    return found[0][0][:1], [_values(text) for text in texts]


def _values(text: str) -> tuple[float, ...]:
    found = _NUMBER.findall(re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " to ", text))
    unit = _TIME.search(text)
    factor = _TIMES[unit.group(1).casefold()] if unit else 1.0
    return tuple(factor * float(one.replace("−", "-").replace(",", ".")) for one in found)
