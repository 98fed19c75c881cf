"""What a learner has chosen about the way they learn."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from tutor.store.store import Store

# The names in the record. `retention` is also read where an answer is rated.
CERTAINTY = "certainty"
RETENTION = "retention"
NEW_PER_DAY = "new-per-day"
DUE_PER_DAY = "due-per-day"

RETENTIONS: dict[str, float] = {"light": 0.85, "normal": 0.90, "exam soon": 0.95}
"""The share of due cards that shall still be known, by the word for it."""

MOST_NEW = 30
MOST_DUE = 500


class Habits(NamedTuple):
    """`certainty`: whether it is asked how sure an answer is. The others say what a day brings."""

    certainty: bool = True
    retention: float = 0.90
    new_per_day: int = 10
    due_per_day: int = 60


def habits(store: Store, learner_id: int) -> Habits:
    """The habits of a learner; what the record holds that makes no sense is as if not set."""
    usual = Habits()

    def kept(name: str) -> str:
        return store.setting(name, "", learner_id=learner_id)

    return Habits(
        certainty=kept(CERTAINTY) != "off",
        retention=_number(kept(RETENTION), usual.retention, 0.80, 0.95),
        new_per_day=int(_number(kept(NEW_PER_DAY), usual.new_per_day, 0, MOST_NEW)),
        due_per_day=int(_number(kept(DUE_PER_DAY), usual.due_per_day, 1, MOST_DUE)),
    )


def set_certainty(store: Store, learner_id: int, wanted: bool) -> None:
    """Whether to ask how sure an answer is."""
    store.set_setting(CERTAINTY, "on" if wanted else "off", learner_id=learner_id)


def set_retention(store: Store, learner_id: int, retention: float) -> None:
    """How much of what is due shall still be known; it counts from the next answer on."""
    store.set_setting(RETENTION, str(retention), learner_id=learner_id)


def set_limits(store: Store, learner_id: int, *, new: int, due: int) -> None:
    """How many new items and how many due ones a day may bring."""
    store.set_setting(NEW_PER_DAY, str(min(max(new, 0), MOST_NEW)), learner_id=learner_id)
    store.set_setting(DUE_PER_DAY, str(min(max(due, 1), MOST_DUE)), learner_id=learner_id)


def _number(text: str, usual: float, least: float, most: float) -> float:
    try:
        found = float(text)
    except ValueError:
        return usual
    return usual if isnan(found) else min(max(found, least), most)
