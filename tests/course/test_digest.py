"""The digest follows the key and not the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import edit, small_course
from tutor.course.digest import key_digest
from tutor.course.read import read_course

QUIZ = "quizzes/01-first.yaml"


def digests(root: Path) -> list[str]:
    quiz = read_course(root).lessons[0].quiz
    assert quiz is not None
    return [key_digest(item) for item in quiz.items]


def test_it_is_the_same_on_every_machine(tmp_path: Path) -> None:
    root = small_course(tmp_path)
    assert digests(root)[3] == "3d9b71cbb42a1507"


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("text: Common nerve", "text: The common nerve", None),
        ("Which nerve is hurt", "Which nerve is it", None),
        ("id: tibial", "id: tib", 0),
        ("credit: 0.5, pin", "pin", 0),
        ("text: C, why", "text: D, why", None),
        ("[deep nerve", "[deeper nerve", 2),
        ("answer: 90", "answer: 91", 3),
    ],
)
def test_what_changes_it(tmp_path: Path, old: str, new: str, changed: int | None) -> None:
    root = small_course(tmp_path)
    before = digests(root)
    edit(root, QUIZ, old, new)
    after = digests(root)
    assert [at for at in range(4) if before[at] != after[at]] == (
        [] if changed is None else [changed]
    )
