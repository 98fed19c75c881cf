"""A terminal window with a person before it: types, looks, waits for what comes."""

from __future__ import annotations

import os
import re
import select
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.command import Command, Ended, clean_environment
from tests.terminal.keys import key_bytes
from tests.terminal.xterm import Xterm

PATIENCE = 30.0  # seconds; only a failing test waits so long
_PAUSE = 0.02


class NotSeenError(AssertionError):
    """What was waited for did not come; the message holds the screen."""


class Window:
    """A command in a window of `columns` x `rows`. Use it in a `with` block.

    Nothing is read unless one of the waiting methods runs.
    """

    def __init__(
        self,
        command: list[str],
        columns: int = 100,
        rows: int = 30,
        *,
        environment: dict[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.terminal = Xterm(columns, rows)
        self.output = bytearray()
        self.last_output = 0.0
        self.last_change = 0.0
        self._unread: list[tuple[float, bytes]] = []
        self._line_down = False
        environment = clean_environment() if environment is None else environment
        self.command = Command(command, columns, rows, environment, folder or Path.cwd())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.command.close()

    # -- looking -----------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The screen as it was last read."""
        return "\n".join(self.terminal.lines)

    def shows(self, pattern: str) -> bool:
        """Whether a regular expression is found on the screen."""
        return re.search(pattern, self.text, re.MULTILINE) is not None

    def wait(self, pattern: str, patience: float = PATIENCE) -> re.Match[str]:
        """Read until the screen shows a regular expression; `last_change` is that moment."""
        deadline = time.monotonic() + patience
        changed = True
        while True:
            if changed and (found := re.search(pattern, self.text, re.MULTILINE)):
                return found
            changed = self.look(_PAUSE)
            if not changed and not self._unread:
                if self.command.ended() is not None and not self._readable(0):
                    raise NotSeenError(f"the command ended before {pattern!r} came:\n{self.text}")
                if time.monotonic() > deadline:
                    raise NotSeenError(f"{pattern!r} did not come:\n{self.text}")

    def wait_for_end(self, patience: float = PATIENCE) -> Ended:
        """Read until the command has ended."""
        deadline = time.monotonic() + patience
        while (end := self.command.ended()) is None:
            if time.monotonic() > deadline:
                raise NotSeenError(f"the command did not end:\n{self.text}")
            self.look(_PAUSE / 4)
        while self._unread or self._readable(0):
            self.look(0)
        return end

    def look(self, patience: float) -> bool:
        """Read or draw one piece of output; whether the screen changed.

        Output is stamped as it is read, and drawn only while there is nothing to read: drawing
        is slow and would delay the stamps.
        """
        if self._readable(0.0 if self._unread else patience):
            try:
                data = os.read(self.command.master, 65_536)
            except OSError:  # Linux says so when nobody has the other end any more
                data = b""
            if not data:
                self._line_down = True
                return False
            self.last_output = time.monotonic()
            self.output += data
            self._unread.append((self.last_output, data))
            return False
        if not self._unread:
            return False
        stamp, data = self._unread.pop(0)
        changed, answer = self.terminal.feed(data)
        if answer and self.command.ended() is None:
            self._send(answer)
        if changed:
            self.last_change = stamp
        return changed

    @property
    def unread(self) -> bool:
        """Whether output was read that is not drawn yet."""
        return bool(self._unread)

    def _readable(self, patience: float) -> bool:
        if self._line_down or self.command.master < 0:
            if patience:
                self.command.ended(patience)
            return False
        return bool(select.select([self.command.master], [], [], patience)[0])

    # -- acting ------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by their names."""
        for key in keys:
            self._send(key_bytes(key))

    def type(self, text: str) -> None:
        """Type, or paste: all of it at once."""
        self._send(text.encode())

    def _send(self, data: bytes) -> None:
        if self.command.master >= 0:
            os.write(self.command.master, data)

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        self.terminal.resize(columns, rows)
        self.command.set_size(columns, rows)

    def left_behind(self) -> set[str]:
        """What the command left disturbed in the terminal."""
        left = self.terminal.left_behind()
        return left if self.command.settings_restored() else left | {"line settings"}
