"""What the terminal sends becomes keys and pastes, however it is cut into pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tutor.tui.terminal import LONGEST_PASTE, WholePastes

START, END = "\x1b[200~", "\x1b[201~"
COLOURED = "\x1b[1;31mdeep\x1b[0m nerve\r2\r\x1b]0;title\x07\x1b[Bnext\r"
PLAIN = "deep nerve\r2\rnext\r"


def told(pieces: list[str], parser: XTermParser | None = None) -> list[str]:
    """Keys by their names, pastes with their text, other events by their kind."""
    parser = parser or WholePastes()

    def words(event: Message) -> str:
        if isinstance(event, events.Key):
            return event.key
        return f"paste {event.text}" if isinstance(event, events.Paste) else type(event).__name__

    return [words(event) for piece in pieces for event in parser.feed(piece)]


def test_a_paste_is_one_event_without_its_escapes() -> None:
    stream = "a" + START + COLOURED + END + "\r" + START + END + "b"
    assert told([stream]) == ["a", f"paste {PLAIN}", "enter", "paste ", "b"]


def test_the_framework_alone_makes_keys_of_it() -> None:
    # When this fails, the parser of ours is needed no longer.
    assert "enter" in told([START + COLOURED + END], XTermParser())


@given(st.data())
def test_it_does_not_matter_how_the_stream_is_cut(data: st.DataObject) -> None:
    stream = "1" + START + COLOURED + END + "\x1b[B\r" + START + "second" + END + "x"
    cuts = sorted(data.draw(st.sets(st.integers(1, len(stream) - 1))))
    edges = zip([0, *cuts], [*cuts, len(stream)], strict=True)
    assert told([stream[a:b] for a, b in edges]) == told([stream])


@given(st.lists(st.text(st.characters(exclude_characters="\x00"), min_size=1), max_size=6))
def test_without_a_paste_it_is_the_framework_s_parser(pieces: list[str]) -> None:
    assert told(pieces) == told(pieces, XTermParser())


@pytest.mark.parametrize("piece", ["x" * 1000, "\x1b" * 1000, "\x1b[31mred\r" * 100])
def test_a_paste_of_any_length_is_cut(piece: str) -> None:
    (paste,) = told([START, *[piece] * 100, END])
    assert paste.startswith("paste ")
    assert len(paste) < LONGEST_PASTE + 100
    assert "\x1b" not in paste


def test_keys_go_on_after_a_paste_that_was_cut() -> None:
    assert told([START, "y" * (LONGEST_PASTE - 3), "yyyyyy" + END[:4], END[4:] + "q"])[-1] == "q"
