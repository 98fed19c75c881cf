"""The app: services, themes and signals. What it shows is decided by the screens."""

from __future__ import annotations

import asyncio
import gc
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tutor.store.errors import RecordError
from tutor.store.model import Learner
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.tui import themes
from tutor.tui.tokens import Tokens

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver
    from textual.types import CSSPathType

    from tutor.study.exam import Wish

THEME_SETTING = "theme"
TOUR_SETTING = "tour"


class Start(NamedTuple):
    """What was asked for at the start.

    A lesson to open, or its quiz; the review, or with `cram` practice of everything; an exam; or
    the trouble with the record in `home`, if there is any.
    """

    lesson: str | None = None
    quiz: bool = False
    all_items: bool = False
    review: bool = False
    cram: bool = False
    exam: Wish | None = None
    trouble: RecordError | None = None
    home: Path | None = None


def _commands() -> type[Provider]:
    from tutor.tui.palette import Commands

    return Commands


class FootdropApp(App[None]):
    """One learner at one desk. `failure` is what ended it, when that was a mistake of ours."""

    TITLE = "footdrop"
    CSS_PATH: ClassVar[CSSPathType | None] = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, start: Start | None = None, *, no_color: bool = False) -> None:
        # Textual picks its colour filter here: with NO_COLOR its own turns colours to greys, and
        # only the terminal's sixteen without a filter send no colour code at all.
        super().__init__(ansi_color=no_color)
        self.desk = desk
        self.notices: list[str] = []
        self.colourless = no_color
        self.start_with = start or Start()
        self.failure: Exception | None = None
        self._tokens: Tokens | None = None
        self._tokens_of = ""
        for theme in themes.themes():
            self.register_theme(theme)
        self.theme = self._theme_to_use()

    @property
    def wanted_theme(self) -> str:
        """The theme that the settings name, whatever NO_COLOR makes of it."""
        saved = self.desk.store.setting(THEME_SETTING, themes.DARK)
        return saved if saved in themes.CHOICES else themes.DARK

    def _theme_to_use(self) -> str:
        if not self.colourless:
            return self.wanted_theme
        light = self.wanted_theme in (themes.LIGHT, themes.TERMINAL_LIGHT)
        return themes.TERMINAL_LIGHT if light else themes.TERMINAL_DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colour names, for themes that do not have them."""
        return themes.variable_defaults()

    def choose_theme(self, name: str) -> None:
        """Change the colours, now and for the next start."""
        self.desk.store.set_setting(THEME_SETTING, name)
        self.theme = self._theme_to_use()

    def get_driver_class(self) -> type[Driver]:
        """The framework's driver; where that is the one for Unix, ours, which reads better."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from tutor.tui.terminal import TutorDriver

        return TutorDriver

    def get_default_screen(self) -> Screen[None]:
        """Home lies under everything; as the first screen it costs no empty one before it."""
        from tutor.tui.screens.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Over Home, what was asked for on the command line."""
        self._leave_on_signals()
        if self.start_with.trouble is not None:
            from tutor.tui.screens.trouble import TroubleScreen

            self.push_screen(TroubleScreen(self.start_with.trouble))
        else:
            self.open_what_was_asked_for()
        # What lives now lives to the end. Frozen, it is not searched again for garbage, and the
        # slowest key press goes from about 29 ms to 8.
        self.call_after_refresh(_freeze)

    def say(self, text: str) -> None:
        """A problem on the screen in front, or on the one below the command palette."""
        from tutor.tui.screens.place import Place

        for screen in reversed(self.screen_stack):
            if isinstance(screen, Place):
                screen.problem(text)
                return

    def action_help_quit(self) -> None:
        """ctrl+c copies in some terminals, so it does not quit; it says what does."""
        self.say(f"ctrl+q quits. {self.kept_words}")

    @property
    def kept_words(self) -> str:
        """What becomes of the answers."""
        if self.desk.store.kept:
            return "Everything is saved."
        return "Nothing is kept in this run."

    @property
    def tokens(self) -> Tokens:
        """The styles of the theme in use."""
        if self._tokens is None or self._tokens_of != self.theme:
            self._tokens, self._tokens_of = Tokens(self.theme_variables), self.theme
        return self._tokens

    def use_record(self, store: Store, learner: Learner) -> None:
        """Go on with a record that could not be opened before."""
        self.desk.store.close()
        self.desk = self.desk._replace(store=store, learner=learner)

    def open_what_was_asked_for(self) -> None:
        """The place named on the command line; at the very first start, the first minute."""
        from tutor.tui import routes

        start = self.start_with
        if start.exam is not None:
            routes.open_exam(self, start.exam)
        elif start.cram:
            routes.cram(self)
        elif start.review:
            routes.open_review(self)
        elif start.lesson is not None and start.quiz:
            routes.open_quiz(self, start.lesson, all_items=start.all_items)
        elif start.lesson is not None:
            routes.open_lesson(self, start.lesson)
        elif not self.desk.store.setting(TOUR_SETTING):
            from tutor.tui.screens.welcome import WelcomeScreen

            self.push_screen(WelcomeScreen())

    def _leave_on_signals(self) -> None:
        """Give the terminal back on SIGTERM and SIGHUP; the framework alone leaves it broken."""
        if self.is_headless or self.is_web:
            return
        loop = asyncio.get_running_loop()
        if hasattr(signal, "SIGWINCH"):
            # The framework's handler runs in the middle of anything, itself included, so that an
            # older size could be told after a newer one. Called by the loop, it is told in order.
            tell_size = signal.getsignal(signal.SIGWINCH)
            if callable(tell_size):
                loop.add_signal_handler(signal.SIGWINCH, tell_size, signal.SIGWINCH, None)
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self._leave, 128 + number)

        # A terminal that goes without a signal (its owner died) would leave us polling for ever.
        if hasattr(select, "poll") and sys.__stdin__ is not None:
            self.set_interval(1.0, self._leave_if_abandoned)

    def _leave_if_abandoned(self) -> None:
        poll = select.poll()
        poll.register(0, 0)  # a hang-up is told without asking for it
        if any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll(0)):
            self._leave(128 + signal.SIGHUP)

    def _leave(self, code: int) -> None:
        self.exit(return_code=code)

    def _fatal_error(self) -> None:
        # The framework would print a traceback with the values of variables. A person gets one
        # line and the name of a log file instead, from the command line that started us.
        self.failure = self._exception
        self._close_messages_no_wait()


def _freeze() -> None:
    gc.collect()
    gc.freeze()
