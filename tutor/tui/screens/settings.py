"""Settings: colours, how one learns, and who is learning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tutor.errors import TutorError
from tutor.study import habits
from tutor.study.learners import switch_learner
from tutor.tui.lines import BLANK, Line, Run, paragraph, spread
from tutor.tui.screens.place import Place
from tutor.tui.themes import CHOICES
from tutor.tui.widgets.answer_line import AnswerLine
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

Number = TypeVar("Number", int, float)

_NEW = (0, 5, 10, 15, 20, 30)
_HABITS = ("certainty", "retention", "new-cards", "due-cards")
_DUE = (20, 40, 60, 100, 200, 500)


class SettingsScreen(Place):
    """Rows that are chosen; a new learner's name is typed."""

    AUTO_FOCUS = "#settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Choose what carries the bar", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet(self._lines, reading=True, id="settings")
        self.name_line = AnswerLine()
        self._renaming = False

    def body(self) -> ComposeResult:
        self.name_line.display = False
        self.name_line.placeholder = "a name, then enter"
        yield self.sheet
        yield self.name_line

    def heading(self) -> Heading:
        return Heading("Settings")

    def keys(self) -> tuple[Key, ...]:
        if self.name_line.display:
            return (
                Key("enter", "take this name", "take_name"),
                Key("esc", "cancel", "leave"),
                Key("f1", "help", "help"),
            )
        return (
            Key("enter", "choose", "open"),
            Key("↑ ↓", "move"),
            Key("esc", "home", "leave"),
            Key("?", "help", "help"),
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        app = self.tutor
        lines = [Line((Run("  "), Run("Colours", "head")))]
        for name, words in CHOICES.items():
            lines.append(_choice(words, name == app.wanted_theme, f"theme:{name}", width))
        if app.colourless:
            words = "NO_COLOR is set, so no colour is sent whatever is chosen here."
            lines += paragraph((Run(words, "muted"),), width, first=(Run("  "),))
        lines += [BLANK, *self._habit_lines(width)]
        lines += [BLANK, Line((Run("  "), Run("Who is learning", "head")))]
        for learner in app.desk.store.learners():
            mine = learner.id == app.desk.learner.id
            lines.append(_choice(learner.name, mine, f"learner:{learner.id}", width))
        lines += [
            _choice("a new learner …", False, "new", width),
            _choice(f"another name for {app.desk.learner.name} …", False, "rename", width),
            BLANK,
            Line((Run("  "), Run("Learning the keys", "head"))),
            _choice("the first minute again", False, "tour", width),
        ]
        where = app.desk.store.record.path
        record = f"Your record: {where}" if where else "No record is kept in this run."
        lines += [BLANK, *paragraph((Run(record, "faint"),), width, first=(Run("  "),))]
        return lines if len(lines) <= height else [line for line in lines if line is not BLANK]

    @property
    def _habits(self) -> habits.Habits:
        return habits.habits(self.tutor.desk.store, self.tutor.desk.learner.id)

    def _habit_lines(self, width: int) -> list[Line]:
        now = self._habits
        name = next((k for k, share in habits.RETENTIONS.items() if share == now.retention), "")
        share = f"{round(now.retention * 100)}%"
        remember = f"{name}, {share}" if name else share
        return [
            Line((Run("  "), Run("How you learn", "head"))),
            _value("Ask how sure you are", "yes" if now.certainty else "no", "certainty", width),
            _value("Shall be known when it is due", remember, "retention", width),
            _value("New cards a day, at most", str(now.new_per_day), "new-cards", width),
            _value("Due cards a day, at most", str(now.due_per_day), "due-cards", width),
        ]

    def _change_habit(self, name: str) -> None:
        store, learner, now = self.tutor.desk.store, self.tutor.desk.learner.id, self._habits
        if name == "certainty":
            habits.set_certainty(store, learner, not now.certainty)
        elif name == "retention":
            shares = tuple(habits.RETENTIONS.values())
            habits.set_retention(store, learner, _following(shares, now.retention))
        elif name == "new-cards":
            new = _following(_NEW, now.new_per_day)
            habits.set_limits(store, learner, new=new, due=now.due_per_day)
        else:
            due = _following(_DUE, now.due_per_day)
            habits.set_limits(store, learner, new=now.new_per_day, due=due)

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first is acted on
            return
        kind, _, rest = event.target.partition(":")
        self.attempt(lambda: self._apply(kind, rest))

    def _apply(self, kind: str, rest: str) -> None:
        app = self.tutor
        if kind == "theme":
            app.choose_theme(rest)
        elif kind == "learner":
            self._take(next(one for one in app.desk.store.learners() if str(one.id) == rest).name)
        elif kind in ("new", "rename"):
            self._renaming = kind == "rename"
            self.name_line.value = ""
            self.name_line.display = True
            self.name_line.focus()
        elif kind in _HABITS:
            self._change_habit(kind)
        elif kind == "tour":
            from tutor.tui.screens.welcome import WelcomeScreen

            app.push_screen(WelcomeScreen())
        self.sheet.relay()
        self.refresh_bars()

    def _take(self, name: str, words: str = "Now learning") -> None:
        app = self.tutor
        learner = switch_learner(app.desk.store, name)
        if learner == app.desk.learner:
            return
        app.desk = app.desk.with_learner(learner)
        self.notice(f"{words}: {learner.name}")

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        self.action_take_name()

    def action_take_name(self) -> None:
        """A new learner, or another name for this one."""
        app = self.tutor
        try:
            if self._renaming:
                learner = app.desk.store.rename_learner(app.desk.learner.id, self.name_line.value)
                self._take(learner.name, "Now called")
            else:
                self._take(self.name_line.value)
        except TutorError as error:
            self.notice(f"{error.message}. {error.hint}".strip())
            return
        self._close_name_line()

    def _close_name_line(self) -> None:
        self.name_line.display = False
        self.sheet.focus()
        self.sheet.relay()
        self.refresh_bars()

    def action_open(self) -> None:
        """Choose what carries the bar."""
        if not self.name_line.display:
            self.sheet.action_choose()

    def action_leave(self) -> None:
        """Cancel the name, or go Home."""
        if self.name_line.display:
            self._close_name_line()
        else:
            self.app.pop_screen()


def _following(values: Sequence[Number], now: Number) -> Number:
    """The next greater value; after the greatest the first."""
    return next((value for value in values if value > now), values[0])


def _value(words: str, value: str, target: str, width: int) -> Line:
    return spread((Run("    "), Run(words)), (Run(f"{value} ", "muted"),), width, target=target)


def _choice(words: str, now: bool, target: str, width: int) -> Line:
    sign = Run("✓ ", "right") if now else Run("  ")
    state = (Run("now", "muted"),) if now else ()
    return spread((Run("  "), sign, Run(words)), state, width, target=target)
