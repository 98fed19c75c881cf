"""Rule 11: units, order and tolerance of numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.check.rules.options import options_of
from tutor.course.items import Item, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def unwritten_tolerance(item: Item, is_written: Callable[[str], bool]) -> Iterator[Flaw]:
    """Rule 11. How near is near enough is the author's decision, not the program's.

    `is_written` says whether the item has a key in its file: 0 may be written or meant. Counts
    are exact unless said otherwise, and a range says its own bounds.
    """
    body = item.body
    if not isinstance(body, Number) or body.answer is None or body.unit is None:
        return
    if body.abs_tol == 0 and body.rel_tol is None and not is_written("abs-tol"):
        yield fault(
            ("answer",),
            "the tolerance is not written",
            "add `abs-tol` (0 if only the exact number counts) or `rel-tol`",
        )


def unordered_scale(item: Item) -> Iterator[Flaw]:
    """Rule 11. A reader searches a row of numbers by size; disorder only costs time."""
    values = _scale(item)
    if values and values not in (sorted(values), sorted(values, reverse=True)):
        yield fault(
            ("options",),
            "the numbers in the options do not stand in order",
            "put them in order, with `shuffle: false`",
        )


def shuffled_scale(item: Item) -> Iterator[Flaw]:
    """Rule 11, section 6. Numbers in order stay so only if the item is not shuffled."""
    values = _scale(item)
    if values and item.shuffle:
        yield fault(
            ("options",),
            "the options are numbers and would be shuffled",
            "add `shuffle: false` to the item",
        )


def _scale(item: Item) -> list[tuple[float, ...]] | None:
    """The options' numbers, if the options differ in nothing else ("6 weeks", "12 weeks")."""
    texts = [option.text.strip() for option in options_of(item)]
    if len(texts) < 2 or not all(map(_NUMBER.search, texts)):
        return None
    shapes = {_NUMBER.sub("#", _TIME.sub("time", text)).casefold() for text in texts}
    # "2 weeks" and "2 to 4 weeks" are the same scale, "L5 root" and "S1 root" are not.
    if len({re.sub(r"#\s*(?:-|–|to|and)\s*#", "#", shape) for shape in shapes}) > 1:
        return None
    return [_values(text) for text in texts]


def _values(text: str) -> tuple[float, ...]:
    found = _NUMBER.findall(re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " to ", text))
    unit = _TIME.search(text)
    factor = _TIMES[unit.group(1).casefold()] if unit else 1.0
    return tuple(factor * float(one.replace("−", "-").replace(",", ".")) for one in found)
