"""`multi`: all options that apply. h/K - f/W for h of K right and f of W wrong ones, never < 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, Grade
from tutor.quiz.graders.choosing import options_order, rows
from tutor.quiz.graders.grader import Asking, Looking, ResponseError, Told

if TYPE_CHECKING:
    from tutor.course.items import Multi
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: Multi, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    chosen = _chosen(response)
    if not chosen:
        return NO_ANSWER
    keys = {one.id for one in body.options if one.right}
    distractors = {one.id for one in body.options if not one.right}
    # What the course has dropped since counts neither for nor against.
    found, false = len(chosen & keys), len(chosen & distractors)
    score = max(0.0, found / len(keys) - false / len(distractors))
    graded = Grade.of(score)
    brief = words.hits(found, len(keys), false)
    if graded.right:
        return graded
    if graded.score:
        return Grade.of(score, brief=brief)
    return Grade.of(score, note=f"{brief}." if found else "")


def told(body: Multi, response: Response, looking: Looking) -> Told:
    chosen = frozenset() if response is None else _chosen(response)
    made = rows(body.options, chosen, looking.order)
    shown = sorted(made, key=lambda row: row.number)
    return Told(
        given=words.DONT_KNOW
        if response is None
        else _given(chosen, [r.text for r in shown if r.chosen]),
        right_answer="; ".join(row.text for row in shown if row.right),
        rows=made,
    )


def order(body: Multi, mixing: Mixing) -> tuple[str, ...]:
    return options_order(body.options, mixing)


def _given(chosen: frozenset[str], texts: list[str]) -> str:
    if not chosen:
        return words.NOTHING_CHOSEN
    gone = [words.GONE] * (len(chosen) > len(texts))
    return "; ".join([*texts, *gone])


def _chosen(response: Mapping[str, object]) -> frozenset[str]:
    chosen = response.get("options") if isinstance(response, Mapping) else None
    if not isinstance(chosen, list | tuple):
        raise ResponseError
    if not all(isinstance(one, str) for one in chosen):
        raise ResponseError
    return frozenset(chosen)
