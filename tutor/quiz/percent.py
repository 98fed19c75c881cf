"""The one rounding of a score."""

from __future__ import annotations

from math import floor


def percent(points: float, total: float) -> int:
    """`points` of `total` in whole percent, half rounded up; 0 when there is nothing to get."""
    # The small amount lifts a half that binary fractions put just below (0.145 of 1).
    return floor(100 * points / total + 0.5 + 1e-9) if total > 0 else 0
