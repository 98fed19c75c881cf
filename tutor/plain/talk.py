"""What is said and what is typed: plain lines out, plain lines in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tutor.errors import output_lost
from tutor.plain.fold import fold
from tutor.plain.spoken import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO, TextIO

LONGEST = 400  # characters of a typed line; more than any answer has
_PIECE = 1 << 16  # bytes read at a time, so that an endless line takes no memory
_WIDEST = 100
_SHOWN = 120

_PLAIN_SIGNS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "×": "x", "→": "->"}
)

TOO_LONG = f"That line is too long: at most {LONGEST} characters. Nothing was taken from it."
NOT_TEXT = "Some of these characters could not be read. Please type the line again."


class InputEnded(Exception):  # noqa: N818 - it says what is the case
    """Ctrl-D, or the other end of the pipe was closed."""


class ReaderGone(Exception):  # noqa: N818 - it says what is the case
    """Nobody reads what is written any more, as with `footdrop | head`."""


class Talk:
    """One conversation.

    `width` gives the columns to fold at, or None. In a terminal a line is folded at words, since
    a terminal would cut words in two. Into a pipe or a file each paragraph is one line: whatever
    reads it (a speech program, an editor, a pager) breaks lines itself, and a voice pauses at
    every line end. `echo` writes down what is typed, where no terminal shows it.
    """

    def __init__(
        self,
        source: BinaryIO | None,
        sink: TextIO | None,
        *,
        encoding: str = "utf-8",
        width: Callable[[], int | None] = lambda: None,
        echo: bool = True,
    ) -> None:
        self._source, self._sink = source, sink
        self._encoding = encoding
        self._width = width
        self._echo = echo
        self._after_gap = True

    def say(self, text: str, lead: str = "") -> None:
        """One paragraph; its further lines stand as far in as its lead is wide."""
        for line in fold(clean(text), self._width(), lead):
            self._write(f"{line}\n")
        self._after_gap = False

    def gap(self) -> None:
        """An empty line, unless there is one already."""
        if not self._after_gap:
            self._write("\n")
            self._after_gap = True

    def ask(self, prompt: str) -> str:
        """What is typed, without control characters and blanks around. Raises InputEnded."""
        while True:
            *lines, last = fold(clean(prompt), self._width())
            self._write("".join(f"{line}\n" for line in lines) + last + " ")
            self.flush()
            typed = self._read()
            self._after_gap = False
            if len(typed) > LONGEST:
                self.say(TOO_LONG)
            elif "\ufffd" in typed:
                self.say(NOT_TEXT)
            else:
                return typed

    def break_off(self) -> None:
        """End the line of a prompt that was not answered."""
        self._write("\n")
        self._after_gap = True

    def flush(self) -> None:
        """Hand over what was said."""
        if self._sink is None:
            raise output_lost("it is closed")
        try:
            self._sink.flush()
        except (OSError, ValueError) as error:
            raise _lost(error) from error

    def _write(self, text: str) -> None:
        if self._sink is None:
            raise output_lost("it is closed")
        try:
            try:
                self._sink.write(text)
            except UnicodeEncodeError as error:
                self._sink.write(_in_letters(text, error.encoding))
        except (OSError, ValueError) as error:
            raise _lost(error) from error

    def _read(self) -> str:
        try:
            line = self._line()
        except (OSError, ValueError):  # a terminal that hung up, an input that was closed
            line = b""
        if not line:
            self._write("\n")
            raise InputEnded
        text = clean(line.decode(self._encoding, "replace").rstrip("\r\n")).strip()
        if self._echo:
            self._write(f"{text[:_SHOWN]}{'...' if len(text) > _SHOWN else ''}\n")
        return text

    def _line(self) -> bytes:
        """A line; of one that is far too long, its beginning."""
        if self._source is None:
            return b""
        first = piece = self._source.readline(_PIECE)
        while len(piece) == _PIECE and not piece.endswith(b"\n"):
            piece = self._source.readline(_PIECE)
        return first


def _lost(error: OSError | ValueError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return ReaderGone()
    return output_lost(getattr(error, "strerror", None) or str(error))


def _in_letters(text: str, encoding: str) -> str:
    """The text in the letters that an output has: without accents, at worst with "?"."""
    from unicodedata import normalize

    apart = normalize("NFKD", text.translate(_PLAIN_SIGNS))
    bare = "".join(one for one in apart if not "\u0300" <= one <= "\u036f")
    return bare.encode(encoding, "replace").decode(encoding)


def own_talk() -> Talk:
    """The conversation on standard input and output."""
    import sys

    source, sink = sys.stdin, sys.stdout
    return Talk(
        source.buffer if source is not None else None,
        sink,
        encoding=getattr(source, "encoding", None) or "utf-8",
        width=_width_of(sink) if sink is not None else lambda: None,
        echo=source is None or not source.isatty(),
    )


def _width_of(sink: TextIO) -> Callable[[], int | None]:
    """Asked at each paragraph: a window may change its size."""
    if not sink.isatty():
        return lambda: None

    def width() -> int | None:
        try:
            columns = os.get_terminal_size(sink.fileno()).columns
        except (OSError, ValueError):
            return None
        # A line that fills the last column is followed by an empty one on some terminals.
        return min(columns - 1, _WIDEST) if columns > 1 else None

    return width
