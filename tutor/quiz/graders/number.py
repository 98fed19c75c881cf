"""`number`: a typed number with its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.graders.grader import Asking, Looking, Told
from tutor.quiz.graders.reading import Quantity, Unclear, read, written
from tutor.quiz.graders.typed import given, typed
from tutor.quiz.graders.units import convert, item_unit, own_unit, shown_in, unit_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Number
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing

# Binary fractions: 0.1 + 0.2 is within a tolerance of 0 from 0.3.
_SLACK = 1e-9


def grade(body: Number, response: Mapping[str, object], asking: Asking) -> Grade | AskAgain:
    """Right within the tolerance, bounds included; part of the credit in the `near` band.

    What is unclear (the mark in 1,000, a missing or unknown unit) is asked for once.
    """
    asked_before = asking.asked > 0
    quantity = read(typed(response), insist=asked_before)
    if quantity is None:
        return AskAgain(words.TYPE_A_NUMBER, counts=False)
    if isinstance(quantity, Unclear):
        return AskAgain(words.unclear_number(quantity.readings))
    if not quantity.unit:
        missing = body.unit is not None and not shown_in(asking.stem, body.unit)
        if missing and not asked_before:
            return AskAgain(words.WHICH_UNIT)
        graded = _graded(body, quantity.value)
        return _with_unit_said(graded, body, quantity) if missing else graded
    value = _in_unit(body, quantity, asking.stem)
    if isinstance(value, str):
        return Grade.of(0.0) if asked_before else AskAgain(value)
    return _graded(body, value)


def _in_unit(body: Number, quantity: Quantity, stem: str) -> float | str | None:
    """The value in the item's unit, None if it has none there, or what to ask."""
    unit = unit_of(quantity.unit)
    if unit is not None:
        return convert(quantity.value, unit, item_unit(body.unit))
    if own_unit(quantity.unit, body.unit):
        return quantity.value
    if body.unit is not None:
        return words.unknown_unit(quantity.unit)
    # "4 muscles", where the stem asks how many muscles.
    if _all_in(quantity.unit, stem):
        return quantity.value
    return words.number_alone(quantity.unit)


def _all_in(phrase: str, stem: str) -> bool:
    known = set(re.findall(r"\w+", stem.casefold()))
    return all(one in known or f"{one}s" in known for one in re.findall(r"\w+", phrase.casefold()))


def _graded(body: Number, value: float | None) -> Grade:
    if value is None or not abs(value) < float("inf"):
        return Grade.of(0.0)
    off, key = _off(body, value)
    if off <= _band(body.abs_tol, body.rel_tol, key):
        return Grade.of(1.0)
    near = body.near
    if near is not None and off <= _band(near.abs_tol, near.rel_tol, key):
        return Grade.of(near.credit, note=near.why)
    return Grade.of(0.0)


def _off(body: Number, value: float) -> tuple[float, float]:
    """How far `value` is from the answer or the range, and the number it is measured from."""
    if body.answer is not None:
        return abs(value - body.answer), body.answer
    if body.low is not None and value < body.low:
        return body.low - value, body.low
    if body.high is not None and value > body.high:
        return value - body.high, body.high
    return 0.0, value


def _band(abs_tol: float | None, rel_tol: float | None, key: float) -> float:
    return max(abs_tol or 0.0, (rel_tol or 0.0) * abs(key)) + _SLACK


def _with_unit_said(graded: Grade, body: Number, quantity: Quantity) -> Grade:
    """The grade of a number that came without its unit even when asked for it."""
    said = words.read_as(f"{written(quantity.value)} {body.unit}")
    return Grade(graded.score, graded.verdict, f"{said} {graded.note}".strip(), graded.brief)


def told(body: Number, response: Response, looking: Looking) -> Told:  # noqa: ARG001
    return Told(given=given(response), right_answer=_right_answer(body))


def _right_answer(body: Number) -> str:
    if body.answer is None:
        return _with_unit(_range(body.low, body.high), body.unit)
    right = _with_unit(written(body.answer), body.unit)
    band = max(body.abs_tol, (body.rel_tol or 0.0) * abs(body.answer))
    if band <= 0:
        return right
    return f"{right} ({_range(body.answer - band, body.answer + band)} counts)"


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return f"at most {written(high or 0.0)}"
    return f"at least {written(low)}" if high is None else f"{written(low)} to {written(high)}"


def _with_unit(number: str, unit: str | None) -> str:
    if unit is None:
        return number
    return f"{number}{unit}" if unit == "°" else f"{number} {unit}"


def order(body: Number, mixing: Mixing) -> tuple[str, ...]:  # noqa: ARG001
    return ()
