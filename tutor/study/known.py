"""What the newest pre-tests say of a lesson."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.course.outline import LessonEntry
    from tutor.store.views import Pretest


class Known(StrEnum):
    """A lesson after a pre-test."""

    UNKNOWN = "unknown"  # none taken
    SKIM = "skim"  # everything asked of it was known
    MISSED = "missed"


def known(entry: LessonEntry, pretests: Mapping[str, Pretest]) -> Known:
    """What the newest pre-test of each objective says of a lesson."""
    told = [pretests[one.id] for one in entry.objectives if one.id in pretests]
    if any(one.right < one.asked for one in told):
        return Known.MISSED
    if told and len(told) == len(entry.objectives):
        return Known.SKIM
    return Known.UNKNOWN


def missed_of(entry: LessonEntry, pretests: Mapping[str, Pretest]) -> int:
    """How many questions on a lesson's objectives the newest pre-tests missed."""
    told = (pretests.get(one.id) for one in entry.objectives)
    return sum(one.asked - one.right for one in told if one is not None)
