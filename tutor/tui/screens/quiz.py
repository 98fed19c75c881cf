"""A quiz: one question at a time, and what there is to learn from its answer.

Reviews, practice, retries and pre-tests are asked by it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tutor.course.items import Item
from tutor.quiz.case import turn
from tutor.study.certainty import asked_for
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.pages.signs import kind_word
from tutor.tui.screens.open_question import OpenQuestion
from tutor.tui.screens.own_words import OwnWords
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class QuizScreen(OwnWords):
    """Runs a sitting. Every answer is in the record before its feedback is shown.

    Either a question is open (`looking` is None) or the feedback on an answered item is looked
    at: the last one, or an earlier one after stepping back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Answer; after the feedback, the next question"),
        *(Binding(f"{n}", f"choose({n})", "Choose an option", show=False) for n in range(1, 10)),
        Binding("0", "choose(0)", "Choose the tenth option", show=False),
        Binding("space", "space", "Tick or place; the rest of a long text"),
        Binding("v,f7", "more", "The next part of a long text"),
        Binding("h,f2", "hint", "A hint"),
        Binding("f,f3", "flag", "Flag the question, or take the flag away"),
        Binding("n,f4", "dont_know", "I don't know"),
        Binding("right,f5", "skip", "Skip: it comes again at the end; of several parts, the next"),
        Binding("left,f6", "back", "Back: a part, a skipped question, or earlier feedback"),
        Binding("u", "undo", "Undo the last answer"),
        Binding("q", "whole_question", "The whole question again"),
        Binding("s", "sources", "Sources in full"),
        Binding("r", "again", "Try to save again"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.looking: str | None = None
        self._once_more = False
        self._stepping = False  # looking back at answers, and not at the one just given
        self._certainty = False

    def on_mount(self) -> None:
        super().on_mount()
        desk = self.tutor.desk
        self._certainty = bool(
            self.attempt(lambda: asked_for(desk, self.sitting.session.kind)),
        )
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
        item = self.item
        number = session.number(item.id) if item is not None else 0
        kind = kind_word(session.kind)
        name, kind = (entry.short, kind) if entry else (kind, "")
        marks = [f"{number or session.position} of {count}"]
        stage = turn(item, session.partial(item.id)) if item is not None else None
        if self.question is not None and stage is not None:
            marks.insert(0, f"stage {stage.number} of {stage.of}")
        if item is not None and session.flagged(item.id):
            marks.insert(0, "flagged")
        if self._once_more:
            marks.insert(0, "once more")
        return Heading(name, kind, " · ".join(marks), session.answered / count)

    def keys(self) -> tuple[Key, ...]:
        if self.question is not None:
            return self.question.keys()
        if self.asking.writing:
            return (Key("enter", "keep", "go_on"), Key("esc", "drop it", "leave"))
        session = self.sitting.session
        is_last = self.looking == session.last
        on_last = is_last or not self._stepping
        done = session.finished and on_last and self.back_at.stage is None
        verb = "more" if self.sheet.more_below else "result" if done else "next"
        undo = [Key("u", "undo", "undo")] if is_last and session.can_undo else []
        own = self.own_verdict()
        override = [Key("o", own, "override")] if own else [Key("f", "flag", "flag")]
        return (
            Key("enter", verb, "go_on"),
            *undo,
            *override,
            Key("s", "sources", "sources"),
            Key("esc", "leave", "leave"),
            Key("?", "help", "help"),
        )

    def lines(self, width: int, height: int) -> Sequence[Line]:
        if self.item is None:
            return ()
        return self.back_at.lines(self.item, self.tutor.desk, width, height)

    def asks_certainty(self, question: OpenQuestion) -> bool:
        """Not of a stage: a case has one certainty only. Not of what returns for practice."""
        return self._certainty and question.asked is question.item and not self._once_more

    def _show_question(self) -> None:
        """The open question; without one, the result."""
        self.looking = self.question = None
        self.clear_notice()
        item = self.sitting.current
        if item is None:
            self._show_result()
        else:
            self._once_more = self.sitting.session.returns(item.id)
            self.ask(OpenQuestion(self.sitting, item))

    def show_feedback(self, item_id: str) -> None:
        """Of a case first the feedback on the stage that was answered."""
        question, self.question = self.question, None
        self._stepping = False
        stage = None
        if question is not None and question.asked is not question.item:
            stage = question.asked
        self.look_at(item_id, stage)

    def look_at(self, item_id: str, stage: Item | None = None) -> None:
        self.question = None
        self.looking = item_id
        self.clear_notice()
        self.back_at.whole_question = False
        item = self.item
        if item is not None:
            self.attempt(lambda: self.back_at.look_at(item, self.tutor.desk, stage))
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
        elif self.asking.writing:
            self._keep_words(self.answer_line.value)
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
        """From feedback looked back at to the one after it, and then to the open question.

        After the last stage of a case comes what the whole of it amounts to.
        """
        session = self.sitting.session
        following = self._beside(1) if self._stepping else None
        looking, stage = self.looking, self.back_at.stage
        if looking is not None and stage is not None and looking in session.outcomes:
            self.look_at(looking)
        elif following is not None and stage is None:
            self.look_at(following)
        else:
            self._show_question()

    def action_skip(self) -> None:
        """The next part; else put the question off, or step on from feedback looked back at."""
        question = self.question
        if self.turn(1):
            return
        if question is None:
            self._forward()
        elif not self.sitting.session.can_skip:
            self.notice("This is the last open question.")
        elif self.done(lambda: self.sitting.skip(question.item)):
            self._show_question()
            self.notice("Skipped. It comes again at the end; left takes it up now.")

    def action_back(self) -> None:
        """The part before; else a skipped question again, or the feedback on the answer before."""
        if self.turn(-1):
            return
        session = self.sitting.session
        if self.question is not None and session.can_return:
            put_off = session.item(session.skipped[-1])
            if put_off is not None and self.done(lambda: self.sitting.take_up(put_off)):
                self._show_question()
            return
        before = self._beside(-1)
        if before is not None:
            self._once_more, self._stepping = False, True
            self.look_at(before)
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
        """Home. Nothing is lost, so nothing is asked. First out of what is written or chosen."""
        if self.asking.writing:
            self.asking.stop_writing()
            self.refresh_bars()
            return
        if self.chooses_again():
            return
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
            self.back_at.whole_question = not self.back_at.whole_question
            self.sheet.relay()

    def action_sources(self) -> None:
        """Names of the sources, short or in full."""
        if self.question is None:
            self.back_at.full_sources = not self.back_at.full_sources
            self.sheet.relay()
            if self.back_at.full_sources:
                self.sheet.action_end(1)
            self.refresh_bars()
