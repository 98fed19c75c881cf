"""How much a share of few answers can be trusted."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964  # 95 %


def wilson(right: int, asked: int) -> tuple[float, float]:
    """The 95 % Wilson range, within 0..1, of the share that `right` of `asked` stands for.

    Nothing asked: anything is possible.
    """
    if asked <= 0:
        return 0.0, 1.0
    share = right / asked
    spread = _Z * sqrt(share * (1 - share) / asked + _Z**2 / (4 * asked**2))
    middle, scale = share + _Z**2 / (2 * asked), 1 + _Z**2 / asked
    # The share itself is within, whatever the last digits say of 0 and 1.
    low, high = min((middle - spread) / scale, share), max((middle + spread) / scale, share)
    return max(low, 0.0), min(high, 1.0)
