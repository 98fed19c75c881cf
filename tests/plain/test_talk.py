"""Lines out and lines in, whatever stands at the other ends."""

from __future__ import annotations

import io
import os
from typing import NoReturn

import pytest

from tests.plain.drive import talk_of
from tutor.errors import OutputLost
from tutor.plain.talk import LONGEST, NOT_TEXT, TOO_LONG, InputEnded, ReaderGone, Talk


def test_a_line_is_asked_for_and_written_down() -> None:
    talk, sink = talk_of(b"  deep nerve \r\n")
    assert talk.ask("Type it:") == "deep nerve"
    assert sink.getvalue() == "Type it: deep nerve\n"


def test_a_terminal_shows_by_itself_what_is_typed() -> None:
    talk, sink = talk_of(b"secret\n", echo=False)
    assert talk.ask("Type it:") == "secret"
    assert sink.getvalue() == "Type it: "


def test_the_last_line_needs_no_line_end() -> None:
    talk, _ = talk_of(b"3")
    assert talk.ask("Number:") == "3"
    with pytest.raises(InputEnded):
        talk.ask("Number:")


def test_the_end_of_the_input_ends_the_line_of_the_prompt() -> None:
    talk, sink = talk_of(b"")
    with pytest.raises(InputEnded):
        talk.ask("Number:")
    assert sink.getvalue() == "Number: \n"


def test_keys_that_move_a_cursor_type_nothing() -> None:
    talk, _ = talk_of(b"\x1b[A\x1b[1;5Cfib\x7fula\x00\n")
    assert talk.ask("Type it:") == "fibula"


@pytest.mark.parametrize("size", [LONGEST + 1, 100_000, 1_000_000])
def test_a_line_that_is_far_too_long_is_asked_for_again(size: int) -> None:
    talk, sink = talk_of(b"x" * size + b"\nfibula\n")
    assert talk.ask("Type it:") == "fibula"
    assert TOO_LONG in sink.getvalue()
    assert len(sink.getvalue()) < 500


def test_a_long_line_may_be_cut_within_a_letter() -> None:
    talk, sink = talk_of("ä".encode() * 70_001 + b"\nfibula\n")
    assert talk.ask("Type it:") == "fibula"
    assert TOO_LONG in sink.getvalue()


def test_bytes_that_are_no_text_are_asked_for_again() -> None:
    talk, sink = talk_of(b"fi\xff\xfebula\nfibula\n")
    assert talk.ask("Type it:") == "fibula"
    assert NOT_TEXT in sink.getvalue()


def test_another_encoding_is_read_as_it_is() -> None:
    talk = Talk(io.BytesIO("Größe\n".encode("latin-1")), io.StringIO(), encoding="latin-1")
    assert talk.ask("Type it:") == "Größe"


def test_gaps_do_not_add_up() -> None:
    talk, sink = talk_of(b"")
    talk.gap()
    talk.say("one")
    talk.gap()
    talk.gap()
    talk.say("two")
    assert sink.getvalue() == "one\n\ntwo\n"


def test_an_output_without_our_letters_gets_the_nearest() -> None:
    raw = io.BytesIO()
    sink = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    talk = Talk(None, sink)
    talk.say("“Palomo-López” × 2 – 神")
    talk.flush()
    assert raw.getvalue() == b'"Palomo-Lopez" x 2 - ?\n'


def test_nothing_to_read_from_is_the_end_of_the_input() -> None:
    with pytest.raises(InputEnded):
        Talk(None, io.StringIO()).ask("Number:")


def test_nothing_to_write_to_is_said() -> None:
    with pytest.raises(OutputLost, match="it is closed"):
        Talk(None, None).say("words")


class _Broken(io.StringIO):
    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> NoReturn:
        raise self.error


def test_a_reader_that_left_is_no_failure_of_the_output() -> None:
    with pytest.raises(ReaderGone):
        Talk(None, _Broken(BrokenPipeError())).flush()


def test_a_full_disk_is_said() -> None:
    error = OSError(28, os.strerror(28))
    with pytest.raises(OutputLost, match="no space left"):
        Talk(None, _Broken(error)).flush()


def test_a_terminal_that_hung_up_is_the_end_of_the_input() -> None:
    class Gone(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> NoReturn:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputEnded):
        Talk(Gone(), io.StringIO()).ask("Number:")
