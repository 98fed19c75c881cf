"""Everything that a face needs, in one value that is passed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tutor.clock import Clock
from tutor.course.library import Library
from tutor.store.model import Learner, SessionRow
from tutor.store.store import Store

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.study.sitting import Sitting


class Desk(NamedTuple):
    """An opened course, an opened record, and who is learning.

    `new_seed` gives a fresh 32-bit seed; it is the only source of chance.
    """

    library: Library
    store: Store
    learner: Learner
    clock: Clock
    new_seed: Callable[[], int]

    def with_learner(self, learner: Learner) -> Desk:
        """The same desk for somebody else."""
        return self._replace(learner=learner)

    def begin_quiz(self, lesson: str, *, all_items: bool = False) -> Sitting | None:
        """A new quiz on a lesson; None when it has nothing to ask."""
        # The quiz floor is imported when a quiz is opened: Home starts without it.
        from tutor.quiz.draw import draw

        quiz = self.library.quiz(lesson)
        if quiz is None:
            return None
        seed = self.new_seed()
        seen = self.store.seen(
            self.learner.id, self.library.header.id, [item.id for item in quiz.items]
        )
        items = draw(quiz, None if all_items else self.library.header.ask, seen, seed)
        return self.begin("quiz", lesson, items, seed)

    def begin_retry(self, lesson: str, missed: tuple[str, ...]) -> Sitting | None:
        """The missed items once more; it leaves the quiz score as it is. None if all are gone."""
        by_id = self.library.items()
        items = tuple(by_id[id] for id in missed if id in by_id)
        return self.begin("retry", lesson, items)

    def resume(self, row: SessionRow) -> Sitting | None:
        """A session as it was left; None when none of its items is in the course any more."""
        from tutor.study.sitting import Sitting

        return Sitting.open(self.library, self.store, self.clock, row)

    def left_open(self) -> tuple[SessionRow, ...]:
        """Sessions that can be gone on with, the newest first."""
        rows = self.store.open_sessions(self.learner.id, self.library.header.id)
        return tuple(row for row in rows if self.can_resume(row))

    def can_resume(self, row: SessionRow) -> bool:
        """Whether the lesson of a session is in the course; one over many lessons has none."""
        return not row.lesson or self.library.entry(row.lesson) is not None

    def begin(
        self,
        kind: str,
        lesson: str,
        items: tuple[Item, ...],
        seed: int | None = None,
        options: Mapping[str, object] | None = None,
    ) -> Sitting | None:
        """A new session; None without items. `lesson` is "" where they come from many lessons."""
        from tutor.quiz.session import Session
        from tutor.study.sitting import Sitting

        if not items:
            return None
        session = Session.start(kind, lesson, items, self.new_seed() if seed is None else seed)
        return Sitting(
            self.library, self.store, self.clock, self.learner.id, session, options=options or {}
        )
