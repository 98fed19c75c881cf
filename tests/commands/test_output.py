"""What comes out, and what is said when it cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import CHECKOUT, Footdrop, two_lines
from tests.store.make import StillClock
from tutor import cli
from tutor.commands.codes import CRASH
from tutor.store.store import Store

FULL = Path("/dev/full")
HEADER = "lesson,kind,ended,percent,points,total,right,asked,seconds\n"


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("words", "unbuffered"),
    [("doctor", ""), ("restore --list", "1"), ("scores --csv", ""), ("--help", "")],
)
def test_a_full_disk_behind_the_output_is_said(
    footdrop: Footdrop, words: str, unbuffered: str
) -> None:
    with FULL.open("w") as full:
        done = footdrop(*words.split(), stdout=full, PYTHONUNBUFFERED=unbuffered)
    assert "The output could not be written: no space left on device" in two_lines(done)


def test_letters_that_the_output_cannot_take_are_said(footdrop: Footdrop, tmp_path: Path) -> None:
    home = str(tmp_path / "Größe")
    error = two_lines(footdrop("doctor", "--home", home, PYTHONIOENCODING="ascii"))
    assert "The output could not be written" in error


def test_a_reader_that_leaves_is_no_failure(footdrop: Footdrop) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = footdrop("restore", "--list", stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_closed_output_is_said() -> None:
    command = f'"{sys.executable}" -m tutor restore --list >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, cwd=CHECKOUT)
    assert done.returncode == 2
    assert done.stderr.startswith("error: The output could not be written: it is closed.\nhint: ")


@pytest.mark.parametrize("known", ["no record", "nobody", "no score"])
def test_scores_are_empty_where_there_are_none(
    footdrop: Footdrop, tmp_path: Path, known: str
) -> None:
    if known != "no record":
        with Store.open(tmp_path / "footdrop-home", StillClock()) as store:
            if known == "no score":
                store.learner("Ana")
    done = footdrop("scores", "--csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, HEADER, "")
    done = footdrop("scores", "--json")
    assert json.loads(done.stdout) == {"scores": [], "notes": [], "reports": []}
    assert (done.returncode, done.stderr) == (0, "")
    done = footdrop("scores")
    assert done.stdout.startswith(
        "No scores yet for Ana." if known == "no score" else "No scores yet. They"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_learner_that_is_not_there_is_said_to_a_program_too(
    footdrop: Footdrop, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "footdrop-home", StillClock()) as store:
        store.learner("Ana")
    assert "no learner 'Eve'" in two_lines(footdrop("scores", "--json", "--learner", "Eve"))


def test_a_mistake_of_ours_has_a_code_and_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(options: object) -> int:
        raise RuntimeError("the mistake")

    monkeypatch.setattr("tutor.commands.doctor.doctor", broken)
    assert cli.run(["doctor"]) == CRASH == 70
    (log,) = (tmp_path / "footdrop-home/logs").iterdir()
    assert "the mistake" in log.read_text()
    assert str(log) in capsys.readouterr().err


def test_doctor_finds_a_home_that_is_a_file(footdrop: Footdrop, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("notes")
    done = footdrop("doctor", "--home", str(file))
    assert done.returncode == 1
    assert f"WRONG  {file} is not a folder" in done.stdout
