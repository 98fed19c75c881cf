"""Which colours are sent to which terminal."""

from __future__ import annotations

import re

from tests.pty.conftest import OpenTutor
from tests.terminal import Window

SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
NO_COLOUR = {39, 49}  # the terminal's own


def play(window: Window) -> None:
    """The first minute, Home, a lesson, its quiz and feedback."""
    window.wait("step 1 of 3")
    window.press("enter")
    window.wait("step 2 of 3")
    window.press("1")
    window.wait("(?s)step 3 of 3.*enter")
    window.press("esc")
    window.wait("enter open")
    window.press("down", "enter")
    window.wait("(?s)Lesson 4.*enter (next|more)")
    window.press("q")
    window.wait("(n|f4) don't know")
    window.press("f4")
    window.wait("No answer. Here is why")
    window.press("?")
    window.wait("Help")
    window.press("ctrl+q")
    assert window.wait_for_end().status == 0


def codes(window: Window) -> list[list[int]]:
    """The parameters of every command that sets how characters look."""
    return [
        [int(part) for part in re.split("[;:]", found.decode()) if part]
        for found in SGR.findall(bytes(window.output))
    ]


def colours(window: Window) -> set[int]:
    """Every code of a colour that was sent."""
    sent = {code for parameters in codes(window) for code in parameters}
    return {code for code in sent if 30 <= code <= 49 or 90 <= code <= 107} - NO_COLOUR


def test_with_no_color_no_colour_code_is_sent(open_tutor: OpenTutor) -> None:
    window = open_tutor(NO_COLOR="1")
    play(window)
    assert codes(window), "bold and underlining are still used"
    assert colours(window) == set()


def test_a_terminal_with_all_colours_gets_them(open_tutor: OpenTutor) -> None:
    window = open_tutor()
    play(window)
    assert any(parameters[:2] == [38, 2] for parameters in codes(window))


def test_a_terminal_with_256_colours_gets_no_others(open_tutor: OpenTutor) -> None:
    window = open_tutor(COLORTERM=None)
    play(window)
    found = re.findall(rb"[34]8[;:](\d)", b" ".join(SGR.findall(bytes(window.output))))
    assert set(found) == {b"5"}
