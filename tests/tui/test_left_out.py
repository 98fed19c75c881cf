"""A quiz that cannot be asked says which file is broken, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import edit, small_course
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn_words, notice
from tutor.course.finder import find_course
from tutor.course.library import open_course
from tutor.tui.app import Start
from tutor.tui.pages.left_out import check_command, left_out_words, why_no_quiz
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.yamlread.problem import Problem, Severity

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


async def test_home_names_every_broken_file_and_the_command_that_helps(
    make_app: MakeApp, tmp_path: Path
) -> None:
    root = small_course(tmp_path / "course")
    edit(root, "lessons/02-second.yaml", "title:", "titel:")
    edit(root, QUIZ, "items:", "items: [")
    app = make_app(root)
    async with app.run_test(size=(200, 40)):
        said = drawn_words(app)
        assert "02-second.yaml" in said
        assert "01-first.yaml" in said
        assert "in the course's files" not in said


def problem(name: str) -> Problem:
    return Problem(f"lessons/{name}.yaml", 1, 1, Severity.ERROR, "is wrong")


def test_one_mistake_and_many() -> None:
    shipped = open_course(find_course(None, {}), None)
    one = left_out_words(shipped, [problem("a")])
    assert one == (
        "1 mistake in a.yaml: what it spoils is left out, the rest works. footdrop check names it."
    )
    many = left_out_words(shipped, [problem(name) for name in "aabcde"])
    assert many.startswith("6 mistakes in a.yaml, b.yaml, c.yaml and 2 more: what they spoil is ")
    assert many.endswith(" footdrop check names each of them.")


def test_another_course_is_checked_by_its_folder(tmp_path: Path) -> None:
    root = small_course(tmp_path / "course")
    said = left_out_words(open_course(root, None), [problem("a")])
    assert said.endswith(f" footdrop check {root} names it.")
    assert check_command(tmp_path / "my course") == f'footdrop check "{tmp_path / "my course"}"'


def test_a_file_that_is_no_yaml_and_one_that_is_missing(tmp_path: Path) -> None:
    root = small_course(tmp_path / "course")
    assert (root / QUIZ).exists()
    edit(root, QUIZ, "items:", "items: [")
    assert f"{QUIZ}, line 3: not YAML" in why_no_quiz(open_course(root, None), "first")
    (root / QUIZ).unlink()
    assert why_no_quiz(open_course(root, None), "first") == "This lesson has no quiz."
    assert "not in the course" in why_no_quiz(open_course(root, None), "gone")
