"""What becomes of standard output when nothing more can be written to it."""

from __future__ import annotations

import os
import sys


def silence_stdout() -> None:
    """Keep the interpreter from complaining about what is left in it when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
