"""The first minute: the keys are learned by using them, and one question is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.course.items import Item, Single
from tutor.quiz.feedback import feedback
from tutor.quiz.grade import Grade
from tutor.quiz.graders import Words, grade
from tutor.tui.app import TOUR_SETTING
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.feedback import feedback_lines
from tutor.tui.pages.lesson import names_of
from tutor.tui.pages.question import Question, question_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

_WHOLE_GREETING = 14  # rows
_START, _COURSE = "start", "course"


class WelcomeScreen(Place):
    """Three steps: move and choose, answer, read why. Escape skips at any moment.

    The question is a real one of the course; its answer is not stored.
    """

    AUTO_FOCUS = "#welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "On", show=False),
        *(Binding(f"{n}", f"choose({n})", "Choose an option", show=False) for n in range(1, 6)),
        Binding("escape", "leave", "Skip the first minute"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.step = 1
        self.item: Item | None = None
        self._given: str | None = None
        self.sheet = Sheet(self._lines, reading=True, id="welcome")

    def body(self) -> ComposeResult:
        yield self.sheet

    def heading(self) -> Heading:
        return Heading("Welcome", "", f"step {self.step} of 3", self.step / 3)

    def keys(self) -> tuple[Key, ...]:
        skip = Key("esc", "skip", "leave")
        if self.step == 1:
            return (Key("↑ ↓", "move"), Key("enter", "choose", "go_on"), skip)
        if self.step == 2:
            count = len(self._body.options) if self._body else 0
            return (Key(f"1-{count}", "choose"), Key("enter", "answer", "go_on"), skip)
        verb = "more" if self.sheet.more_below else "to the course"
        return (Key("enter", verb, "go_on"),)

    @property
    def _body(self) -> Single | None:
        return self.item.body if self.item and isinstance(self.item.body, Single) else None

    # -- drawing -----------------------------------------------------------------------------

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        if self.step == 1:
            return self._greeting(width, height)
        if self.item is None or self._body is None:
            return ()
        if self.step == 2:
            coach = "Press a digit, or move the bar with ↑ ↓ and press enter."
            lines = paragraph((Run(coach, "accent"),), width)
            question = Question(self.item.stem, self._body.options)
            return [*lines, BLANK, *question_lines(question, width, height - len(lines) - 1)]
        return self._why(width, height)

    def _greeting(self, width: int, height: int) -> list[Line]:
        title = self.tutor.desk.library.header.title
        if height < _WHOLE_GREETING:
            coach = Run("Move the bar with ↑ ↓, then press enter.", "accent")
            return [
                *paragraph((Run(f"{title}: a course in your terminal", "strong"),), width),
                BLANK,
                *paragraph((coach,), width),
                Line((Run("  Try one question now"),), _START),
                Line((Run("  Straight to the course"),), _COURSE),
                BLANK,
                *paragraph((Run("For learning, not medical advice.", "faint"),), width),
            ]
        saved = "Every answer is saved at once and every option is explained."
        if not self.tutor.desk.store.kept:
            saved = "Every option is explained."
        return [
            *paragraph((Run(f"{title}: a course in your terminal", "strong"),), width),
            BLANK,
            *paragraph(
                (
                    Run("Short screens to read, a quiz after each lesson. "),
                    Run(saved),
                ),
                width,
            ),
            BLANK,
            *paragraph((Run("Move the bar with ↑ ↓, then press enter.", "accent"),), width),
            BLANK,
            Line((Run("  Try one question now  "), Run("under a minute", "muted")), _START),
            Line((Run("  Straight to the course"),), _COURSE),
            BLANK,
            *paragraph((Run("For learning, not medical advice.", "faint"),), width),
        ]

    def _why(self, width: int, height: int) -> Sequence[Line]:
        item, body = self.item, self._body
        if item is None or body is None or self._given is None:
            return ()
        library = self.tutor.desk.library
        response = {"option": self._given}
        verdict = grade(item, response, Words(library.glossary))
        order = tuple(option.id for option in body.options)
        if not isinstance(verdict, Grade):
            return ()
        coach = "Each option says why. This one was not scored. Enter goes to the course."
        lines = paragraph((Run(coach, "accent"),), width)
        names = names_of(item.sources, library.sources(), short=True)
        told = feedback_lines(
            feedback(item, response, verdict, order),
            item.stem,
            names,
            width,
            height - len(lines) - 1,
        )
        return [*lines, BLANK, *told[1:]]

    # -- steps -------------------------------------------------------------------------------

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if event.target == _COURSE:
            self.action_leave()
        elif event.target == _START:
            self._to_question()
        else:
            self._answer(event.target)

    def _to_question(self) -> None:
        self.item = self._first_single()
        if self.item is None:
            self.action_leave()
            return
        self._to(2)

    def _first_single(self) -> Item | None:
        """An easy question: the first with one right answer, before others one of recall."""
        library = self.tutor.desk.library
        for entry in library.lessons:
            quiz = library.quiz(entry.id)
            singles = [
                item
                for item in (quiz.items if quiz else ())
                if isinstance(item.body, Single) and item.status is None
            ]
            if singles:
                return min(singles, key=lambda item: (item.level != "recall", len(item.stem)))
        return None

    def _to(self, step: int) -> None:
        self.step = step
        self.sheet.show(self._lines)
        self.refresh_bars()

    def _answer(self, option: str) -> None:
        self._given = option
        self._to(3)

    def action_choose(self, number: int) -> None:
        """A digit answers."""
        if self.step == 2 and self._body and number <= len(self._body.options):
            self._answer(self._body.options[number - 1].id)

    def action_go_on(self) -> None:
        """On to the next step."""
        if self.step < 3:
            self.sheet.action_choose()
        elif self.sheet.more_below:
            self.sheet.action_page(1)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """To Home; it does not come again by itself."""
        app = self.tutor
        self.attempt(lambda: app.desk.store.set_setting(TOUR_SETTING, "done"))
        app.pop_screen()
        if isinstance(app.screen, Place):
            app.screen.notice("Enter opens the lesson with the bar. ? shows every key.")
