"""`number`: a typed number with its unit."""

from __future__ import annotations

from dataclasses import dataclass


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
