"""When it is asked how sure an answer is."""

from __future__ import annotations

from tutor.study.desk import Desk
from tutor.study.habits import habits

# A pre-test asks what nobody has taught yet; practice leaves no trace in the schedule.
_KINDS = frozenset({"quiz", "retry", "review", "exam"})


def asked_for(desk: Desk, kind: str) -> bool:
    """Whether it is asked in a session of this kind; not before the first quiz is finished."""
    learner, course = desk.learner.id, desk.library.header.id
    if kind not in _KINDS or not habits(desk.store, learner).certainty:
        return False
    return bool(desk.store.newest_scores(learner, course, ("quiz",), 1))
