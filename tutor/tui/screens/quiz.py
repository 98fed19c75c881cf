"""A quiz: one question at a time, and what there is to learn from its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tutor.course.items import Item
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.screens.answering import Answering
from tutor.tui.screens.looking_back import LookingBack
from tutor.tui.screens.open_question import OpenQuestion
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class QuizScreen(Answering):
    """Runs a sitting. Every answer is in the record before its feedback is shown.

    Either a question is open (`looking` is None) or the feedback on an answered item is looked
    at: the last one, or an earlier one after stepping back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Answer; after the feedback, the next question"),
        *(Binding(f"{n}", f"choose({n})", "Choose an option", show=False) for n in range(1, 10)),
        Binding("space", "space", "Tick an option; the rest of a long text"),
        Binding("v,f7", "more", "The next part of a long text"),
        Binding("h,f2", "hint", "A hint"),
        Binding("f,f3", "flag", "Flag the question, or take the flag away"),
        Binding("n,f4", "dont_know", "I don't know"),
        Binding("right,f5", "skip", "Skip: it comes again at the end"),
        Binding("left,f6", "back", "Back: a skipped question, or earlier feedback"),
        Binding("u", "undo", "Undo the last answer"),
        Binding("q", "whole_question", "The whole question again"),
        Binding("s", "sources", "Sources in full"),
        Binding("r", "again", "Try to save again"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.looking: str | None = None
        self._back = LookingBack(sitting)

    def on_mount(self) -> None:
        super().on_mount()
        self._show_question()

    # -- what is shown -----------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """The item in sight: the open one, or the one whose feedback is looked at."""
        if self.question is not None:
            return self.question.item
        return self.sitting.session.item(self.looking) if self.looking else None

    def heading(self) -> Heading:
        session = self.sitting.session
        entry = self.tutor.desk.library.entry(session.lesson)
        count = len(session.items)
        id = self.item.id if self.item is not None else ""
        number = session.number(id) or session.position
        kind = "Quiz" if session.kind == "quiz" else "Retry"
        flag = "flagged · " if session.flagged(id) else ""
        name = entry.short if entry else ""
        return Heading(name, kind, f"{flag}{number} of {count}", session.answered / count)

    def keys(self) -> tuple[Key, ...]:
        if self.question is not None:
            return self.question.keys()
        session = self.sitting.session
        is_last = self.looking == session.last
        done = session.finished and is_last
        verb = "more" if self.sheet.more_below else "result" if done else "next"
        undo = [Key("u", "undo", "undo")] if is_last and session.can_undo else []
        return (
            Key("enter", verb, "go_on"),
            *undo,
            Key("f", "flag", "flag"),
            Key("s", "sources", "sources"),
            Key("esc", "leave", "leave"),
            Key("?", "help", "help"),
        )

    def lines(self, width: int, height: int) -> Sequence[Line]:
        if self.item is None:
            return ()
        return self._back.lines(self.item, self.tutor.desk.library, width, height)

    def _show_question(self) -> None:
        """The open question; without one, the result."""
        self.looking = self.question = None
        self.clear_notice()
        item = self.sitting.current
        if item is None:
            self._show_result()
        else:
            self.ask(OpenQuestion(self.sitting, item))
            self.refresh_bars()

    def show_feedback(self, item_id: str) -> None:
        self.question = None
        self.looking = item_id
        self.clear_notice()
        self._back.whole_question = False
        self.asking.show(typed=False)
        self.refresh_bars()

    def _show_result(self) -> None:
        from tutor.tui.screens.result import ResultScreen

        self.app.switch_screen(ResultScreen(self.sitting))

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        if self.looking is not None:
            self.refresh_bars()

    # -- moving on and back ------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Answer, read on, or go to the next question."""
        if self.question is not None:
            self.answer()
        elif self.sheet.more_below:
            self.sheet.action_page(1)
        else:
            self._forward()

    def _beside(self, step: int) -> str | None:
        """The item answered after the one in sight (1) or before it (-1), if there is one."""
        answered = list(self.sitting.session.outcomes)
        at = answered.index(self.looking) if self.looking in answered else len(answered)
        return answered[at + step] if 0 <= at + step < len(answered) else None

    def _forward(self) -> None:
        """From feedback looked back at to the one after it, and then to the open question."""
        following = self._beside(1)
        if following is not None:
            self.show_feedback(following)
        else:
            self._show_question()

    def action_skip(self) -> None:
        """Put the question off, or step on from feedback looked back at."""
        question = self.question
        if question is None:
            self._forward()
        elif not self.sitting.session.can_skip:
            self.notice("This is the last open question.")
        elif self.done(lambda: self.sitting.skip(question.item)):
            self._show_question()
            self.notice("Skipped. It comes again at the end; left takes it up now.")

    def action_back(self) -> None:
        """A skipped question again, else the feedback on the answer before."""
        session = self.sitting.session
        if self.question is not None and session.can_return:
            put_off = session.item(session.skipped[-1])
            if put_off is not None and self.done(lambda: self.sitting.take_up(put_off)):
                self._show_question()
            return
        before = self._beside(-1)
        if before is not None:
            self.show_feedback(before)
        else:
            self.notice("This is the first one.")

    def action_undo(self) -> None:
        """Make the last answer void and ask it again."""
        session = self.sitting.session
        item = session.item(session.last) if session.last else None
        if item is None:
            self.notice("There is nothing to undo.")
        elif self.done(lambda: self.sitting.undo(item)):
            self._show_question()
            self.notice(f"Undone. Question {self.sitting.session.position} is open again.")

    def action_leave(self) -> None:
        """Home. Nothing is lost, so nothing is asked."""
        session = self.sitting.session
        app = self.tutor
        app.pop_screen()
        if not session.finished and session.events and isinstance(app.screen, Place):
            kept = "is kept" if app.desk.store.kept else "waits while the tutor is open"
            app.screen.notice(f"Question {session.position} of {len(session.items)} {kept}.")

    # -- what else there is to see -----------------------------------------------------------

    def action_flag(self) -> None:
        """A mark for later."""
        item = self.item
        if item is not None and self.done(lambda: self.sitting.flag(item)):
            flagged = self.sitting.session.flagged(item.id)
            self.notice("Flagged." if flagged else "The flag is taken away.")
            self.refresh_bars()

    def action_whole_question(self) -> None:
        """The question in full above its feedback."""
        if self.question is None:
            self._back.whole_question = not self._back.whole_question
            self.sheet.relay()

    def action_sources(self) -> None:
        """Names of the sources, short or in full."""
        if self.question is None:
            self._back.full_sources = not self._back.full_sources
            self.sheet.relay()
            if self._back.full_sources:
                self.sheet.action_end(1)
            self.refresh_bars()
