"""What is pasted, and bytes that nobody types: nothing is answered by them, and keys go on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.pty.conftest import OpenTutor
from tests.pty.record import answers, count
from tests.terminal import Window

START, END = "\x1b[200~", "\x1b[201~"
# Of a log in colours, 60 KB: after each escape the framework takes 32 characters for keys.
LINE = "\x1b[31m1 bone\x1b[0m 2\r"
LOG = LINE * (60_000 // len(LINE))


def paste(window: Window, text: str) -> None:
    """As a terminal sends it: in pieces, between the marks of a paste."""
    whole = START + text + END
    for at in range(0, len(whole), 1000):
        window.type(whole[at : at + 1000])
        window.look(0)


def to_the_third(open_tutor: OpenTutor, six: Path) -> Window:
    """The quiz at its third question, whose answer is typed; the first two are put off."""
    window = open_tutor("quiz", "1", size=(80, 24), course=six)
    window.wait("(?s)1 of 6.*n don't know")
    window.press("right")
    window.wait("(?s)2 of 6.*n don't know")
    window.press("right")
    window.wait("(?s)3 of 6.*f4 don't know")
    return window


def test_a_log_pasted_into_a_typed_answer_is_text(
    open_tutor: OpenTutor, home: Path, six: Path
) -> None:
    window = to_the_third(open_tutor, six)
    window.type("shin")
    window.wait("shin")
    paste(window, LOG)
    window.wait("^ +shin1 bone 2$")
    window.press("f1")
    window.wait("Keys here")
    window.press("esc")
    window.wait("(?s)3 of 6.*shin1 bone 2.*f4 don't know")
    assert answers(home) == []
    window.press("enter")
    window.wait("Not this one")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert answers(home) == [("third", {"text": "shin1 bone 2"})]


def test_a_log_pasted_into_a_choice_chooses_nothing(
    open_tutor: OpenTutor, home: Path, six: Path
) -> None:
    window = open_tutor("quiz", "1", size=(80, 24), course=six)
    window.wait("(?s)1 of 6.*n don't know")
    paste(window, LOG)
    window.press("?")
    window.wait("Keys here")
    window.press("esc")
    window.wait("(?s)1 of 6.*n don't know")
    window.press("1")
    window.wait("enter next")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert [item for item, _ in answers(home)] == ["first"]


@pytest.mark.parametrize("strange", [b"\xe9", b"\xff\xfe\x80", b"\xc3\x28", b"\xf0\x9f"])
def test_bytes_that_are_no_text_end_nothing(
    open_tutor: OpenTutor, home: Path, six: Path, strange: bytes
) -> None:
    window = to_the_third(open_tutor, six)
    os.write(window.command.master, strange + b"abc")
    window.wait("abc$")
    window.press("f4")
    window.wait("No answer")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert window.left_behind() == set()
    assert count(home, "answered") == 1
    assert not (home / "logs").exists()
