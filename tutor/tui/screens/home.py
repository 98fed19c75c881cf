"""Home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tutor.study.plan import CourseMap, course_map
from tutor.tui import routes
from tutor.tui.lines import BLANK, TWO_COLUMNS_FROM, Late, Line, Run, cut, paragraph
from tutor.tui.pages.home import map_lines, narrow_next, next_lines
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tutor.yamlread.problem import Problem

SHORT = 20  # rows


class HomeScreen(Place):
    """The course as this learner stands in it; Enter on the map opens a lesson."""

    AUTO_FOCUS = "#map"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "go_on", "Continue with what is next"),
        Binding("o", "left_open", "Quizzes left open"),
        Binding("q", "quiz", "The quiz of the lesson with the bar"),
        Binding("p", "progress", "Progress: every score"),
        Binding("s", "settings", "Settings: colours, learner"),
        Binding("right,left,tab,shift+tab", "other_side", "The other column", show=False),
        Binding("escape", "quit_hint", "How to quit", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.course: CourseMap | None = None
        self._fresh = True
        self.map = Sheet(self._map_lines, id="map")
        self.next = Sheet(self._next_lines, waiting_bar=False, id="next")

    def body(self) -> ComposeResult:
        self._read()
        step = self.course.step if self.course else None
        if step is not None:
            self.map.begin_at(step.row.entry.id)
        with Horizontal(classes="columns"):
            yield self.map
            yield self.next

    def _read(self) -> None:
        # If the record cannot be read just now, what was known stays on the screen.
        self.course = self.attempt(lambda: course_map(self.tutor.desk)) or self.course

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
        learners = self.tutor.desk.store.learners()
        if len(learners) > 1:
            parts.append(self.tutor.desk.learner.name)
        if self.course is not None:
            parts.append(f"day {max(self.course.days, 1)}")
        return Heading(
            self.tutor.desk.library.header.title, "footdrop", " · ".join(parts), hairline=False
        )

    def keys(self) -> tuple[Key, ...]:
        go_on = [Key("c", "continue", "go_on")] if self.course and self.course.step else []
        left = [Key("o", "left open", "left_open")] if self.course and self.course.left_open else []
        return (
            Key("enter", "open", "open"),
            *go_on,
            *left,
            Key("p", "progress", "progress"),
            Key("ctrl+p", "commands", "app.command_palette"),
            Key("?", "help", "help"),
        )

    # -- the two columns ---------------------------------------------------------------------

    def _map_lines(self, width: int, height: int) -> Sequence[Line | Late]:
        if self.course is None or not self.course.rows:
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
        entry = self.tutor.desk.library.entry(self.map.chosen or "")
        lines = next_lines(self.course, entry, self.tutor.desk.library.header.ask, width, height)
        return [*lines, *self._left_out(width)]

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
        first, count = errors[0], _mistakes(errors)
        name = first.path.rpartition("/")[2]
        where = f"{name}, line {first.line}" if first.line else name
        words = (
            f"{count} in the course's files; what they spoil is left out, the rest works. "
            f"The first: {where}. footdrop check names them all."
        )
        return [BLANK, *paragraph((Run(words, "muted"),), width, first=(Run("✗  ", "wrong"),))]

    def on_resize(self, event: events.Resize) -> None:
        """One column or two."""
        self.next.display = self.size.width >= TWO_COLUMNS_FROM
        self.set_class(not self.next.display, "-one-column")

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
        elif event.target == "place:progress":
            self.action_progress()
        elif event.target == "place:settings":
            self.action_settings()
        else:
            routes.open_lesson(self.tutor, event.target)

    def action_open(self) -> None:
        """What carries the bar."""
        (self.next if self.next.has_focus else self.map).action_choose()

    def action_go_on(self) -> None:
        """What is next: a lesson where it was left, or a quiz."""
        step = self.course.step if self.course else None
        if step is None:
            return
        if step.session is not None:
            routes.resume(self.tutor, step.session)
        elif step.kind == "lesson":
            routes.open_lesson(self.tutor, step.row.entry.id)
        else:
            routes.open_quiz(self.tutor, step.row.entry.id)

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


def _mistakes(errors: Sequence[Problem]) -> str:
    return f"{len(errors)} mistakes" if len(errors) > 1 else "1 mistake"
