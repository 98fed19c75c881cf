"""Ended in the middle of a quiz, in every way there is: nothing is lost."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.conftest import OpenTutor
from tests.pty.course import LAST_OPTIONS
from tests.pty.record import answers, is_sound
from tests.terminal import Window

SIXTH = "(?s)6 of 6" + "".join(f"(?=.*{option})" for option in LAST_OPTIONS) + ".*n don't know"
FIVE = ["first", "second", "third", "fourth", "fifth"]


def answer_five(window: Window) -> list[str]:
    """Answers the first five questions; the options of the sixth as they are shown."""
    for number, keys in enumerate(("1", "13\r", "tibia\r", "90\r", "2"), 1):
        # The row of keys is drawn last: with it the whole question is there.
        window.wait(f"(?s){number} of 6.*question {FIVE[number - 1]}.*(n|f4) don't know")
        window.type(keys)
        window.wait("enter next")
        window.press("enter")
    return shown_options(window)


def shown_options(window: Window) -> list[str]:
    window.wait(SIXTH)
    return [word for word in re.findall(r"\w+", window.text) if word in LAST_OPTIONS]


def resume_with_the_command(open_tutor: OpenTutor, six: Path) -> Window:
    return open_tutor("quiz", "1", course=six)


def resume_from_home(open_tutor: OpenTutor, six: Path) -> Window:
    window = open_tutor(course=six)
    window.wait("step 1 of 3")
    window.press("esc")
    window.wait("o left open")
    window.press("o")
    window.wait("(?s)Left open.*question 6 of 6")
    window.press("enter")
    return window


def kill(window: Window) -> None:
    window.command.signal(signal.SIGKILL)
    assert window.wait_for_end().status == -signal.SIGKILL


def terminate(window: Window) -> None:
    window.command.signal(signal.SIGTERM)
    assert window.wait_for_end().status == 128 + signal.SIGTERM
    assert window.left_behind() == set()


def hang_up_by_signal(window: Window) -> None:
    window.command.signal(signal.SIGHUP)
    assert window.wait_for_end().status == 128 + signal.SIGHUP
    assert window.left_behind() == set()


def close_the_window(window: Window) -> None:
    window.command.hang_up()
    # 120 is Python's own: nothing can be written to a terminal that is gone. Nobody sees either.
    assert window.wait_for_end().status in (128 + signal.SIGHUP, 120)


@pytest.mark.parametrize(
    ("end", "resume"),
    [
        (kill, resume_with_the_command),
        (kill, resume_from_home),
        (terminate, resume_with_the_command),
        (hang_up_by_signal, resume_from_home),
        (close_the_window, resume_with_the_command),
    ],
)
def test_the_quiz_goes_on_at_the_sixth_question(
    open_tutor: OpenTutor,
    home: Path,
    six: Path,
    end: Callable[[Window], None],
    resume: Callable[[OpenTutor, Path], Window],
) -> None:
    first = open_tutor("quiz", "1", course=six)
    before = answer_five(first)
    end(first)
    assert is_sound(home)
    assert [item for item, _ in answers(home)] == FIVE
    assert not (home / "logs").exists()

    second = resume(open_tutor, six)
    assert shown_options(second) == before
    second.press("3")
    second.wait("enter result")
    second.press("enter")
    second.wait("Result")
    second.press("ctrl+q")

    assert second.wait_for_end().status == 0
    stored = answers(home)
    assert [item for item, _ in stored] == [*FIVE, "sixth"]
    assert stored[-1][1] == {"option": before[2].lower()}
    assert stored[2][1] == {"text": "tibia"}
    assert is_sound(home)
