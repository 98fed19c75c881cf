"""A quiz: one question at a time, and what there is to learn from its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tutor.course.items import Item, Option
from tutor.errors import TutorError
from tutor.quiz.event import Response
from tutor.quiz.feedback import Feedback, feedback_of
from tutor.quiz.grade import AskAgain
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.pages.feedback import feedback_lines
from tutor.tui.pages.lesson import names_of
from tutor.tui.pages.question import Question, question_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.answer_line import AnswerLine
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

# From this size on the question stays whole above its feedback.
_WHOLE_QUESTION = (84, 30)


class Form(Enum):
    """How an item of a type is answered on the screen."""

    PICK = "pick"
    TICK = "tick"
    TYPE = "type"


# What turns the parts of a long text: where space ticks or is typed, another key.
_MORE_KEYS = {Form.PICK: "space", Form.TICK: "v", Form.TYPE: "f7"}
FORMS = {"single": Form.PICK, "multi": Form.TICK, "text": Form.TYPE, "number": Form.TYPE}


class QuizScreen(Place):
    """Runs a sitting. Every answer is in the record before its feedback is shown.

    Either a question is open (`looking` is None) or the feedback on an answered item is looked
    at: the last one, or an earlier one after stepping back.
    """

    AUTO_FOCUS = None
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
        super().__init__()
        self.sitting = sitting
        self.looking: str | None = None
        self._part = 0
        self._ticked: frozenset[str] = frozenset()
        self._asked_again = ""
        self._whole_question = False
        self._sources = False
        self._retry: Callable[[], None] | None = None
        self.sheet = Sheet(self._lines, reading=True, id="question")
        self.answer_line = AnswerLine()

    def body(self) -> ComposeResult:
        with Vertical(classes="columns"):
            yield self.sheet
            yield self.answer_line

    def on_mount(self) -> None:
        super().on_mount()
        self._show_question()

    # -- what is shown -----------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """The item in sight: the open one, or the one whose feedback is looked at."""
        session = self.sitting.session
        return session.item(self.looking) if self.looking else session.current

    @property
    def form(self) -> Form | None:
        """How the open question is answered; None while feedback is shown."""
        item = self.item
        return FORMS[item.type] if item is not None and self.looking is None else None

    def heading(self) -> Heading:
        session = self.sitting.session
        entry = self.tutor.desk.library.entry(session.lesson)
        count = len(session.items)
        number = session.number(self.looking) if self.looking else session.position
        kind = "Quiz" if session.kind == "quiz" else "Retry"
        flag = "flagged · " if self.item and session.flagged(self.item.id) else ""
        name = entry.short if entry else ""
        return Heading(name, kind, f"{flag}{number} of {count}", session.answered / count)

    def keys(self) -> tuple[Key, ...]:
        return self._feedback_keys() if self.looking else self._question_keys()

    def _question_keys(self) -> tuple[Key, ...]:
        item = self.item
        if item is None:
            return super().keys()
        more_hints = self.sitting.session.hints_seen(item.id) < len(item.hints)
        if self.form is Form.TYPE:
            hint = [Key("f2", "hint", "hint")] if more_hints else []
            return (
                Key("enter", "answer", "go_on"),
                *hint,
                Key("f4", "don't know", "dont_know"),
                Key("f5", "skip", "skip"),
                Key("esc", "leave", "leave"),
                Key("f1", "help", "help"),
            )
        choose = f"1-{min(len(self._options), 9)}"
        hint = [Key("h", "hint", "hint")] if more_hints else []
        first = (
            [Key(choose, "choose")]
            if self.form is Form.PICK
            else [Key(choose, "tick"), Key("enter", "answer", "go_on")]
        )
        return (
            *first,
            *hint,
            Key("n", "don't know", "dont_know"),
            Key("→", "skip", "skip"),
            Key("esc", "leave", "leave"),
            Key("?", "help", "help"),
        )[:7]

    def _feedback_keys(self) -> tuple[Key, ...]:
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

    @property
    def _options(self) -> tuple[Option, ...]:
        return self.sitting.shown_options(self.item) if self.item is not None else ()

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        item = self.item
        if item is None:
            return ()
        if self.looking is not None:
            return self._feedback_lines(item, width, height)
        seen = self.sitting.session.hints_seen(item.id)
        question = Question(
            stem=item.stem,
            options=self._options,
            many=self.form is Form.TICK,
            ticked=self._ticked,
            hints=item.hints[:seen],
            asked_again=self._asked_again,
            more_key=_MORE_KEYS[FORMS[item.type]],
        )
        return question_lines(question, width, height, part=self._part)

    def _feedback_lines(self, item: Item, width: int, height: int) -> Sequence[Line]:
        whole = self._whole_question or (
            width >= _WHOLE_QUESTION[0] and height >= _WHOLE_QUESTION[1]
        )
        names = names_of(item.sources, self.tutor.desk.library.sources(), short=not self._sources)
        return feedback_lines(
            self._feedback(item), item.stem, names, width, height, whole_question=whole
        )

    def _feedback(self, item: Item) -> Feedback:
        outcome = self.sitting.session.outcomes[item.id]
        order = tuple(option.id for option in self._options)
        return feedback_of(item, outcome, self.sitting.words, order)

    def _show_question(self) -> None:
        """The open question; without one, the result."""
        self.looking = None
        self.clear_notice()
        item = self.sitting.current
        if item is None:
            self._show_result()
            return
        self._part = 0
        self._ticked = frozenset()
        self._asked_again = ""
        self._retry = None
        self.sitting.item_is_shown()
        typed = self.form is Form.TYPE
        self.answer_line.value = ""
        self.answer_line.display = typed
        self.answer_line.placeholder = "type your answer"
        self.set_class(typed, "-typed")
        self.sheet.show(self._lines)
        (self.answer_line if typed else self.sheet).focus()
        # Before the first layout the width is not known yet.
        self._fit() if self.sheet.size else self.call_after_refresh(self._fit)
        self.refresh_bars()

    def _show_feedback(self, item_id: str) -> None:
        self.looking = item_id
        self.clear_notice()
        self._whole_question = False
        self.answer_line.display = False
        self.set_class(False, "-typed")
        self.sheet.styles.height = "1fr"
        self.sheet.show(self._lines)
        self.sheet.focus()
        self.refresh_bars()

    def _fit(self) -> None:
        """Put the line for typing right under its question."""
        if self.form is not Form.TYPE:
            self.sheet.styles.height = "1fr"
            return
        room = self.size.height - self.top_bar.size.height - self.key_bar.size.height - 2
        left, width = self.sheet.column
        self.sheet.styles.height = max(min(len(self._lines(width, room)), room), 1)
        margin = self.sheet.styles.margin.left + left
        self.answer_line.styles.margin = (1, margin, 0, margin)

    def on_resize(self, event: events.Resize) -> None:
        """The question keeps its place above the line for typing."""
        self.call_after_refresh(self._fit)

    def _relay(self) -> None:
        self.sheet.relay()
        self._fit()
        self.refresh_bars()

    def _show_result(self) -> None:
        from tutor.tui.screens.result import ResultScreen

        self.app.switch_screen(ResultScreen(self.sitting))

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        if self.looking is not None:
            self.refresh_bars()

    # -- answering ---------------------------------------------------------------------------

    def _answer(self, response: Response) -> None:
        item = self.item
        if item is None or self.looking is not None:
            return
        try:
            verdict = self.sitting.answer(item, response)
        except TutorError as error:
            self._not_saved(error, lambda: self._answer(response))
            return
        self._retry = None
        if isinstance(verdict, AskAgain):
            self._asked_again = verdict.question
            self._relay()
            return
        self._show_feedback(item.id)

    def _not_saved(self, error: TutorError, retry: Callable[[], None]) -> None:
        """The record could not be written, so nothing has happened; say so and wait."""
        self._retry = retry
        key = "enter" if self.form is Form.TYPE else "r"
        hint = f" {error.hint}" if error.hint else ""
        self._asked_again = (
            f"{error.message}. This answer is not saved yet.{hint} Then press {key}."
        )
        self._relay()

    @on(Sheet.Chosen)
    def _option_chosen(self, event: Sheet.Chosen) -> None:
        if self.form is Form.PICK:
            self._answer({"option": event.target})
        elif self.form is Form.TICK and event.clicked:
            self._tick(event.target)
        elif self.form is Form.TICK:
            self._answer_ticked()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self._answer({"text": event.value})

    def _tick(self, option: str) -> None:
        self._ticked = self._ticked ^ {option}
        self.sheet.relay()

    def _answer_ticked(self) -> None:
        if not self._ticked:
            self.notice("Tick at least one option, or press n if you don't know.")
            return
        chosen = [option.id for option in self._options if option.id in self._ticked]
        self._answer({"options": chosen})

    # -- keys --------------------------------------------------------------------------------

    def action_choose(self, number: int) -> None:
        """A digit: the same as moving there and pressing Enter; of several, it ticks."""
        options = self._options
        if self.form not in (Form.PICK, Form.TICK) or number > len(options):
            return
        option = options[number - 1].id
        self.sheet.chosen = option
        if self.form is Form.TICK:
            self._tick(option)
        else:
            self._answer({"option": option})

    def action_go_on(self) -> None:
        """Answer, read on, or go to the next question."""
        if self.looking is None:
            if self.form is Form.TYPE:
                self._answer({"text": self.answer_line.value})
            else:
                self.sheet.action_choose()
        elif self.sheet.more_below:
            self.sheet.action_page(1)
        else:
            self._forward()

    def _forward(self) -> None:
        """From feedback looked back at to the one after it, and then to the open question."""
        answered = list(self.sitting.session.outcomes)
        at = answered.index(self.looking) if self.looking in answered else len(answered) - 1
        if at + 1 < len(answered):
            self._show_feedback(answered[at + 1])
        else:
            self._show_question()

    def action_space(self) -> None:
        """Tick, or turn to the rest of a long text."""
        if self.looking is not None:
            self.sheet.action_page(1)
        elif self.form is Form.TICK and self.sheet.chosen is not None:
            self._tick(self.sheet.chosen)
        else:
            self.action_more()

    def action_more(self) -> None:
        """Turn to the next part of a long text."""
        if self.looking is not None:
            self.sheet.action_page(1)
        else:
            self._part += 1
            self.sheet.relay()

    def action_hint(self) -> None:
        """One hint more."""
        item = self.item
        if item is None or self.looking is not None:
            return
        if self.sitting.session.hints_seen(item.id) >= len(item.hints):
            self.notice("There is no further hint." if item.hints else "No hint here.")
        elif self.done(lambda: self.sitting.hint(item)):
            self._relay()

    def action_dont_know(self) -> None:
        """An honest answer: it counts nothing, and the explanation follows."""
        self._answer(None)

    def action_skip(self) -> None:
        """Put the question off, or step on from feedback looked back at."""
        item = self.item
        if item is None:
            return
        if self.looking is not None:
            self._forward()
        elif not self.sitting.session.can_skip:
            self.notice("This is the last open question.")
        elif self.done(lambda: self.sitting.skip(item)):
            self._show_question()
            self.notice("Skipped. It comes again at the end; left takes it up now.")

    def action_back(self) -> None:
        """A skipped question again, else the feedback on the answer before."""
        session = self.sitting.session
        if self.looking is None and session.can_return:
            put_off = session.item(session.skipped[-1])
            if put_off is not None and self.done(lambda: self.sitting.take_up(put_off)):
                self._show_question()
            return
        answered = list(session.outcomes)
        at = answered.index(self.looking) if self.looking in answered else len(answered)
        if at > 0:
            self._show_feedback(answered[at - 1])
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

    def action_flag(self) -> None:
        """A mark for later."""
        item = self.item
        if item is not None and self.done(lambda: self.sitting.flag(item)):
            flagged = self.sitting.session.flagged(item.id)
            self.notice("Flagged." if flagged else "The flag is taken away.")
            self.refresh_bars()

    def action_whole_question(self) -> None:
        """The question in full above its feedback."""
        if self.looking is not None:
            self._whole_question = not self._whole_question
            self.sheet.relay()

    def action_sources(self) -> None:
        """Names of the sources, short or in full."""
        if self.looking is not None:
            self._sources = not self._sources
            self.sheet.relay()
            if self._sources:
                self.sheet.action_end(1)
            self.refresh_bars()

    def action_again(self) -> None:
        """Try to save once more what could not be saved."""
        if self._retry is not None:
            self._asked_again = ""
            self._retry()

    def action_leave(self) -> None:
        """Home. Nothing is lost, so nothing is asked."""
        session = self.sitting.session
        app = self.tutor
        app.pop_screen()
        if not session.finished and session.events and isinstance(app.screen, Place):
            kept = "is kept" if app.desk.store.kept else "waits while the tutor is open"
            app.screen.notice(f"Question {session.position} of {len(session.items)} {kept}.")
