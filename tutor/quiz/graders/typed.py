"""What `text` and `number` have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.graders.grader import ResponseError

if TYPE_CHECKING:
    from tutor.quiz.event import Response

_SHOWN = 120


def typed(response: Mapping[str, object]) -> str:
    """The text as it was typed. Raises `ResponseError` when there is none."""
    text = response.get("text") if isinstance(response, Mapping) else None
    if not isinstance(text, str):
        raise ResponseError
    return text


def given(response: Response) -> str:
    """The typed answer for showing: one line, no control characters, cut when very long."""
    if response is None:
        return words.DONT_KNOW
    text = typed(response)[: 10 * _SHOWN]
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return clean if len(clean) <= _SHOWN else f"{clean[:_SHOWN].rstrip()}…"
