"""The result of a quiz, and the ways on from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.quiz.result import read_again
from tutor.study.plan import course_map, next_step
from tutor.study.sitting import Sitting
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.result import ResultPage, result_lines, scores_of
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

# A key that is held down begins to repeat within this time on nearly every keyboard.
HELD_SECONDS = 1.0


class ResultScreen(Place):
    """Score, objectives, what to read again; retry, answers, or go on.

    Enter may still be held down from the last question. It repeats then, and would run through
    the result into the next lesson: one that comes so soon after another does not leave.
    """

    AUTO_FOCUS = "#result"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "On to what is next"),
        Binding("m", "retry", "Answer the missed questions again"),
        Binding("a", "answers", "Look at every answer"),
        *(Binding(f"{n}", f"read({n})", "Read a screen again", show=False) for n in range(1, 4)),
        Binding("u", "undo", "Undo the last answer"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._last_enter: float | None = None
        self.sheet = Sheet(self._lines, reading=True, id="result")

    def on_mount(self) -> None:
        super().on_mount()
        self._last_enter = self.tutor.desk.clock.monotonic()

    def on_key(self, event: events.Key) -> None:
        """Whoever presses another key holds Enter no longer."""
        if event.key != "enter":
            self._last_enter = None

    def body(self) -> ComposeResult:
        desk = self.tutor.desk
        session = self.sitting.session
        result = self.sitting.result()
        lesson = desk.library.lesson(session.lesson)
        scores = self.attempt(
            lambda: desk.store.scores(desk.learner.id, desk.library.header.id, session.lesson)
        )
        course = self.attempt(lambda: course_map(desk))
        step = course.step if course else None
        if course and step and step.session is not None:  # after a result comes something else
            step = next_step({row.entry.id: row for row in course.rows}, None)
        self.following = step.row.entry if step else None
        self.kind = step.kind if step else ""
        self.page = ResultPage(
            lesson=lesson,
            session=session,
            result=result,
            earlier=tuple(
                score
                for score in scores_of(scores or (), session.lesson)
                if score.session_id != self.sitting.id
            ),
            read_again=read_again(lesson, result.missed),
            following=self._following_words(),
            today=desk.clock.now().date(),
        )
        yield self.sheet

    @property
    def _reads_first(self) -> bool:
        """Below the pass line the way on leads through what to read again."""
        return not self.page.result.passed and bool(self.page.read_again)

    def _following_words(self) -> str:
        if self.following is None:
            return ""
        words = {"quiz": "Quiz: ", "again": "Quiz again: "}.get(self.kind, "Lesson: ")
        return f"{words}{self.following.short}"

    def heading(self) -> Heading:
        entry = self.tutor.desk.library.entry(self.sitting.session.lesson)
        return Heading(entry.short if entry else "", "Result", "done", 1.0)

    def keys(self) -> tuple[Key, ...]:
        again = self.page.read_again
        verb, short = ("read again", "read") if self._reads_first else ("next", "")
        if self.sheet.more_below:
            verb, short = "more", ""
        missed = self.page.result.missed
        retry = [Key("m", "retry missed", "retry", short="retry")] if missed else []
        digits = f"1-{len(again)}" if len(again) > 1 else "1"
        read = [Key(digits, "read", "read(1)", stands_above=True)] if again else []
        return (
            Key("enter", verb, "go_on", short=short),
            *retry,
            Key("a", "answers", "answers"),
            *read,
            Key("esc", "home", "leave"),
            Key("?", "help", "help"),
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        return result_lines(self.page, width, height)

    @on(Sheet.Scrolled)
    def _scrolled(self) -> None:
        self.refresh_bars()

    def action_enter(self) -> None:
        """Go on, unless Enter is being held down; the end of the page is as far as that goes."""
        now, last = self.tutor.desk.clock.monotonic(), self._last_enter
        self._last_enter = now
        if self.sheet.more_below or last is None or now - last >= HELD_SECONDS:
            self.action_go_on()
        elif self.key_bar.size.height > 1 and not self.key_bar.notice:
            # In a short window the notice would push the page up.
            self.notice("Press enter once more to go on.")

    def action_go_on(self) -> None:
        """The rest of the page; not passed, what to read again; else what is next."""
        if self.sheet.more_below:
            self.sheet.action_page(1)
            return
        if self._reads_first:
            self.action_read(1)
            return
        app, following, kind = self.tutor, self.following, self.kind
        app.pop_screen()
        if following is None:
            return
        if kind == "lesson":
            routes.open_lesson(app, following.id)
        else:
            routes.open_quiz(app, following.id)

    def action_retry(self) -> None:
        """The missed questions once more."""
        missed = tuple(item.id for item in self.page.result.missed)
        if not missed:
            self.notice("Nothing was missed.")
            return
        app, lesson = self.tutor, self.sitting.session.lesson
        app.pop_screen()
        routes.retry(app, lesson, missed)

    def action_answers(self) -> None:
        """Every question with its feedback."""
        from tutor.tui.screens.answers import AnswersScreen

        self.app.push_screen(AnswersScreen(self.sitting))

    def action_read(self, number: int) -> None:
        """A screen of the lesson that a missed question was about."""
        if number <= len(self.page.read_again):
            index, _ = self.page.read_again[number - 1]
            routes.open_lesson(self.tutor, self.page.lesson.id, index)

    def action_undo(self) -> None:
        """The last answer again: undo works also after the last question."""
        from tutor.tui.screens.quiz import QuizScreen

        session = self.sitting.session
        item = session.item(session.last) if session.last else None
        if item is None:
            self.notice("There is nothing to undo.")
            return
        if not self.done(lambda: self.sitting.undo(item)):
            return
        self.app.switch_screen(QuizScreen(self.sitting))
