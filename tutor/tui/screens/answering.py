"""A question that is open on the screen, and every way to answer it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tutor.errors import TutorError
from tutor.quiz.event import Response
from tutor.quiz.grade import AskAgain
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.screens.open_question import Given, OpenQuestion, Unsaved
from tutor.tui.screens.place import Place
from tutor.tui.widgets.asking import Asking
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.sureness import Sureness


class Answering(Place):
    """Asks the sitting's questions one at a time; `question` is None while none is open.

    What becomes of an answer is the subclass's: `give` puts it into the record, `show_feedback` and
    `lines` are what comes after it. Where `asks_certainty`, it is asked before.
    """

    AUTO_FOCUS = None

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.question: OpenQuestion | None = None
        self.asking = Asking(self._lines)
        self.sheet, self.answer_line = self.asking.sheet, self.asking.answer_line
        self.sureness = self.asking.sureness

    def body(self) -> ComposeResult:
        yield self.asking

    def on_mount(self) -> None:
        """Whoever looks away from the window takes longer, and no weaker memory shows by it."""
        super().on_mount()
        self.watch(self.app, "app_focus", self._looked_away, init=False)

    def _looked_away(self, here: bool) -> None:
        if not here:
            self.sitting.interrupted()

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        shown = self.question.lines if self.question is not None else self.lines
        return shown(width, height)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What is shown while no question is open."""
        return ()

    def may_search(self) -> bool:
        """Not while a question is open: what it asks for could be looked up."""
        return self.question is None

    def show_feedback(self, item_id: str) -> None:
        """An answer is in the record: say what there is to learn from it."""
        raise NotImplementedError

    def asks_certainty(self, question: OpenQuestion) -> bool:
        """Whether it is asked how sure the answer is, before anything of it is graded."""
        return False

    def give(self, question: OpenQuestion, given: Given) -> AskAgain | None:
        """Put an answer into the record; what is missing, if it cannot be graded yet."""
        verdict = self.sitting.answer(question.item, given.response, given.certainty)
        return verdict if isinstance(verdict, AskAgain) else None

    # -- showing the question ----------------------------------------------------------------

    def ask(self, question: OpenQuestion) -> None:
        """Open a question; the time of its answer counts from here."""
        self.question = question
        self.sitting.item_is_shown()
        self._show_form()

    def _show_form(self) -> None:
        """The rows or the line of the form, as it stands now."""
        if self.question is not None:
            form = self.question.form
            self.asking.show(typed=form.typed, text=form.text, bar=form.bar)
            self.refresh_bars()

    def _show_change(self) -> None:
        """The same question after a key did something on its form."""
        if self.question is not None:
            form = self.question.form
            self.asking.change(typed=form.typed, text=form.text, bar=form.bar)
            self.refresh_bars()

    def _relay(self) -> None:
        self.asking.relay()
        self.refresh_bars()

    # -- answering ---------------------------------------------------------------------------

    def answer(self) -> None:
        """Enter: on the line, the row under the bar, or the certainty."""
        if self.question is None:
            return
        if self.question.pending is not None:
            self.sureness.action_give()
        elif self.question.form.typed:
            self._type(self.answer_line.value)
        else:
            self.sheet.action_choose()

    def _type(self, text: str) -> None:
        """Enter in the line as it stands.

        After an answer that could not be saved, the same line gives that answer again: it may have
        been "I don't know", which leaves no text.
        """
        question = self.question
        if question is None or not question.form.typed:
            return
        unsaved = question.unsaved
        if unsaved is not None and unsaved.typed == text:
            self._give(unsaved.given)
        else:
            self._act(complete=question.form.type(text))

    def _act(self, *, complete: bool) -> None:
        """A key did something on the form: the answer is complete, or its rows are others now."""
        question = self.question
        if question is None:
            return
        form = question.form
        if complete:
            self._answer(form.response)
            return
        question.choose_again()
        self._show_change()
        if form.notice:
            self.notice(form.notice)
            form.notice = ""

    def _answer(self, response: Response) -> None:
        """An answer is chosen. Nothing of it is graded before its certainty is given."""
        question = self.question
        if question is None:
            return
        # An answer that cannot be graded yet is asked for again before anything else.
        sure = response is not None and self.asks_certainty(question)
        if sure and not isinstance(self.sitting.grade(question.item, response), AskAgain):
            question.wait(response)
            self.asking.ask_sureness()
            self.refresh_bars()
        else:
            self._give(Given(response))

    def _give(self, given: Given) -> None:
        question = self.question
        if question is None:
            return
        try:
            again = self.give(question, given)
        except TutorError as error:
            question.unsaved = Unsaved(given, self.answer_line.value, error)
            self._back_to_choice()
            return
        question.unsaved = None
        if again is None:
            self.show_feedback(question.item.id)
            if self.sitting.came_late:
                self.problem("Answered in another window already; that answer counts.")
            return
        question.asked_again = again.question
        question.form.ask_again()
        if question.form.typed:
            self._relay()
        else:
            self._show_form()

    def _back_to_choice(self) -> None:
        """The question as it was before its certainty was asked."""
        if self.question is not None:
            typed = self.answer_line.value
            self.question.choose_again()
            self._show_change()
            self.answer_line.value = typed if self.question.form.typed else ""

    @on(Input.Submitted, "#answer")
    def _submitted(self, event: Input.Submitted) -> None:
        # Its own value: keys that came since may stand in the line already.
        self._type(event.value)

    @on(Sheet.Chosen)
    def _row_chosen(self, event: Sheet.Chosen) -> None:
        if self.question is not None:
            self._act(
                complete=self.question.form.choose(event.target, clicked=event.clicked),
            )

    @on(Sureness.Given)
    def _sureness_given(self, event: Sureness.Given) -> None:
        pending = self.question.pending if self.question is not None else None
        if pending is None:
            return
        if event.certainty:
            self._give(pending._replace(certainty=event.certainty))
        else:
            self.notice("Say how sure you are: 1, 2 or 3.")

    # -- keys --------------------------------------------------------------------------------

    def action_choose(self, number: int) -> None:
        """A digit: the same as moving there and pressing Enter; of several, it ticks."""
        question = self.question
        if question is None:
            return
        if question.pending is None:
            form = question.form
            self._act(complete=form.digit(number or 10, self.sheet.chosen))
        elif 1 <= number <= 3:
            self._give(question.pending._replace(certainty=number))

    def action_dont_know(self) -> None:
        """An honest answer: it counts nothing, and the explanation follows."""
        self._give(Given(None))

    def action_again(self) -> None:
        """Try to save once more what could not be saved."""
        if self.question is not None and self.question.unsaved is not None:
            self._give(self.question.unsaved.given)

    def action_space(self) -> None:
        """Tick, or turn to the rest of a long text."""
        question, bar = self.question, self.sheet.chosen
        if question is None or not question.form.space_chooses or question.pending is not None:
            self.action_more()
        elif bar is not None:
            self._act(complete=question.form.space(bar))

    def action_more(self) -> None:
        """Turn to the next part of a long text."""
        if self.question is None:
            self.sheet.action_page(1)
        else:
            self.question.part += 1
            self.sheet.relay()

    def action_hint(self) -> None:
        """One hint more."""
        question = self.question
        if question is None:
            return
        if not question.has_hints:
            self.notice("There is no further hint." if question.asked.hints else "No hint here.")
        elif self.done(lambda: self.sitting.hint(question.item)):
            self._relay()

    def turn(self, step: int) -> bool:
        """To the next part of the question (1) or the one before (-1); False where none is."""
        question = self.question
        if question is None or question.pending is not None or not question.form.turn(step):
            return False
        self._show_form()
        return True

    def chooses_again(self) -> bool:
        """Escape while its certainty is asked: back to the choice. False where nothing waits."""
        if self.question is None or self.question.pending is None:
            return False
        self._back_to_choice()
        return True
