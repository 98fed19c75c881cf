"""What can happen in a session. A session is its items, its seed and these, in order."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

# Plain JSON values, in the shape that the item's type decides, with ids and never letters:
# single {"option": id}, multi {"options": [ids]}, text and number {"text": as typed},
# truefalse {"true": bool}, mtf {"statements": {id: bool}}, emq {"stems": {id: option's id}},
# match {"pairs": {left id: right id}}, order {"steps": [ids]}, cloze {"gaps": {name: response}},
# case {"stages": {id: response}}. What was left out has no entry. None says "I don't know".
Response = Mapping[str, object] | None


class Kind(StrEnum):
    """The kinds of event, as they are spelled in the record."""

    ANSWERED = "answered"
    ASKED_AGAIN = "asked-again"  # a typed answer that could not be graded yet (unit, spelling)
    STAGED = "staged"  # a stage of a case is answered; the response holds all stages so far
    HINTED = "hinted"
    SKIPPED = "skipped"  # put off to the end of the session
    RETURNED = "returned"  # taken up again before its turn
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    UNDONE = "undone"  # the last answer is void and its item open again
    CHOSEN = "chosen"  # exam: a response that may still change; nothing is graded yet
    OVERRIDDEN = "overridden"  # the learner's own verdict on the answer that holds


class Event(NamedTuple):
    """One thing that happened to one item.

    `score` is 0..1, the grade when `kind` is ANSWERED, the learner's own when it is OVERRIDDEN,
    and not there otherwise; `certainty` is 1, 2, 3 or not asked; `hints` counts the hints seen
    before the answer; `ms` is the time the item was on screen.
    """

    kind: Kind
    item: str
    response: Response = None
    score: float | None = None
    certainty: int | None = None
    hints: int = 0
    ms: int = 0
