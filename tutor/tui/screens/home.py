"""Home."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tutor.study.plan import CourseMap, LessonRow, course_map
from tutor.tui import routes
from tutor.tui.lines import BLANK, TWO_COLUMNS_FROM, Late, Line, Run, cut, paragraph
from tutor.tui.pages.home import map_lines, narrow_next, next_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tutor.yamlread.problem import Problem

SHORT = 20  # rows
_MOST_KEYS = 6


class HomeScreen(Place):
    """The course as this learner stands in it; Enter on the map opens a lesson."""

    AUTO_FOCUS = "#map"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "go_on", "Continue with what is next"),
        Binding("r", "review", "Review what is due"),
        Binding("o", "left_open", "What was left open"),
        Binding("q", "quiz", "The quiz of the lesson with the bar"),
        Binding("e", "exam", "An exam"),
        Binding("k", "pretest", "What do I know already? For the part with the bar"),
        Binding("g", "glossary", "The glossary"),
        Binding("p", "progress", "Progress: what is due, mastery, scores"),
        Binding("s", "settings", "Settings: colours, habits, learner"),
        Binding("right,left,tab,shift+tab", "other_side", "The other column", show=False),
        Binding("escape", "quit_hint", "How to quit", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.course: CourseMap | None = None
        self._several = False
        self._fresh = True
        self.map = Sheet(self._map_lines, id="map")
        self.next = Sheet(self._next_lines, waiting_bar=False, id="next")

    def body(self) -> ComposeResult:
        self._read()
        if self.course is not None and self.course.step.row is not None:
            self.map.begin_at(self.course.step.row.entry.id)
        with Horizontal(classes="columns"):
            yield self.map
            yield self.next

    def _read(self) -> None:
        # If the record cannot be read just now, what was known stays on the screen.
        self.course = self.attempt(lambda: course_map(self.tutor.desk)) or self.course
        learners = self.attempt(self.tutor.desk.store.learners)
        self._several = len(learners or ()) > 1

    def on_screen_resume(self) -> None:
        """Back from elsewhere: the standing may have changed."""
        if self._fresh:  # it was read a moment ago, for the first showing
            self._fresh = False
            return
        self._read()
        self.map.relay()
        self.next.relay()
        self.refresh_bars()

    def heading(self) -> Heading:
        parts = []
        if self._several:
            parts.append(self.tutor.desk.learner.name)
        if self.course is not None:
            if self.course.due:
                parts.append(f"{self.course.due} due")
            parts.append(f"day {max(self.course.days, 1)}")
        return Heading(
            self.tutor.desk.library.header.title, "footdrop", " · ".join(parts), hairline=False
        )

    def keys(self) -> tuple[Key, ...]:
        course = self.course
        something = course is not None and course.step.kind != "done"
        go_on = [Key("c", "continue", "go_on")] if something else []
        left = [Key("o", "left open", "left_open")] if course and course.left_open else []
        # In one column what else there is stands nowhere on the page.
        below = [] if self.next.display else [Key("r", "review", "review")]
        now = [Key("enter", "open", "open"), *go_on, *below, *left]
        found = (Key("/", "search", "search"), Key("g", "glossary", "glossary"))
        commands = Key("ctrl+p", "commands", "app.command_palette")
        return (*now, *found[: _MOST_KEYS - 2 - len(now)], commands, Key("?", "help", "help"))

    # -- the two columns ---------------------------------------------------------------------

    def _map_lines(self, width: int, height: int) -> Sequence[Line | Late]:
        if self.course is None:  # what is wrong with the record is said elsewhere
            return []
        if not self.course.rows:
            return self._nothing(width)
        if self.next.display:
            return map_lines(self.course, width, height)
        # On a short window what lies below the map is out of sight: its first line stands above.
        above = narrow_next(self.course, width)
        below = self._left_out(width)
        if below and height < SHORT:
            above.insert(0, self._left_out_briefly(width))
        return [*above, *map_lines(self.course, width, height - len(above)), *below]

    def _next_lines(self, width: int, height: int) -> Sequence[Line]:
        if self.course is None:
            return []
        lines = next_lines(
            self.course, self._selected, self.tutor.desk.library.header.ask, width, height
        )
        return [*lines, *self._left_out(width)]

    @property
    def _selected(self) -> LessonRow | None:
        """The lesson with the bar."""
        rows = self.course.rows if self.course is not None else ()
        return next((row for row in rows if row.entry.id == self.map.chosen), None)

    def _nothing(self, width: int) -> list[Line]:
        words = "No lesson of this course could be opened."
        return [*paragraph((Run(words, "strong"),), width), *self._left_out(width)]

    @property
    def _errors(self) -> list[Problem]:
        return [one for one in self.tutor.desk.library.problems if one.severity == "error"]

    def _left_out_briefly(self, width: int) -> Line:
        words = f"{_mistakes(self._errors)} in the files: below"
        return Line(cut((Run("✗  ", "wrong"), Run(words, "muted")), width))

    def _left_out(self, width: int) -> list[Line]:
        """Lessons that could not be read: said, and the rest works."""
        errors = self._errors
        if not errors:
            return []
        from tutor.tui.pages.left_out import left_out_words

        words = left_out_words(self.tutor.desk.library, errors)
        return [BLANK, *paragraph((Run(words, "muted"),), width, first=(Run("✗  ", "wrong"),))]

    def on_resize(self, event: events.Resize) -> None:
        """One column or two."""
        self.next.display = self.size.width >= TWO_COLUMNS_FROM
        self.set_class(not self.next.display, "-one-column")
        self.refresh_bars()

    # -- what can be done --------------------------------------------------------------------

    @on(Sheet.Moved, "#map")
    def _moved(self) -> None:
        if self.next.display and self.next.size.height >= 30:
            self.next.relay()

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first page opens
            return
        kind, _, rest = event.target.partition(":")
        if event.target == "step":
            self.action_go_on()
        elif kind == "open" and self.course is not None:
            row = next((one for one in self.course.left_open if str(one.id) == rest), None)
            if row is not None:
                routes.resume(self.tutor, row)
        elif kind == "place":
            _PLACES[rest](self)
        else:
            routes.open_lesson(self.tutor, event.target)

    def action_open(self) -> None:
        """What carries the bar."""
        (self.next if self.next.has_focus else self.map).action_choose()

    def action_go_on(self) -> None:
        """What is next."""
        if self.course is not None:
            routes.take_step(self.tutor, self.course.step)

    def action_review(self) -> None:
        """What is due."""
        routes.open_review(self.tutor)

    def action_exam(self) -> None:
        """Set up an exam."""
        routes.open_exam(self.tutor)

    def action_pretest(self) -> None:
        """A short test before the part of the lesson with the bar."""
        row = self._selected
        if row is not None:
            routes.open_pretest(self.tutor, row.entry.part)

    def action_left_open(self) -> None:
        """The list of sessions to go on with or to drop."""
        from tutor.tui.screens.left_open import LeftOpenScreen

        if self.course and self.course.left_open:
            self.app.push_screen(LeftOpenScreen())
        else:
            self.notice("Nothing is left open.")

    def action_quiz(self) -> None:
        """Straight to the questions."""
        if self.map.chosen is not None:
            routes.open_quiz(self.tutor, self.map.chosen)

    def action_progress(self) -> None:
        """Scores."""
        routes.open_progress(self.tutor)

    def action_glossary(self) -> None:
        """All terms."""
        routes.open_glossary(self.tutor)

    def action_settings(self) -> None:
        """Settings."""
        routes.open_settings(self.tutor)

    def action_other_side(self) -> None:
        """To the other column."""
        if self.next.display:
            (self.map if self.next.has_focus else self.next).focus()

    def action_quit_hint(self) -> None:
        """Escape has nowhere to go from here."""
        self.notice(f"ctrl+q quits. {self.tutor.kept_words}")


_PLACES: Mapping[str, Callable[[HomeScreen], None]] = {
    "review": HomeScreen.action_review,
    "exam": HomeScreen.action_exam,
    "pretest": HomeScreen.action_pretest,
    "progress": HomeScreen.action_progress,
    "settings": HomeScreen.action_settings,
}


def _mistakes(errors: Sequence[Problem]) -> str:
    return f"{len(errors)} mistakes" if len(errors) > 1 else "1 mistake"
