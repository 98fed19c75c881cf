"""Opening and leaving, from a shell's point of view."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.conftest import OpenTutor
from tutor import __version__


def test_it_opens_at_home_and_ctrl_q_gives_the_terminal_back(open_tutor: OpenTutor) -> None:
    window = open_tutor()
    window.wait("step 1 of 3")
    window.press("esc")
    window.wait("(?s)The common fibular nerve.*enter open")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert window.left_behind() == set()


def test_version_is_one_line(open_tutor: OpenTutor) -> None:
    window = open_tutor("--version")
    assert window.wait_for_end().status == 0
    assert window.text.strip() == f"footdrop {__version__}"


@pytest.mark.parametrize("words", [(), ("quiz",)])
def test_a_window_that_is_too_small_says_so_and_grows_back(
    open_tutor: OpenTutor, six: Path, words: tuple[str, ...]
) -> None:
    window = open_tutor(*words, size=(20, 5), course=six)
    window.wait("footdrop needs 40")
    window.resize(80, 24)
    window.wait("1 of 6" if words else "step 1 of 3")
    window.resize(20, 5)
    window.wait("footdrop needs 40")
    window.press("ctrl+q")
    assert window.wait_for_end().status == 0
