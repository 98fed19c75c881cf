"""The record cannot be opened: what is wrong, what is safe, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.errors import TutorError
from tutor.store.errors import BackupRefused, RecordDamaged, RecordError
from tutor.store.store import Store
from tutor.study.learners import learner_from
from tutor.tui import routes
from tutor.tui.app import TOUR_SETTING
from tutor.tui.lines import BLANK, Line, Run, cut, paragraph
from tutor.tui.pages.result import clock_words, day_words
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.tui.app import FootdropApp


def lead_to_trouble(app: FootdropApp, error: RecordDamaged) -> None:
    """Let go of a record that opened and was found damaged later, and offer the ways out.

    What lies over Home goes: it was made from that record.
    """
    if any(isinstance(screen, TroubleScreen) for screen in app.screen_stack):
        return
    routes.go_home(app)
    record = app.desk.store.record
    home = record.path.parent if record.path is not None else None
    memory = Store.in_memory(app.desk.clock)
    # Closed, so that a backup can take the place of the file.
    app.use_record(memory, memory.learner(app.desk.learner.name))
    app.push_screen(TroubleScreen(error, home))


class TroubleScreen(Place):
    """Restore, try again, learn without a record, or quit. Nothing is overwritten here."""

    AUTO_FOCUS = "#trouble"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose what carries the bar", show=False),
        Binding("escape", "without", "Go on without a record"),
    ]

    def __init__(self, error: RecordError, home: Path | None = None) -> None:
        """`home` is the folder of the record, where it is not the one of the start."""
        super().__init__()
        self._home = home
        self.error: TutorError = error
        # What was once found damaged stays so, whatever else goes wrong with the ways out.
        self.damaged = isinstance(error, RecordDamaged)
        self.backup = error.backup if isinstance(error, RecordDamaged) else None
        self.sheet = Sheet(self._lines, reading=True, id="trouble")

    @property
    def home(self) -> Path | None:
        """The folder of the record."""
        return self._home or self.tutor.start_with.home

    def body(self) -> ComposeResult:
        yield self.sheet

    def heading(self) -> Heading:
        return Heading("Your record")

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("enter", "choose", "choose"),
            Key("↑ ↓", "move"),
            Key("esc", "without a record", "without"),
            Key("ctrl+q", "quit", "app.quit"),
            Key("?", "help", "help"),
        )

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        lines = paragraph((Run(self.error.message + "."),), width, first=(Run("✗  ", "wrong"),))
        # The hint of a damaged record tells of the command that is the first choice here.
        if self.error.hint and not (isinstance(self.error, RecordDamaged) and self.backup):
            lines += paragraph((Run(self.error.hint, "muted"),), width, first=(Run("   "),))
        lines.append(BLANK)
        if self.backup is not None:
            made = self.backup.made
            today = self.tutor.desk.clock.now().date()
            when = f"{day_words(made, today)} {clock_words(made)}"
            words = (Run(f"  Restore the backup of {when}"),)
            lines.append(Line(cut(words, width), "restore"))
        if self.damaged:
            lines.append(Line((Run("  Begin a new record"),), "new"))
        lines.append(Line((Run("  Try to open it again"),), "again"))
        lines.append(Line((Run("  Learn without a record"),), "without"))
        lines.append(Line((Run("  Quit"),), "quit"))
        if self.damaged:
            kept = "The damaged file is kept aside, whatever you choose."
            lines += [BLANK, *paragraph((Run(kept, "muted"),), width, first=(Run("  "),))]
        return lines

    @on(Sheet.Chosen)
    def _chosen(self, event: Sheet.Chosen) -> None:
        if self.app.screen is not self:  # a second Enter, faster than the first is acted on
            return
        match event.target:
            case "restore":
                self._restore()
            case "new":
                self._begin_anew()
            case "again":
                self._open()
            case "without":
                self.action_without()
            case _:
                self.app.exit()

    def action_choose(self) -> None:
        """What carries the bar."""
        self.sheet.action_choose()

    def _restore(self) -> None:
        from tutor.store.backup import backups, newest_sound
        from tutor.store.restore import restore

        app, home = self.tutor, self.home
        if home is None or self.backup is None:
            return
        try:
            restore(home, self.backup.path, app.desk.clock)
        except BackupRefused as error:
            # It was sound when it was offered: perhaps an older one still is.
            self.backup = newest_sound(backups(home))
            self._still_wrong(error)
            return
        except TutorError as error:
            self._still_wrong(error)
            return
        self._open()

    def _begin_anew(self) -> None:
        from tutor.store.restore import set_aside

        app, home = self.tutor, self.home
        if home is None:
            return
        try:
            set_aside(home, app.desk.clock)
        except TutorError as error:
            self._still_wrong(error)
            return
        self._open()

    def _open(self) -> None:
        app, home = self.tutor, self.home
        if home is None:
            return
        store: Store | None = None
        try:
            store = Store.open(home, app.desk.clock)
            learner = learner_from(store, app.desk.learner)
        except TutorError as error:
            if store is not None:
                store.close()
            self._still_wrong(error)
            return
        app.use_record(store, learner)
        app.pop_screen()
        app.open_what_was_asked_for()

    def _still_wrong(self, error: TutorError) -> None:
        self.error = error
        if isinstance(error, RecordDamaged):
            self.damaged, self.backup = True, error.backup
        self.sheet.relay()

    def action_without(self) -> None:
        """Learn, and keep nothing."""
        app = self.tutor
        app.desk.store.set_setting(TOUR_SETTING, "done")  # this is no first start
        app.pop_screen()
        app.open_what_was_asked_for()
        app.say("No record is kept in this run.")
