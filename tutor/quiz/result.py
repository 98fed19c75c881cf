"""What a finished session amounts to, and what to read again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.model import Lesson, Screen
from tutor.quiz.percent import percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.course.items import Item
    from tutor.quiz.session import Session

_MOST_SCREENS = 3


@dataclass(frozen=True, slots=True)
class Result:
    """The sums of a session.

    `points` of `total` (weights counted, partial credit included); `percent` is their share,
    rounded half up; `right` of `asked` items are wholly right, `partly` of them have part of the
    score; `ms` is the time the answered items were on screen. `by_objective` holds (objective
    id, right, asked) in the order asked. `missed` are the answered items with less than full
    score. `hints` were seen, `changed` answers were given again after an undo.
    """

    points: float
    total: float
    percent: int
    right: int
    partly: int
    asked: int
    ms: int
    passed: bool
    by_objective: tuple[tuple[str, int, int], ...]
    missed: tuple[Item, ...]
    hints: int
    changed: int


def result(session: Session, pass_line: float) -> Result:
    """The result of a session; an item still open counts as asked and not right.

    `pass_line` is a share 0..1. The shown percentage decides: 80 % never fails a line of 0.8.
    """
    outcomes = session.outcomes
    points = sum(item.weight * outcomes[item.id].score for item in _done(session))
    total = sum(item.weight for item in session.items)
    reached = percent(points, total)
    return Result(
        points=round(points, 4),
        total=round(total, 4),
        percent=reached,
        right=sum(one.right for one in outcomes.values()),
        partly=sum(one.score > 0 and not one.right for one in outcomes.values()),
        asked=len(session.items),
        ms=sum(one.ms for one in outcomes.values()),
        passed=bool(session.items) and reached >= percent(pass_line, 1.0),
        by_objective=_by_objective(session),
        missed=tuple(item for item in _done(session) if not outcomes[item.id].right),
        hints=sum(one.hints for one in outcomes.values()),
        changed=sum(one.changed for one in outcomes.values()),
    )


def read_again(lesson: Lesson, missed: Iterable[Item]) -> tuple[tuple[int, Screen], ...]:
    """At most three screens that teach what was missed, each with its page index from 0.

    The objective missed most often first; within it, the screens that share most sources with
    the missed items, then the lesson's order.
    """
    missed = tuple(missed)
    times = Counter(item.objective for item in missed)
    cited = {
        objective: {s for item in missed if item.objective == objective for s in item.sources}
        for objective in times
    }
    screens = [
        (n, page)
        for n, page in enumerate(lesson.pages)
        if isinstance(page, Screen) and page.objective in times
    ]
    first_page: dict[str, int] = {}
    for n, screen in screens:
        first_page.setdefault(screen.objective, n)

    def rank(entry: tuple[int, Screen]) -> tuple[int, int, int, int]:
        n, screen = entry
        objective = screen.objective
        shared = len(cited[objective].intersection(screen.sources))
        return -times[objective], first_page[objective], -shared, n

    return tuple(sorted(screens, key=rank)[:_MOST_SCREENS])


def _done(session: Session) -> list[Item]:
    return [item for item in session.items if item.id in session.outcomes]


def _by_objective(session: Session) -> tuple[tuple[str, int, int], ...]:
    asked = Counter(item.objective for item in session.items)
    right = Counter(i.objective for i in _done(session) if session.outcomes[i.id].right)
    return tuple((objective, right[objective], n) for objective, n in asked.items())
