"""Sessions and what is next, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.plain.spoken import aloud

if TYPE_CHECKING:
    from tutor.study.plan import Step

_KINDS = {"cram": "Practice", "pretest": "Pre-test"}


def kind_name(kind: str) -> str:
    """What a session of a kind is called."""
    return _KINDS.get(kind, kind.capitalize())


def step_words(step: Step) -> str:
    """ "Read on: The common fibular nerve, screen 5 of 13, 7 minutes left"."""
    return aloud(step.line.removesuffix("."))
