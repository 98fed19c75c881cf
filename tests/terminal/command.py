"""A command started in a pseudo-terminal, and how it ended."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_KEEPER = Path(__file__).with_name("keeper.py")
_PATIENCE = 10.0  # seconds for what takes milliseconds

# What belongs to the terminal in which the tests run, or slows Python down: without its
# compiled files a program takes four times as long to start.
_NOT_PASSED_ON = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "TMUX",
    "TERM_PROGRAM",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "PYTHONDEVMODE",
    "PYTHONSTARTUP",
    "PYTHONWARNINGS",
    "TEXTUAL_ANIMATIONS",
    "FOOTDROP_HOME",
    "FOOTDROP_COURSE",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: exit status (negative: the signal), when, CPU seconds, peak MiB."""

    status: int
    at: float
    cpu: float
    memory: float


def clean_environment(**changes: str) -> dict[str, str]:
    """The environment of a plain xterm with all colours, and the `changes`."""
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return environment | terminal | changes


class Command:
    """A command in a terminal of its own. `begun` is the moment of its start (monotonic)."""

    def __init__(
        self, command: list[str], columns: int, rows: int, environment: dict[str, str], folder: Path
    ) -> None:
        self.master, slave = os.openpty()
        self.set_size(columns, rows)
        self._settings = termios.tcgetattr(slave)[:4]
        report, report_end = os.pipe()
        hold_end, self._hold = os.pipe()
        passed = (slave, report_end, hold_end)
        self._keeper = subprocess.Popen(
            [sys.executable, "-ISs", str(_KEEPER), *map(str, passed), *command],
            pass_fds=passed,
            start_new_session=True,
            env=environment,
            cwd=folder,
        )
        for descriptor in passed:
            os.close(descriptor)
        self._report = os.fdopen(report, "rb", buffering=0)
        self._said = b""
        self._ended: Ended | None = None
        first = self._line(_PATIENCE)
        assert first is not None, "the keeper of the terminal could not be started"
        self.pid, self.begun = int(first["pid"]), float(first["begun"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ended(self, patience: float = 0.0) -> Ended | None:
        """How it ended; None if it is still running after `patience` seconds."""
        if self._ended is None and (facts := self._line(patience)) is not None:
            megabyte = 2**20 if sys.platform == "darwin" else 2**10
            memory = facts["memory"] / megabyte
            self._ended = Ended(int(facts["status"]), facts["ended"], facts["cpu"], memory)
        return self._ended

    def _line(self, patience: float) -> dict[str, Any] | None:
        deadline = time.monotonic() + patience
        while b"\n" not in self._said:
            left = max(0.0, deadline - time.monotonic())
            ready, _, _ = select.select([self._report], [], [], left)
            data = self._report.read(4096) if ready else b""
            if not data:
                return None
            self._said += data
        line, _, self._said = self._said.partition(b"\n")
        facts: dict[str, Any] = json.loads(line)
        return facts

    def set_size(self, columns: int, rows: int) -> None:
        """Tell the terminal its size; the command gets SIGWINCH."""
        size = struct.pack("HHHH", rows, columns, columns * 8, rows * 16)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)

    def settings_restored(self) -> bool:
        """Whether the line settings (echo, line mode, signals) are those of before."""
        return termios.tcgetattr(self.master)[:4] == self._settings

    def signal(self, number: int) -> None:
        """Send a signal to the command."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed or the line drops."""
        os.close(self.master)
        self.master = -1

    def cpu(self) -> float | None:
        """CPU seconds used so far by the living threads; None where /proc does not tell."""
        try:
            threads = list(Path(f"/proc/{self.pid}/task").iterdir())
            used = [int((one / "schedstat").read_text().split()[0]) for one in threads]
        except (OSError, ValueError, IndexError):
            return None
        return sum(used) / 1e9

    def close(self) -> None:
        """End it, whatever it does, and everything that belongs to it."""
        if self.ended() is None:
            with contextlib.suppress(ProcessLookupError):  # it may have ended just now
                os.killpg(self.pid, signal.SIGKILL)
            self.ended(_PATIENCE)
        os.close(self._hold)
        if self.master >= 0:
            os.close(self.master)
        self._report.close()
        self._keeper.wait(_PATIENCE)
