"""What was answered, looked at again: the feedback on one item of a sitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.course.citing import names_of
from tutor.course.items import Item
from tutor.memory.rating import FEEDING
from tutor.quiz.case import stage_feedback
from tutor.quiz.event import Event, Kind
from tutor.quiz.feedback import Feedback, feedback_of
from tutor.quiz.session import Outcome, Session
from tutor.quiz.shuffle import shown_order
from tutor.study.desk import Desk
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.pages.feedback import brief_lines, feedback_lines
from tutor.tui.pages.sure import headline

# From this size on the question stays whole above its feedback.
_WHOLE_QUESTION = (84, 30)
# Only here is an item asked again after the answer that counts.
_RETURNING = ("review", "cram")


class LookingBack:
    """How much of the question and of its sources is shown above and below the feedback.

    `newest` looks at the answer given last, practice too; else it is the one that counts.
    `stage` is the stage of a case that is looked at, None for the whole item.
    """

    def __init__(
        self, sitting: Sitting, *, whole_question: bool = False, newest: bool = False
    ) -> None:
        self.whole_question = whole_question
        self.full_sources = False
        self.stage: Item | None = None
        self.returns_in: int | None = None
        self.notes: tuple[str, ...] = ()
        self._newest = newest
        self._sitting = sitting

    def look_at(self, item: Item, desk: Desk, stage: Item | None = None) -> None:
        """Read what the record has on an item, once for all times that it is drawn."""
        learner, course = desk.learner.id, desk.library.header.id
        self.stage = stage
        self.notes = tuple(one.text for one in desk.store.notes(learner, course, item.id, "note"))
        self.returns_in = None
        outcome = self._sitting.session.outcomes.get(item.id)
        if outcome is None or outcome.certainty is None or not self._feeds(item):
            return
        today = desk.store.today(learner)
        for one in desk.store.cards(learner, course, today):
            if one.item == item.id and not one.card.stuck:
                self.returns_in = max((one.card.due - today).days, 0)

    def lines(self, item: Item, desk: Desk, width: int, height: int) -> Sequence[Line]:
        """The feedback on an answered item."""
        asked = self.stage or item
        said = self.feedback(item)
        if self._sitting.session.kind == "pretest":
            return brief_lines(said, asked.stem, width)
        roomy = width >= _WHOLE_QUESTION[0] and height >= _WHOLE_QUESTION[1]
        names = names_of(asked.sources, desk.library.sources(), short=not self.full_sources)
        return feedback_lines(
            said,
            asked.stem,
            names,
            width,
            height,
            whole_question=self.whole_question or roomy,
            notes=self.notes,
        )

    def feedback(self, item: Item) -> Feedback:
        """The feedback on the answer that is looked at, with its certainty in the headline."""
        session, words = self._sitting.session, self._sitting.words
        if self.stage is not None:
            outcome = session.outcomes.get(item.id)
            response = outcome.response if outcome is not None else session.partial(item.id)
            return stage_feedback(item, self.stage, response, words, session.seed)
        outcome = newest_outcome(session, item.id) if self._newest else session.outcomes[item.id]
        said = feedback_of(item, outcome, words, shown_order(item, session.seed))
        if session.kind == "pretest":
            return replace(said, headline=said.headline.partition(".")[0] + ".")
        return replace(
            said, headline=headline(said.verdict, said.headline, outcome, self.returns_in)
        )

    def _feeds(self, item: Item) -> bool:
        """Whether the answer that is looked at is one of those that decide when it returns."""
        session = self._sitting.session
        return session.kind in FEEDING and not practised(session, item.id)


def practised(session: Session, item_id: str) -> bool:
    """Whether an item was answered once more after the answer that counts."""
    return len(_answers(session, item_id)) > 1


def newest_outcome(session: Session, item_id: str) -> Outcome:
    """The newest answer to an item. KeyError if it has none."""
    kept = session.outcomes[item_id]
    if not practised(session, item_id):
        return kept
    last = _answers(session, item_id)[-1]
    return Outcome(last.response, last.score or 0.0, last.hints, last.ms, False, last.certainty)


def _answers(session: Session, item_id: str) -> list[Event]:
    found: list[Event] = []
    if session.kind not in _RETURNING:
        return found
    for event in session.events:
        if event.item == item_id and event.kind is Kind.UNDONE:
            found = []
        elif event.item == item_id and event.kind is Kind.ANSWERED and event.score is not None:
            found.append(event)
    return found
