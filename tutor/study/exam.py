"""The exam: drawn by a blueprint, answered in any order, told only at its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tutor.study.desk import Desk

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.study.sitting import Sitting

EXAM = "exam"
ASK = 20
SECONDS_AN_ITEM = 90
FACTORS = (1.0, 1.25, 1.5, 2.0)
"""More time for those who need it: of 1 no more, of 2 twice the time."""

_LIMIT, _FACTOR = "limit-seconds", "time-factor"


class Wish(NamedTuple):
    """An exam as it is asked for; `lesson` is None for the whole course."""

    lesson: str | None = None
    ask: int = ASK
    timed: bool = False
    factor: float = 1.0
    seed: int | None = None


class Limit(NamedTuple):
    """The time an exam may take, in seconds, extra time included; None for any time."""

    seconds: int | None
    factor: float = 1.0


def counts(desk: Desk, lesson: str | None = None, ask: int = ASK) -> dict[str, int]:
    """How many questions an exam of `ask` would hold on each objective."""
    from tutor.quiz.blueprint import blueprint

    return blueprint(_able(desk, lesson), ask)


def seconds_for(questions: int, factor: float = 1.0) -> int:
    """The time limit of so many questions."""
    return round(questions * SECONDS_AN_ITEM * factor)


def begin_exam(
    desk: Desk,
    lesson: str | None = None,
    *,
    ask: int = ASK,
    timed: bool = False,
    factor: float = 1.0,
    seed: int | None = None,
) -> Sitting | None:
    """An exam over one lesson, or over the whole course; None if there is nothing to ask.

    The same `seed` asks the same items of whoever has answered as often.
    """
    from tutor.quiz.blueprint import blueprint, draw_exam

    items = _able(desk, lesson)
    learner, course = desk.learner.id, desk.library.header.id
    seed = desk.new_seed() if seed is None else seed
    seen = desk.store.seen(learner, course, [item.id for item in items])
    drawn = draw_exam(items, blueprint(items, ask), seen, seed)
    options: dict[str, object] = {}
    if timed:
        options = {_LIMIT: seconds_for(len(drawn), factor), _FACTOR: factor}
    return desk.begin(EXAM, lesson or "", drawn, seed, options)


def limit_of(options: Mapping[str, object]) -> Limit:
    """The limit that a session was begun with; what makes no sense is no limit."""
    seconds, factor = options.get(_LIMIT), options.get(_FACTOR)
    if not isinstance(seconds, int) or isinstance(seconds, bool) or seconds <= 0:
        return Limit(None)
    return Limit(seconds, float(factor) if isinstance(factor, int | float) else 1.0)


def _able(desk: Desk, lesson: str | None) -> list[Item]:
    """A case runs over stages that tell the answer of the one before: it is not for an exam."""
    lessons = [lesson] if lesson is not None else [entry.id for entry in desk.library.lessons]
    quizzes = [desk.library.quiz(one) for one in lessons]
    found = [item for quiz in quizzes if quiz is not None for item in quiz.items]
    return [item for item in found if item.type != "case"]
