"""Folders that nobody would write, and `check` meets all the same: a clear line, and an end."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.course import write
from tutor import cli

QUIZ, SOURCES, GLOSSARY = "quizzes/04-nerve.yaml", "lessons/sources.yaml", "lessons/glossary.yaml"
Spoil = Callable[[Path], object]


def instead(path: str, make: Spoil) -> Spoil:
    """Something else in the place of a file."""

    def spoil(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        make(root / path)

    return spoil


def holding(path: str, data: bytes) -> Spoil:
    return lambda root: (root / path).write_bytes(data)


def link_to(target: str) -> Spoil:
    return lambda path: path.symlink_to(target)


def no_right_to_read(path: Path) -> None:
    path.write_text("")
    path.chmod(0)


def quizzes_are_a_file(root: Path) -> None:
    (root / QUIZ).unlink()
    (root / "quizzes").rmdir()
    (root / "quizzes").write_text("")


AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
FIFOS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        pytest.param(
            instead(SOURCES, os.mkfifo), [f"{SOURCES}: error: this is not a file"], marks=FIFOS
        ),
        pytest.param(
            instead("quizzes/99-x.yaml", os.mkfifo),
            ["quizzes/99-x.yaml: error: this is not a file"],
            marks=FIFOS,
        ),
        (instead(GLOSSARY, os.mkdir), [f"{GLOSSARY}: error: this is not a file"]),
        (
            instead("lessons/05-x.yaml", link_to("nowhere")),
            ["lessons/05-x.yaml: error: cannot be read: no such file or directory"],
        ),
        (
            instead("lessons/05-x.yaml", link_to("05-x.yaml")),
            ["lessons/05-x.yaml: error: cannot be read: too many levels of symbolic links"],
        ),
        pytest.param(
            instead(GLOSSARY, no_right_to_read),
            [f"{GLOSSARY}: error: cannot be read: permission denied"],
            marks=AS_ROOT,
        ),
        (quizzes_are_a_file, ["quizzes: error: cannot be read: not a directory"]),
        (holding(GLOSSARY, b"a: b\n" * 10_000_000), [f"{GLOSSARY}: error: the file is larger"]),
        (holding(GLOSSARY, b"a: caf\xe9\n"), [f"{GLOSSARY}:1:7: error: the text is not UTF-8"]),
        (holding(GLOSSARY, b"a: b\n\0"), [f"{GLOSSARY}:2:1: error: a zero byte"]),
        (holding(GLOSSARY, b""), [f"{GLOSSARY}:1:1: error: the file is empty"]),
        (
            holding("lessons/05-\x1b[31m.yaml", b"lesson: [\n"),
            ["lessons/05-\u241b[31m.yaml:2:1: error: not YAML"],
        ),
    ],
)
def test_a_hostile_folder_is_told_and_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: Spoil, expected: list[str]
) -> None:
    root = write(tmp_path)
    spoil(root)
    assert cli.run(["check", str(root)]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    for line in expected:
        assert line in out
    assert "\x1b" not in out
    # Said once: what is there and is no file is not missing as well.
    assert "the file is missing" not in out


@AS_ROOT
def test_a_folder_that_may_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(tmp_path / "course")
    root.chmod(0)
    try:
        assert cli.run(["check", str(root)]) == 2
    finally:
        root.chmod(0o700)
    assert "cannot be read: permission denied" in capsys.readouterr().err
