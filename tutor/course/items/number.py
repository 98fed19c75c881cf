"""`number`: a typed number with its unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.yamlread import scalars
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Str

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Near:
    """A second, wider band round the answer that earns part of the credit."""

    credit: float
    why: str
    abs_tol: float | None = None
    rel_tol: float | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """Either `answer` (with a tolerance) or the range `low` to `high`, bounds included."""

    answer: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    abs_tol: float = 0.0
    rel_tol: float | None = None
    near: Near | None = None

    def key(self) -> object:
        near = self.near and [self.near.abs_tol, self.near.rel_tol, self.near.credit]
        return [self.answer, self.low, self.high, self.unit, self.abs_tol, self.rel_tol, near]


def _objections(body: Number) -> Iterator[Objection]:
    bounds = (body.low, body.high)
    if body.answer is None and bounds == (None, None):
        yield Objection((), 'a number needs "answer", or "low" and "high"')
    elif body.answer is not None and bounds != (None, None):
        yield Objection(("answer",), 'write either "answer" or "low" and "high"')
    elif body.answer is None and (body.low is None or body.high is None):
        there = "low" if body.high is None else "high"
        yield Objection((there,), 'a range needs "low" and "high"')
    elif body.low is not None and body.high is not None and body.low >= body.high:
        yield Objection(("low",), '"low" must be below "high"')
    if body.answer is None and (body.abs_tol or body.rel_tol is not None):
        key = "abs-tol" if body.abs_tol else "rel-tol"
        yield Objection((key,), "a range has no tolerance: widen the range itself")
    elif body.abs_tol and body.rel_tol is not None:
        yield Objection(("rel-tol",), 'write either "abs-tol" or "rel-tol"')
    if body.near is not None:
        yield from _near_objections(body, body.near)


def _near_objections(body: Number, near: Near) -> Iterator[Objection]:
    if (near.abs_tol is None) == (near.rel_tol is None):
        yield Objection(("near",), 'write either "abs-tol" or "rel-tol" here')
        return
    if body.answer is None:
        if near.rel_tol is not None:
            yield Objection(("near", "rel-tol"), 'a range takes "abs-tol" here')
        return
    own = max(body.abs_tol, (body.rel_tol or 0.0) * abs(body.answer))
    wider = near.abs_tol if near.abs_tol is not None else (near.rel_tol or 0.0) * abs(body.answer)
    if wider <= own:
        yield Objection(("near",), "the near band must be wider than the tolerance")


_POSITIVE = scalars.Number(low=0)

NEAR = Record(
    Near,
    "a near band",
    [
        Field("credit", scalars.Number(low=0.05, high=0.95)),
        Field("why", Str(prose=True)),
        Field("abs-tol", _POSITIVE, required=False),
        Field("rel-tol", _POSITIVE, required=False),
    ],
)
NUMBER = Record(
    Number,
    "an item of type number",
    [
        Field("answer", scalars.Number(), required=False),
        Field("low", scalars.Number(), required=False),
        Field("high", scalars.Number(), required=False),
        Field("unit", Str(), required=False),
        Field("abs-tol", _POSITIVE, required=False),
        Field("rel-tol", _POSITIVE, required=False),
        Field("near", NEAR, required=False),
    ],
    rule=_objections,
)
