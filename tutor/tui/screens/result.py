"""The result of a quiz, and the ways on from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.memory.forecast import next_due
from tutor.memory.next import Kind
from tutor.quiz.result import read_again
from tutor.quiz.session import Session
from tutor.study.desk import Desk
from tutor.study.plan import CourseMap, Step, course_map
from tutor.study.sitting import Sitting
from tutor.tui import routes
from tutor.tui.lines import Line
from tutor.tui.pages.result import ResultPage, result_lines, scores_of
from tutor.tui.pages.signs import kind_word
from tutor.tui.pages.sure import days_words
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

# A key that is held down begins to repeat within this time on nearly every keyboard.
HELD_SECONDS = 1.0
# Steps that Enter takes at once; what else there is to do stands on Home.
_TAKEN = (Kind.LESSON, Kind.QUIZ, Kind.AGAIN, Kind.REVIEW)


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
        entry = desk.library.entry(session.lesson)
        lesson = self.attempt(lambda: desk.library.lesson(session.lesson)) if entry else None
        scores = self.attempt(
            lambda: desk.store.scores(desk.learner.id, desk.library.header.id, session.lesson)
        )
        # After a result comes something else than what was left in the middle.
        course = self.attempt(lambda: course_map(desk, resuming=False))
        self.step = course.step if course is not None else None
        lessons = desk.library.lessons
        self.page = ResultPage(
            lesson=lesson,
            session=session,
            result=result,
            pass_line=desk.library.header.pass_line,
            names={one.id: one.short for entry in lessons for one in entry.objectives},
            earlier=tuple(
                score
                for score in scores_of(scores or (), session.lesson)
                if score.session_id != self.sitting.id
            ),
            read_again=read_again(lesson, result.missed) if lesson is not None else (),
            following=_following_words(self.step) if self.step is not None else "",
            today=desk.clock.now().date(),
            known=_known(course, session) if course and session.kind == "pretest" else (),
            coming=self.attempt(lambda: _coming(desk, course)) or ""
            if course and session.kind == "review"
            else "",
        )
        yield self.sheet

    @property
    def _to_retry(self) -> tuple[str, ...]:
        """What was missed. After a pre-test it is to be read first."""
        if self.page.session.kind == "pretest":
            return ()
        return tuple(item.id for item in self.page.result.missed)

    @property
    def _reads_first(self) -> bool:
        """Below the pass line the way on leads through what to read again."""
        return not self.page.result.passed and bool(self.page.read_again)

    def heading(self) -> Heading:
        session = self.sitting.session
        entry = self.tutor.desk.library.entry(session.lesson)
        name = entry.short if entry else kind_word(session.kind)
        return Heading(name, "Result", "done", 1.0)

    def keys(self) -> tuple[Key, ...]:
        again = self.page.read_again
        verb, short = ("read again", "read") if self._reads_first else ("next", "")
        if self.sheet.more_below:
            verb, short = "more", ""
        missed = self._to_retry
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
        app, step = self.tutor, self.step
        app.pop_screen()
        if step is not None and step.kind in _TAKEN:
            routes.take_step(app, step)

    def action_retry(self) -> None:
        """The missed questions once more."""
        missed = self._to_retry
        if not missed:
            self.notice("There is nothing to retry.")
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
        lesson = self.page.lesson
        if lesson is not None and number <= len(self.page.read_again):
            index, _ = self.page.read_again[number - 1]
            routes.open_lesson(self.tutor, lesson.id, index)

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


def _following_words(step: Step) -> str:
    """One line on what comes next; empty where nothing is left."""
    name = step.row.entry.short if step.row is not None else ""
    words = {
        Kind.LESSON: f"Lesson: {name}",
        Kind.QUIZ: f"Quiz: {name}",
        Kind.AGAIN: f"Quiz again: {name}",
        Kind.REVIEW: f"{step.title}: {step.words}",
    }
    return words.get(step.kind, "" if step.kind is Kind.DONE else step.title)


def _known(course: CourseMap, session: Session) -> tuple[tuple[str, int], ...]:
    """The lessons that a pre-test asked about, each with how many of its questions it missed."""
    asked = {item.objective for item in session.items}
    missed = {
        item.objective
        for item in session.items
        if (one := session.outcomes.get(item.id)) is None or not one.right
    }
    found = []
    for row in course.rows:
        mine = {one.id for one in row.entry.objectives}
        if mine & asked:
            found.append((f"{row.entry.number} {row.entry.short}", len(mine & missed)))
    return tuple(found)


def _coming(desk: Desk, course: CourseMap) -> str:
    """When cards come back after a review."""
    left = course.due + course.again
    if left:
        return f"{left} card{'s' if left != 1 else ''} still to review today."
    learner = desk.learner.id
    today = desk.store.today(learner)
    held = desk.store.cards(learner, desk.library.header.id, today)
    days = next_due((one.card for one in held), today)
    return f"The next card comes {days_words(days)}." if days is not None else ""
