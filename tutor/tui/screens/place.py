"""What every screen of the tutor has: a head, a row of keys, help, and a smallest size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from tutor.errors import TutorError
from tutor.store.errors import RecordDamaged
from tutor.tui.widgets.bars import Heading, Key, KeyBar, TopBar
from tutor.tui.widgets.small import SMALLEST, TooSmall, too_small

if TYPE_CHECKING:
    from tutor.tui.app import FootdropApp

NOTICE_SECONDS = 3.0
T = TypeVar("T")


class Place(Screen[None]):
    """A screen with a heading and keys. Subclasses yield their middle in `body`."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - the framework declares them so
        (0, "-tiny"),
        (SMALLEST[0], "-narrow"),
        (60, "-normal"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (SMALLEST[1], "-short"),
        (20, "-tall"),
        (36, "-very-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help: the keys of this screen", show=False),
        Binding("slash", "search", "Search lessons, glossary, notes", show=False),
        Binding("escape", "leave", "Back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.top_bar = TopBar(id="top")
        self.key_bar = KeyBar(id="keys")
        self._notice_timer: Timer | None = None
        self._sized: Size | None = None

    @property
    def tutor(self) -> FootdropApp:
        """The app, by its own type."""
        return cast("FootdropApp", self.app)

    def compose(self) -> ComposeResult:
        yield self.top_bar
        yield from self.body()
        yield self.key_bar
        yield TooSmall()

    def on_mount(self) -> None:
        """Fill head and keys before the first paint."""
        self.refresh_bars()

    def on_resize(self, event: events.Resize) -> None:
        """A window pulled away and back again has its old size, and has lost its cells."""
        if event.size == self._sized:
            self.app.screen.refresh()
        self._sized = event.size

    def body(self) -> ComposeResult:
        """The widgets between head and keys."""
        yield Widget()

    def heading(self) -> Heading:
        """What the head says now."""
        return Heading("footdrop")

    def keys(self) -> tuple[Key, ...]:
        """The keys that work now, six at most, the most used first."""
        return (Key("esc", "back", "leave"), Key("?", "help", "help"))

    def refresh_bars(self) -> None:
        """Say anew where one is and what the keys do."""
        heading = self.heading()
        if not self.tutor.desk.store.kept:
            state = f"{heading.state} · not kept" if heading.state else "not kept"
            heading = heading._replace(state=state)
        self.top_bar.heading = heading
        self.key_bar.keys = self.keys()

    def notice(self, text: str) -> None:
        """Say something above the keys for three seconds."""
        self.problem(text)
        self._notice_timer = self.set_timer(NOTICE_SECONDS, self.clear_notice)

    def problem(self, text: str) -> None:
        """Say what failed; it stays until the next key."""
        self.tutor.notices.append(text)
        self.clear_notice()
        self.key_bar.notice = text

    def on_key(self, event: events.Key) -> None:
        """A problem has been read when the next key is pressed.

        While the window is too small keys do nothing: nobody answers what cannot be seen. Only
        the way out stays (ctrl+q is the app's).
        """
        if too_small(self.size) and event.key != "escape":
            event.stop()
        elif self._notice_timer is None:
            self.clear_notice()

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Do something with the record; if that fails, say so, and nothing has happened.

        A record that turns out to be damaged leads to the ways out of that.
        """
        try:
            return act()
        except TutorError as error:
            if isinstance(error, RecordDamaged):
                # Later: this screen may be in the middle of being made.
                self.app.call_later(self._lead_to_trouble, error)
            self.problem(f"{error.message}. Nothing was changed. {error.hint}".strip())
            return None

    def _lead_to_trouble(self, error: RecordDamaged) -> None:
        from tutor.tui.screens.trouble import lead_to_trouble

        lead_to_trouble(self.tutor, error)

    def done(self, act: Callable[[], object]) -> bool:
        """Like `attempt`, for what gives nothing back: whether it was done."""
        return self.attempt(lambda: (act(),)) is not None

    def clear_notice(self) -> None:
        """Say nothing any more."""
        if self._notice_timer is not None:
            self._notice_timer.stop()
            self._notice_timer = None
        self.key_bar.notice = ""

    def action_help(self) -> None:
        """The keys of this screen."""
        from tutor.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self))

    def may_search(self) -> bool:
        """Whether searching is all right here: not while a question is open."""
        return True

    def action_search(self) -> None:
        """Search, over this screen."""
        if self.may_search():
            from tutor.tui import routes

            routes.open_search(self.tutor)
        else:
            self.notice("Search opens after the answer.")

    def action_leave(self) -> None:
        """One level back."""
        self.app.pop_screen()
