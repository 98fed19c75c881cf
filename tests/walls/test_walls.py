"""The walls of the house, looked at from outside: what is loaded when a part is imported or run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FACES = {"textual", "rich"}
BELOW_THE_FACE = [
    "tutor",
    "tutor.prose",
    "tutor.text",
    "tutor.yamlread.document",
    "tutor.course.library",
    "tutor.course.read",
    "tutor.quiz.session",
    "tutor.quiz.graders",
    "tutor.quiz.feedback",
    "tutor.check.run",
    "tutor.store.store",
    "tutor.store.restore",
    "tutor.study.desk",
    "tutor.study.plan",
    "tutor.study.sitting",
    "tutor.study.told",
    "tutor.study.finding",
    "tutor.plain.run",
    "tutor.plain.start",
    "tutor.plain.sitting",
    "tutor.plain.result",
    "tutor.plain.search",
    "tutor.cli",
    "tutor.commands.start",
    "tutor.commands.check",
    "tutor.commands.scores",
    "tutor.commands.next",
    "tutor.commands.status",
    "tutor.commands.record",
    "tutor.commands.doctor",
]
SAY_MODULES = "import sys; print(*sorted(m.partition('.')[0] for m in sys.modules))"


def loaded_after(code: str, home: Path) -> set[str]:
    """The top-level modules that are loaded after some code has run in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{SAY_MODULES}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "FOOTDROP_HOME": str(home)},
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", BELOW_THE_FACE)
def test_nothing_below_the_face_loads_textual_or_rich(module: str, tmp_path: Path) -> None:
    assert not FACES & loaded_after(f"import {module}", tmp_path)


def test_the_face_does_load_textual(tmp_path: Path) -> None:
    # Otherwise the test above would pass with a broken way of looking.
    assert loaded_after("import tutor.tui.app", tmp_path) >= FACES


@pytest.mark.parametrize("arguments", [["check"], ["doctor"], ["restore", "--list"]])
def test_commands_run_without_the_face(arguments: list[str], tmp_path: Path) -> None:
    loaded = loaded_after(f"from tutor.cli import run; run({arguments!r})", tmp_path)

    assert not FACES & loaded


def loaded_by_a_talk(words: list[str], typed: bytes, home: Path) -> set[str]:
    """The same for a conversation in line mode, ended by the end of its input."""
    code = (
        "import io, sys\n"
        f"sys.stdin = io.TextIOWrapper(io.BytesIO({typed!r}))\n"
        f"from tutor.cli import run; assert run({words!r}) == 0"
    )
    return loaded_after(code, home)


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["--plain"], b"?\n2\nq\n4\nq\n5\n6\n7\nneck\nq\nq\n8\nneck\nq\n9\nq\n"),
        (["--plain", "learn", "4"], b"\n\ng\n"),
        (["quiz", "4", "--plain"], b"h\nr\nf\ns\n?\n"),
    ],
)
def test_line_mode_starts_without_the_face_and_the_scheduler(
    words: list[str], typed: bytes, tmp_path: Path
) -> None:
    assert not (FACES | {"fsrs"}) & loaded_by_a_talk(words, typed, tmp_path)


def test_a_quiz_in_line_mode_never_loads_the_face(tmp_path: Path) -> None:
    assert not FACES & loaded_by_a_talk(["quiz", "4"], b"n\n\n" * 10 + b"a\nq\nq\n", tmp_path)


def test_line_mode_reads_no_yaml_when_warm(tmp_path: Path) -> None:
    words = ["--plain", "learn", "4"]

    assert "yaml" in loaded_by_a_talk(words, b"\n", tmp_path)
    assert "yaml" not in loaded_by_a_talk(words, b"\n\n", tmp_path)


def test_a_warm_start_reads_no_yaml(tmp_path: Path) -> None:
    code = (
        "import os; from pathlib import Path; from tutor.course.library import open_course\n"
        "library = open_course(Path('.'), Path(os.environ['FOOTDROP_HOME']) / 'cache')\n"
        "assert library.lesson(library.lessons[0].id) and library.quiz(library.lessons[0].id)"
    )

    assert "yaml" in loaded_after(code, tmp_path)
    assert "yaml" not in loaded_after(code, tmp_path)


def test_home_needs_no_quiz_floor(tmp_path: Path) -> None:
    code = (
        "import sys, tutor.commands.start, tutor.tui.screens.home\n"
        "assert 'tutor.quiz.session' not in sys.modules"
    )

    loaded_after(code, tmp_path)


def test_the_contracts_between_the_floors_are_kept() -> None:
    command = str(Path(sys.executable).parent / "lint-imports")
    done = subprocess.run([command, "--no-cache"], capture_output=True, text=True, cwd=ROOT)

    assert done.returncode == 0, done.stdout
