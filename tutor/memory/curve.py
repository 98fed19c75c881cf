"""The forgetting curve of FSRS-6, so that what only looks at cards need not load the library."""

from __future__ import annotations

DECAY = 0.1542
"""The last of the library's 21 default parameters."""

# The curve passes 0.9 when as many days have gone by as the stability says.
FACTOR: float = 0.9 ** (-1 / DECAY) - 1

LONGEST = 365
"""The longest interval in days. Unbounded, four easy answers would make 816."""


def recall(stability: float, days: int) -> float:
    """The predicted chance, 0..1, to know a card `days` study days after its last answer.

    `stability` is in days. Only for cards: of an item never answered nothing is predicted.
    """
    chance: float = (1 + FACTOR * max(days, 0) / stability) ** -DECAY
    return chance


def interval(stability: float, retention: float) -> int:
    """Whole days, 1..365, until recall falls to `retention` (inside 0..1)."""
    days: float = (stability / FACTOR) * (retention ** (-1 / DECAY) - 1)
    return min(max(round(days), 1), LONGEST)
