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
from tutor.tui.screens.open_question import Form, OpenQuestion, Unsaved
from tutor.tui.screens.place import Place
from tutor.tui.widgets.asking import Asking
from tutor.tui.widgets.sheet import Sheet


class Answering(Place):
    """Asks the sitting's questions one at a time; `question` is None while none is open.

    What becomes of an answer is the subclass's: `show_feedback`, and `lines` while it is shown.
    """

    AUTO_FOCUS = None

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.question: OpenQuestion | None = None
        self.asking = Asking(self._lines)
        self.sheet, self.answer_line = self.asking.sheet, self.asking.answer_line

    def body(self) -> ComposeResult:
        yield self.asking

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        shown = self.question.lines if self.question is not None else self.lines
        return shown(width, height)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What is shown while no question is open."""
        return ()

    def show_feedback(self, item_id: str) -> None:
        """An answer is in the record: say what there is to learn from it."""
        raise NotImplementedError

    def ask(self, question: OpenQuestion) -> None:
        """Open a question; the time of its answer counts from here."""
        self.question = question
        self.sitting.item_is_shown()
        self.asking.show(typed=question.form is Form.TYPE)

    def answer(self) -> None:
        """Answer with what is typed, ticked or under the bar."""
        if self.question is not None and self.question.form is Form.TYPE:
            self._answer_typed(self.answer_line.value)
        else:
            self.sheet.action_choose()

    def _relay(self) -> None:
        self.asking.relay()
        self.refresh_bars()

    def _answer(self, response: Response) -> None:
        question = self.question
        if question is None:
            return
        try:
            verdict = self.sitting.answer(question.item, response)
        except TutorError as error:
            question.unsaved = Unsaved(response, self.answer_line.value, error)
            self._relay()
            return
        question.unsaved = None
        if isinstance(verdict, AskAgain):
            question.asked_again = verdict.question
            self._relay()
        else:
            self.show_feedback(question.item.id)

    def _answer_typed(self, text: str) -> None:
        if self.question is not None and self.question.form is Form.TYPE:
            self._answer(self.question.response_typed(text))

    def _answer_ticked(self) -> None:
        response = self.question.response_ticked if self.question is not None else None
        if response is None:
            self.notice("Tick at least one option, or press n if you don't know.")
        else:
            self._answer(response)

    def _tick(self, option: str) -> None:
        if self.question is not None:
            self.question.tick(option)
            self.sheet.relay()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        # Its own value: keys that came since may stand in the line already.
        self._answer_typed(event.value)

    @on(Sheet.Chosen)
    def _option_chosen(self, event: Sheet.Chosen) -> None:
        form = self.question.form if self.question is not None else None
        if form is Form.PICK:
            self._answer({"option": event.target})
        elif form is Form.TICK and event.clicked:
            self._tick(event.target)
        elif form is Form.TICK:
            self._answer_ticked()

    def action_choose(self, number: int) -> None:
        """A digit: the same as moving there and pressing Enter; of several, it ticks."""
        option = self.question.option(number) if self.question is not None else None
        if option is None or self.question is None:
            return
        self.sheet.chosen = option
        if self.question.form is Form.TICK:
            self._tick(option)
        else:
            self._answer({"option": option})

    def action_dont_know(self) -> None:
        """An honest answer: it counts nothing, and the explanation follows."""
        self._answer(None)

    def action_again(self) -> None:
        """Try to save once more what could not be saved."""
        if self.question is not None and self.question.unsaved is not None:
            self._answer(self.question.unsaved.response)

    def action_space(self) -> None:
        """Tick, or turn to the rest of a long text."""
        ticks = self.question is not None and self.question.form is Form.TICK
        if ticks and self.sheet.chosen is not None:
            self._tick(self.sheet.chosen)
        else:
            self.action_more()

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
            self.notice("There is no further hint." if question.item.hints else "No hint here.")
        elif self.done(lambda: self.sitting.hint(question.item)):
            self._relay()
