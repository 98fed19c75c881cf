"""Courses written to break the screen, in every place of the tutor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import write
from tests.pty.conftest import OpenTutor
from tests.pty.record import answers
from tests.terminal import Window
from tests.tui import test_nasty_course as nasty

BRACKETS = r"x \[L5\]"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Brackets, emoji, text that runs to the left and words of 10,000 letters in every field."""
    root = tmp_path / "nasty"
    for path, text in (
        ("lessons/course.yaml", nasty.COURSE),
        ("lessons/sources.yaml", nasty.SOURCES),
        ("lessons/glossary.yaml", nasty.GLOSSARY),
        ("lessons/figures/fig.yaml", nasty.FIGURE),
        ("lessons/01-only.yaml", nasty.LESSON),
        ("quizzes/01-only.yaml", nasty.QUIZ),
    ):
        write(root, path, text)
    return root


def through_the_quiz(window: Window) -> None:
    """One answer of each type; long feedback is read to its end."""
    for number, keys in enumerate(("1", "1\r", "fibula\r", "3\r"), 1):
        window.wait(f"(?s){number} of 4.*(1-3 (choose|tick)|enter answer)")
        window.type(keys)
        window.wait("enter (more|next|result)")
        window.press("end")
        window.wait("enter (next|result)")
        window.press("enter")
    window.wait("(?s)Result.*enter")


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
def test_every_screen_opens(
    open_tutor: OpenTutor, home: Path, course: Path, size: tuple[int, int]
) -> None:
    window = open_tutor(size=size, course=course)
    window.wait("step 1 of 3")
    window.press("enter")
    window.wait("(?s)step 2 of 3.*1-3 choose")
    window.press("1")
    window.wait("step 3 of 3")
    window.press("esc")
    window.wait(f"(?s){BRACKETS}.*enter open")
    for key, shows in (("p", "Progress"), ("s", "Settings"), ("?", "Help")):
        window.press(key)
        window.wait(rf"(?s)\A +{shows}.*esc (home|back)")
        window.press("esc")
        window.wait("enter open")
    window.press("ctrl+p")
    window.wait("Search for commands|Home")
    window.press("esc")
    window.wait("enter open")
    window.press("enter")
    window.wait("(?s)1 of 3.*enter more")
    window.press("s")
    window.wait("1 of 3")
    window.press("g")
    window.wait("Terms")
    window.press("esc")
    window.wait("(?s)1 of 3.*enter")
    window.press("q")
    through_the_quiz(window)
    window.press("a")
    window.wait("Answers")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert len(answers(home)) == 4
    assert not (home / "logs").exists()


def test_control_characters_are_named_and_never_sent(open_tutor: OpenTutor, tmp_path: Path) -> None:
    root = tmp_path / "controls"
    write(root, "lessons/course.yaml", nasty.COURSE.replace("title:", 'title: "\\e[31m" #', 1))
    window = open_tutor(course=root)
    assert window.wait_for_end().status == 2
    assert window.text.startswith("error: ")
    assert b"\x1b[31m" not in window.output


def test_a_lesson_with_control_characters_is_left_out(
    open_tutor: OpenTutor, home: Path, six: Path
) -> None:
    lesson = six / "lessons/01-six.yaml"
    text = lesson.read_text(encoding="utf-8").replace("The only lines.", '"\\e]0;owned\\a"')
    lesson.write_text(text, encoding="utf-8")
    window = open_tutor(course=six)
    window.wait("step 1 of 3")
    window.press("esc")
    window.wait("(?s)mistake.*footdrop check")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert b"owned" not in window.output
    assert not (home / "logs").exists()
