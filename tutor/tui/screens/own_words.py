"""What the learner has to say on an answer: their own verdict, a note, a report."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tutor.course.items import Item
from tutor.study.sitting import Sitting
from tutor.tui.asking import is_typed
from tutor.tui.screens.answering import Answering
from tutor.tui.screens.looking_back import LookingBack, practised

NOTE = "note"


class OwnWords(Answering):
    """Takes them while the feedback on `item` is in sight; `back_at` is what is shown of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "override", "I was right; I was wrong (typed answers, after the feedback)"),
        Binding("w", "write('note')", "Write a note on the question, after its feedback"),
        Binding("d", "write('report')", "Report a doubtful question, after its feedback"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.back_at = LookingBack(sitting, newest=True)

    @property
    def item(self) -> Item | None:
        """The item in sight."""
        raise NotImplementedError

    def look_at(self, item_id: str, stage: Item | None = None) -> None:
        """Show the feedback on an item anew."""
        raise NotImplementedError

    def own_verdict(self) -> str:
        """What the learner may say of the typed answer in sight; empty where nothing."""
        item = self.item
        outcome = self.sitting.session.outcomes.get(item.id) if item is not None else None
        if item is None or outcome is None or outcome.response is None or not is_typed(item):
            return ""
        if self.back_at.stage is not None or practised(self.sitting.session, item.id):
            return ""
        return "I was wrong" if outcome.right else "I was right"

    def action_override(self) -> None:
        """The learner's own verdict on a typed answer in the place of the grader's."""
        item, own = self.item, self.own_verdict()
        if self.question is not None:
            return
        if item is None or not own:
            self.notice("Only the verdict on a typed answer can be changed.")
            return
        right = own == "I was right"
        if self.done(lambda: self.sitting.override(item, right=right)):
            self.look_at(item.id)
            word = "right" if right else "wrong"
            self.notice(f"It counts as {word} now, and is kept as your own verdict.")

    def action_write(self, kind: str) -> None:
        """A note or a report on the question whose feedback is in sight."""
        if self.question is not None or self.item is None:
            self.notice("After its answer.")
        else:
            hint = "your note" if kind == NOTE else "what is doubtful?"
            self.asking.write(kind, hint)
            self.refresh_bars()

    @on(Input.Submitted, "#answer")
    def _words_submitted(self, event: Input.Submitted) -> None:
        if self.asking.writing:
            self._keep_words(event.value)

    def _keep_words(self, text: str) -> None:
        item, kind, desk = self.item, self.asking.writing, self.tutor.desk
        words = " ".join(text.split())
        if item is None or (not words and kind == NOTE):
            self.action_leave()
            return
        course = desk.library.header.id
        if self.done(lambda: desk.store.add_note(desk.learner.id, course, item.id, kind, words)):
            self.look_at(item.id, self.back_at.stage)
            kept = (
                "Noted."
                if kind == NOTE
                else "Reported. It stands in your record with its question."
            )
            self.notice(kept)
