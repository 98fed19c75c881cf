"""A person at a terminal, for tests and measurements: keys in, a screen out.

`Window` runs a command in a pseudo-terminal of its own; `Xterm` is the screen that it draws on.
POSIX only.
"""

from tests.terminal.command import Ended
from tests.terminal.window import Window

__all__ = ["Ended", "Window"]
