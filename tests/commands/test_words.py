"""Words of the command line that cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Footdrop, two_lines


@pytest.mark.parametrize(
    "words",
    [
        ("restore", ""),
        ("backup", ""),
        ("check", " "),
        ("--home", "", "doctor"),
        ("doctor", "--course", ""),
        ("--learner", "", "scores"),
    ],
)
def test_an_empty_word_is_refused(footdrop: Footdrop, words: tuple[str, ...]) -> None:
    assert "it is empty" in two_lines(footdrop(*words))


@pytest.mark.parametrize("command", ["learn", "quiz"])
def test_a_lesson_that_is_not_there_is_said_without_a_terminal(
    footdrop: Footdrop, command: str
) -> None:
    assert "no lesson '99'" in two_lines(footdrop(command, "99"))


def test_a_course_is_named_with_the_word_it_came_from(footdrop: Footdrop, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    assert "(from check PATH)" in two_lines(footdrop("check", nowhere))
    assert "(from --course)" in two_lines(footdrop("check", "--course", nowhere))


def test_a_backup_into_a_folder_that_is_not_there(footdrop: Footdrop, tmp_path: Path) -> None:
    from tests.store.make import StillClock
    from tutor.store.store import Store

    Store.open(tmp_path / "footdrop-home", StillClock()).close()
    error = two_lines(footdrop("backup", str(tmp_path / "nope/x/y.db")))
    assert str(tmp_path / "nope/x") in error
    assert not (tmp_path / "nope").exists()
