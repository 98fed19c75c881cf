"""What the scheduler knows of an item."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Card(NamedTuple):
    """The memory of one item, as it follows from its answers.

    `stability` is in days (recall is 0.9 after so many), `difficulty` 1..10; `last` and `due` are
    study days; `reviews` counts the answers that fed it; `lapses` the days it was not known after
    it had once been known (`right_once`). A `stuck` card pauses until it is taken up by hand.
    """

    stability: float
    difficulty: float
    last: date
    due: date
    reviews: int
    lapses: int = 0
    right_once: bool = False
    stuck: bool = False
