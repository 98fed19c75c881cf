"""What the terminal sends, before it becomes keys: pastes stay whole, no byte is too strange."""

from __future__ import annotations

import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

LONGEST_PASTE = 10_000  # characters; no line of ours takes more than some hundred
_TAIL = len(BRACKETED_PASTE_START) - 1
_AT_ONCE = 4096  # bytes
_LOOK_UP = 0.1  # seconds after which it is seen that the program ends, or that Esc was alone

# Colours and the like, as they come with text copied from a terminal; then any other escape.
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b")


class WholePastes(XTermParser):
    """The framework's parser, given pastes without escape sequences.

    It takes what follows an escape inside a paste for keys, enters among them: a coloured text
    pasted into one question would answer the next ones.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._tail = ""  # the end of what was read last: a mark may come in two pieces
        self._pasted: str | None = None

    def feed(self, data: str) -> Iterable[Message]:
        """The events in a piece of input. An empty one would end the parser: it has none."""
        given = "".join(self._given(data))
        return super().feed(given) if given else ()

    def _given(self, data: str) -> Iterable[str]:
        """The input, less the escapes inside pastes; a paste is given when its end has come."""
        while data:
            mark = BRACKETED_PASTE_START if self._pasted is None else BRACKETED_PASTE_END
            known = len(self._tail)
            seen = self._tail + data
            at = seen.find(mark)
            end = len(seen) if at < 0 else at + len(mark)
            piece, data = seen[known:end], seen[end:]
            self._tail = seen[-_TAIL:] if at < 0 else ""
            if self._pasted is None:
                yield piece
                self._pasted = None if at < 0 else ""
            elif at < 0:
                self._pasted = (self._pasted + piece)[:LONGEST_PASTE]
            else:
                whole = (self._pasted + piece).removesuffix(mark)
                yield _ESCAPES.sub("", whole) + mark
                self._pasted = None


class TutorDriver(LinuxDriver):
    """The framework's driver, but for how it reads."""

    def run_input_thread(self) -> None:
        """Turn input into events until the program ends or the terminal is gone.

        The framework's own ends with a traceback on the screen at a byte that is no UTF-8, as a
        terminal of another encoding sends for an accented letter.
        """
        parser = WholePastes(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:  # others do not take a terminal everywhere
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK_UP):
                    try:
                        data = os.read(self.fileno, _AT_ONCE)
                    except OSError:
                        return
                    if not data:
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
