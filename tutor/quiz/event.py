"""What can happen in a session. A session is its items, its seed and these, in order."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

# Plain JSON values, in the shape that the item's type decides: {"option": id}, {"options": [ids]},
# {"text": as typed}. None says "I don't know".
Response = Mapping[str, object] | None


class Kind(StrEnum):
    """The kinds of event, as they are spelled in the record."""

    ANSWERED = "answered"
    ASKED_AGAIN = "asked-again"  # a typed answer that could not be graded yet (unit, spelling)
    HINTED = "hinted"
    SKIPPED = "skipped"  # put off to the end of the session
    RETURNED = "returned"  # taken up again before its turn
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    UNDONE = "undone"  # the last answer is void and its item open again


class Event(NamedTuple):
    """One thing that happened to one item.

    `score` is 0..1 and only there when `kind` is ANSWERED; `certainty` is 1, 2, 3 or not asked;
    `hints` counts the hints seen before the answer; `ms` is the time the item was on screen.
    """

    kind: Kind
    item: str
    response: Response = None
    score: float | None = None
    certainty: int | None = None
    hints: int = 0
    ms: int = 0
