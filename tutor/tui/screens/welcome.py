"""The first minute: the keys are learned by using them, and one question is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.course.citing import names_of
from tutor.course.items import Item, Option, Single
from tutor.quiz.feedback import feedback
from tutor.quiz.grade import Grade
from tutor.quiz.graders import Words, grade
from tutor.quiz.shuffle import shown_order
from tutor.quiz.stem import told_and_asked
from tutor.tui.app import TOUR_SETTING
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.feedback import feedback_lines
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
        Binding("enter", "go_on", "Choose what carries the bar; go on", show=False),
        *(Binding(f"{n}", f"choose({n})", "Choose an option", show=False) for n in range(1, 6)),
        Binding("escape", "leave", "Skip the first minute"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.step = 1
        self.item: Item | None = None
        self.options: tuple[Option, ...] = ()
        self._given: str | None = None
        self.sheet = Sheet(self._lines, reading=True, id="welcome")

    def body(self) -> ComposeResult:
        yield self.sheet

    def heading(self) -> Heading:
        return Heading("Welcome", "", f"step {self.step} of 3", self.step / 3)

    def keys(self) -> tuple[Key, ...]:
        skip, help = Key("esc", "skip", "leave"), Key("?", "help", "help")
        if self.step == 1:
            return (Key("↑ ↓", "move"), Key("enter", "choose", "go_on"), skip, help)
        if self.step == 2:
            digits = Key(f"1-{len(self.options)}", "choose", stands_above=True)
            return (digits, Key("enter", "answer", "go_on"), skip, help)
        verb = "more" if self.sheet.more_below else "to the course"
        return (Key("enter", verb, "go_on"), help)

    # -- drawing -----------------------------------------------------------------------------

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        if self.step == 1:
            return self._greeting(width, height)
        if self.item is None:
            return ()
        if self.step == 2:
            return self._question(self.item, width, height)
        return self._why(self.item, width, height)

    def _question(self, item: Item, width: int, height: int) -> list[Line]:
        coach = paragraph((Run("Press a digit, or ↑ ↓ and then enter.", "accent"),), width)
        question = Question(item.stem, self.options)
        lines = question_lines(question, width, height - len(coach) - 1)
        # Where the blank line would push an option out of sight, it goes.
        apart = [BLANK] if len(coach) + len(lines) < height else []
        return [*coach, *apart, *lines]

    def _greeting(self, width: int, height: int) -> list[Line]:
        title = self.tutor.desk.library.header.title
        if height < _WHOLE_GREETING:
            coach = Run("Move the bar with ↑ ↓, then enter.", "accent")
            return [
                *paragraph((Run(f"{title}: a course in your terminal", "strong"),), width),
                BLANK,
                *paragraph((coach,), width),
                BLANK,
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

    def _why(self, item: Item, width: int, height: int) -> Sequence[Line]:
        library = self.tutor.desk.library
        response = {"option": self._given}
        verdict = grade(item, response, Words(library.glossary))
        if not isinstance(verdict, Grade):
            return ()
        order = tuple(option.id for option in self.options)
        coach = "Each option says why. This one is not scored."
        lines = paragraph((Run(coach, "accent"),), width)
        # What the question told was read a moment ago: of it the line that asks is enough, and on
        # a small window nothing.
        asked = told_and_asked(item.stem)[1] if height >= _WHOLE_GREETING else ""
        told = feedback_lines(
            feedback(item, response, verdict, order),
            asked,
            names_of(item.sources, library.sources(), short=True),
            width,
            height - len(lines) - 1,
            whole_question=True,
        )
        return [*lines, BLANK, *told]

    # -- steps -------------------------------------------------------------------------------

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first is acted on
            return
        if self.step == 2:
            self._answer(event.target)
        elif self.step == 1 and event.target == _START:
            self._to_question()
        elif self.step == 1:
            self.action_leave()

    def _to_question(self) -> None:
        item = self._first_single()
        if item is None or not isinstance(item.body, Single):
            self.action_leave()
            return
        # Mixed as in a quiz: authors tend to write the right one first.
        by_id = {option.id: option for option in item.body.options}
        order = shown_order(item, self.tutor.desk.new_seed())
        self.item, self.options = item, tuple(by_id[id] for id in order)
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
        if any(one.id == option for one in self.options):
            self._given = option
            self._to(3)

    def action_choose(self, number: int) -> None:
        """A digit answers."""
        if self.step == 2 and number <= len(self.options):
            self._answer(self.options[number - 1].id)

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
