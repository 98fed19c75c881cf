"""A quiz that cannot be asked says which file is broken, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import edit, small_course
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, notice
from tutor.course.library import open_course
from tutor.tui.app import Start
from tutor.tui.pages.left_out import why_no_quiz
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen

QUIZ = "quizzes/01-first.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    root = small_course(tmp_path / "course")
    text = (root / QUIZ).read_text(encoding="utf-8")
    (root / QUIZ).write_text(text.replace("type:", "typ:"), encoding="utf-8")
    return root


async def test_the_first_mistake_is_named_wherever_the_quiz_is_asked_for(
    make_app: MakeApp, broken: Path
) -> None:
    app = make_app(broken, start=Start(lesson="first", quiz=True))
    async with app.run_test(size=(80, 24)) as pilot:
        at(app, HomeScreen)
        for keys in ((), ("q",), ("enter", "q")):
            await pilot.press(*keys)
            for words in (f"{QUIZ}, line 4", 'unknown key "typ"', "footdrop check"):
                assert words in notice(app), keys
        at(app, LessonScreen)


def test_a_file_that_is_no_yaml_and_one_that_is_missing(tmp_path: Path) -> None:
    root = small_course(tmp_path / "course")
    assert (root / QUIZ).exists()
    edit(root, QUIZ, "items:", "items: [")
    assert f"{QUIZ}, line 3: not YAML" in why_no_quiz(open_course(root, None), "first")
    (root / QUIZ).unlink()
    assert why_no_quiz(open_course(root, None), "first") == "This lesson has no quiz."
    assert "not in the course" in why_no_quiz(open_course(root, None), "gone")
