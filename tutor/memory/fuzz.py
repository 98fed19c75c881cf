"""A little unevenness, so that cards learnt together do not come back together for ever.

Our own: the library's leaves its range, and gives other dates each time a history is replayed.
"""

from __future__ import annotations

# The range grows by a share of each stretch of the interval (the library's figures).
_STRETCHES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))
_SHORTEST = 2.5


def fuzz_range(days: int, longest: int) -> tuple[int, int]:
    """The fewest and the most days that may stand for an interval; both included."""
    if days < _SHORTEST:
        return days, days
    spread = 1.0
    for start, end, share in _STRETCHES:
        spread += share * max(min(days, end) - start, 0.0)
    most = min(round(days + spread), longest)
    return min(max(round(days - spread), 2), most), most


def fuzzed(days: int, previous: int, *, longest: int, key: str, reviews: int) -> int:
    """An interval near `days`, the same for the same key and number of reviews.

    Where the interval grows, it never comes out shorter than the `previous` one was: a right
    answer must not bring a card back sooner than the last one did.
    """
    from hashlib import blake2b  # not on the start path: it loads OpenSSL

    least, most = fuzz_range(days, longest)
    if days > previous:
        least = max(least, previous)
    lot = blake2b(f"{key}\n{reviews}".encode(), digest_size=8).digest()
    return least + int.from_bytes(lot) % (most - least + 1)
