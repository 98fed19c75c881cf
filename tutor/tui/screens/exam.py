"""An exam while it runs: question after question, in any order, and the list of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tutor.quiz.event import Response
from tutor.study.habits import habits
from tutor.study.sitting import Sitting
from tutor.study.watch import KEPT_EVERY, Watch
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.exam import HAND_IN, list_lines, time_left_words
from tutor.tui.screens.answering import Answering
from tutor.tui.screens.exam_question import ExamQuestion
from tutor.tui.screens.open_question import Given, OpenQuestion
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

_NAME_FROM = 60  # columns


class ExamScreen(Answering):
    """Every choice is in the record at once and may be changed until the exam is handed in.

    Either a question is open, or the list of all is shown (`question` is None). Nothing is told
    before the end. With a time limit it is handed in when the time is over.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Answer; open the question with the bar"),
        *(Binding(f"{n}", f"choose({n})", "Choose an option", show=False) for n in range(10)),
        Binding("space", "space", "Tick an option; the rest of a long text"),
        Binding("v,f7", "more", "The next part of a long text"),
        Binding("f,f3", "flag", "Flag the question, or take the flag away"),
        Binding("n,f4", "dont_know", "Take the answer back: the question is open again"),
        Binding("right,f5", "skip", "The next question"),
        Binding("left,f6", "back", "The question before"),
        Binding("l,f8", "list", "The list of questions; from there the exam is handed in"),
        Binding("y", "yes", "Yes, hand in", show=False),
        Binding("r", "again", "Try to save again"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.at = _first_open(sitting)
        self.timing: Watch | None = None
        self._asked: dict[str, ExamQuestion] = {}
        self._confirming = self._time_ended = self._certainty = False

    def on_mount(self) -> None:
        super().on_mount()
        desk = self.tutor.desk
        self._certainty = habits(desk.store, desk.learner.id).certainty
        self.timing = Watch(self.sitting, desk.clock)
        self._show_question()
        if self.timing.left is not None:
            self.set_interval(1.0, self._tick)
            self._tick()

    # -- what is shown -----------------------------------------------------------------------

    def heading(self) -> Heading:
        session = self.sitting.session
        entry = self.tutor.desk.library.entry(session.lesson)
        name = entry.short if entry is not None else "The whole course"
        asked = len(session.items)
        state = [f"{self.at + 1} of {asked}"]
        if self.question is None:
            state = [f"{session.choices} of {asked} answered"]
        elif session.flagged(self.question.item.id):
            state.insert(0, "flagged")
        left = self.timing.left if self.timing is not None else None
        if left is not None:
            state.append(time_left_words(left))
        share = session.choices / max(asked, 1)
        if self.size.width < _NAME_FROM:
            return Heading("Exam", "", " · ".join(state), share)
        return Heading(name, "Exam", " · ".join(state), share)

    def keys(self) -> tuple[Key, ...]:
        if self.question is not None:
            return self.question.keys()
        if self._confirming:
            yes = Key("y", "hand in", "yes")
            return (yes, Key("esc", "back", "leave"), Key("?", "help", "help"))
        hands_in = self.sheet.chosen == HAND_IN
        return (
            Key("enter", "hand in" if hands_in else "open", "go_on"),
            Key("↑ ↓", "move"),
            *([] if hands_in else [Key("f", "flag", "flag")]),
            Key("esc", "back", "leave"),
            Key("?", "help", "help"),
        )

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The list of questions, and what it means to hand in."""
        lines = list_lines(self.sitting.session, width)
        if not self._confirming:
            return lines
        asks = paragraph((Run(self._confirm_words(), "notice"),), width, first=(Run("  "),))
        return [*lines, BLANK, *(line._replace(target=HAND_IN) for line in asks)]

    def _confirm_words(self) -> str:
        session = self.sitting.session
        left = len(session.items) - session.choices
        if self._time_ended:
            return "The time is over. Press y to hand in."
        if not left:
            return "All questions are answered. Hand in? There is no way back. Press y, or esc."
        are = "1 question is" if left == 1 else f"{left} questions are"
        return f"{are} open and will count as not known. Hand in? Press y, or esc."

    def _show_question(self) -> None:
        self._confirming = False
        item = self.sitting.session.items[self.at]
        question = self._asked.setdefault(item.id, ExamQuestion(self.sitting, item))
        question.choose_again()
        self.question = question
        self._show_form()

    def _show_list(self) -> None:
        """The bar on the question last seen; where all are answered, on the way out."""
        session = self.sitting.session
        done = session.choices == len(session.items)
        target = HAND_IN if done or self._time_ended else session.items[self.at].id
        self.question = None
        self.asking.show(typed=False, bar=target)
        self.refresh_bars()

    @on(Sheet.Moved)
    def _moved(self) -> None:
        if self.question is None:
            self.refresh_bars()

    # -- answering ---------------------------------------------------------------------------

    def asks_certainty(self, question: OpenQuestion) -> bool:
        """As the learner has it in the settings."""
        return self._certainty

    def _answer(self, response: Response) -> None:
        # Nothing is asked for again here: that would tell something of the answer.
        question = self.question
        if question is None:
            return
        if response is None or not self._certainty:
            self._give(Given(response))
        else:
            question.wait(response)
            self.asking.ask_sureness()
            self.refresh_bars()

    def may_search(self) -> bool:
        """Not before the end."""
        return False

    def give(self, question: OpenQuestion, given: Given) -> None:
        """Keep it; it may still change."""
        if self.timing is not None:
            self.timing.keep(question.item.id, given.response, given.certainty)

    def show_feedback(self, item_id: str) -> None:
        """No feedback: on to the next question, or behind the last one to the list."""
        choice = self.sitting.session.chosen(item_id)
        if self._ended():
            return
        if choice is not None and choice.response is None:  # it was taken back, to answer anew
            self._asked.pop(item_id, None)
            self._show_question()
            self.notice("This question is open.")
        elif self.at + 1 < len(self.sitting.session.items):
            self.at += 1
            self._show_question()
        else:
            self._show_list()

    def action_go_on(self) -> None:
        """Answer, or open what carries the bar in the list."""
        if self.question is not None:
            self.answer()
        else:
            self.sheet.action_choose()

    @on(Sheet.Chosen)
    def _of_the_list(self, event: Sheet.Chosen) -> None:
        if self.question is not None:
            return
        # Else the question that opens here would take it for an answer.
        event.prevent_default()
        if self._time_ended:
            return
        number = self.sitting.session.number(event.target)
        if event.target == HAND_IN:
            self._confirming = True
            self.sheet.relay()
            self.refresh_bars()
        elif number:
            self.at = number - 1
            self._show_question()

    # -- moving ------------------------------------------------------------------------------

    def action_skip(self) -> None:
        """The next part or question; after the last one the list."""
        if self.question is not None and not self.turn(1):
            self._move(1)

    def action_back(self) -> None:
        """The part or question before."""
        if self.question is not None and not self.turn(-1):
            self._move(-1)

    def _move(self, step: int) -> None:
        to = self.at + step
        if to < 0:
            self.notice("This is the first one.")
        elif self._keep_time() and not self._ended():
            if to < len(self.sitting.session.items):
                self.at = to
                self._show_question()
            else:
                self._show_list()

    def action_list(self) -> None:
        """All questions."""
        if self.question is not None and self._keep_time() and not self._ended():
            self._show_list()

    def action_leave(self) -> None:
        """Back to the choice, from the list to the question, from there Home: all is kept."""
        if self._time_ended or self.chooses_again():
            return
        if self._confirming:
            self._confirming = False
            self.sheet.relay()
            self.refresh_bars()
        elif self.question is None:
            self._show_question()
        elif self._keep_time():
            self._go_home()

    def _go_home(self) -> None:
        app, session, timing = self.tutor, self.sitting.session, self.timing
        app.pop_screen()
        if not session.events or not isinstance(app.screen, Place):
            return
        left = timing.left if timing is not None else None
        time = f", {time_left_words(left)}" if left is not None else ""
        kept = "is kept" if app.desk.store.kept else "waits while the tutor is open"
        answered = f"{session.choices} of {len(session.items)} answered"
        app.screen.notice(f"The exam {kept}: {answered}{time}.")

    # -- time, flags, the end ----------------------------------------------------------------

    def _keep_time(self) -> bool:
        """Put the time of the question in sight into the record."""
        timing, item = self.timing, self.sitting.session.items[self.at]
        if timing is None or (timing.left is None and not self.sitting.session.events):
            return True  # one without a limit that is only looked at leaves no trace
        return self.done(lambda: timing.keep_time(item.id))

    def _tick(self) -> None:
        timing = self.timing
        if timing is None or self._time_ended or self.sitting.session.finished:
            return
        if not timing.left:
            self._time_is_over()
            return
        if timing.running >= KEPT_EVERY:
            self._keep_time()
        heading = self.heading()
        if heading.state != self.top_bar.heading.state:
            self.refresh_bars()

    def _time_is_over(self) -> None:
        """Hand in what there is; if it cannot be written now, nothing can be changed any more."""
        while self.app.screen is not self and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        self._time_ended = self._confirming = True
        self._keep_time()
        self._show_list()
        self.action_yes()

    def action_flag(self) -> None:
        """A mark for later, here or in the list."""
        session = self.sitting.session
        id = self.question.item.id if self.question is not None else self.sheet.chosen
        item = session.item(id or "")
        if item is None or not self.done(lambda: self.sitting.flag(item)):
            return
        flagged = self.sitting.session.flagged(item.id)
        self.notice("Flagged." if flagged else "The flag is taken away.")
        if self.question is None:
            self.sheet.relay()
        self.refresh_bars()

    def action_yes(self) -> None:
        """Hand in: everything is graded, in one commit or not at all."""
        if self._confirming and self.question is None and self.done(self.sitting.hand_in):
            self._show_result()

    def _ended(self) -> bool:
        """Another copy of the program has handed it in."""
        if not self.sitting.session.finished:
            return False
        self._show_result()
        return True

    def _show_result(self) -> None:
        from tutor.tui.screens.exam_result import ExamResultScreen

        self.app.switch_screen(ExamResultScreen(self.sitting, time_ended=self._time_ended))


def _first_open(sitting: Sitting) -> int:
    """The place of the first question without an answer; of the first one if all have one."""
    session = sitting.session
    for at, item in enumerate(session.items):
        choice = session.chosen(item.id)
        if choice is None or choice.response is None:
            return at
    return 0
