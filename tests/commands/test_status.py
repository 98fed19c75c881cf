"""`footdrop next` and `footdrop status`, and what `footdrop scores` gives away of notes."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.commands.conftest import CHECKOUT, Footdrop, two_lines
from tests.conftest import MakeDesk
from tests.study.answers import answer_all
from tutor.store.opening import FILE
from tutor.study.desk import Desk

HOME = "footdrop-home"  # as the commands of these tests have it


@pytest.fixture
def studied(make_desk: MakeDesk) -> Desk:
    """One quiz wrong, with a note and a report."""
    desk = make_desk(home=HOME)
    lesson = desk.library.lessons[0]
    sitting = desk.begin_quiz(lesson.id)
    assert sitting is not None
    first = sitting.session.items[0].id
    answer_all(sitting, known=False)
    course = desk.library.header.id
    desk.store.add_note(desk.learner.id, course, first, "note", "Ask about this")
    desk.store.add_note(desk.learner.id, course, first, "report", 'Two are right, "a" and b')
    desk.store.close()
    return desk


def test_next_is_one_line_that_says_what_to_do(footdrop: Footdrop, tmp_path: Path) -> None:
    done = footdrop("next")
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    assert line.startswith("Read: ")
    assert not (tmp_path / HOME / FILE).exists()  # looking begins no record


def test_next_follows_the_record(footdrop: Footdrop, studied: Desk) -> None:
    (line,) = footdrop("next").stdout.splitlines()
    assert line.startswith(("Once more the quiz: ", "Review: "))


def test_status_says_what_progress_says(footdrop: Footdrop, studied: Desk) -> None:
    said = footdrop("status").stdout
    for words in ("Now: ", "Study:", "1 day studied", "Mastery:"):
        assert words in said
    assert said.isascii()


def test_status_before_the_first_quiz(footdrop: Footdrop) -> None:
    said = footdrop("status").stdout.splitlines()
    assert said[0].startswith("Now: Read: ")
    assert said[1] == "After your first quiz your scores stand here."


def test_status_as_json_counts_what_the_record_holds(footdrop: Footdrop, studied: Desk) -> None:
    told = json.loads(footdrop("status", "--json").stdout)
    assert told["answers"] == 10
    assert told["days_studied"] == 1
    assert len(told["due"]) == 7
    assert told["quizzes"][0]["right"] == 0
    assert told["retention"] is None
    states = {row["state"] for row in told["objectives"]}
    assert states <= {"new", "weak", "growing", "fading", "secure"}
    assert sum(row["asked"] for row in told["objectives"]) > 0


def test_looking_changes_nothing(footdrop: Footdrop, studied: Desk, tmp_path: Path) -> None:
    before = _rows(tmp_path)
    for words in (("next",), ("status",), ("scores", "--reports")):
        assert footdrop(*words).returncode == 0
    assert _rows(tmp_path) == before


def _rows(tmp_path: Path) -> list[str]:
    connection = sqlite3.connect(tmp_path / HOME / FILE)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.mark.parametrize("word", ["next", "status"])
def test_an_unknown_learner_is_said(footdrop: Footdrop, studied: Desk, word: str) -> None:
    assert "There is no learner" in two_lines(footdrop(word, "--learner", "Nobody"))


@pytest.mark.parametrize("words", [["next"], ["status"], ["status", "--json"]])
def test_they_load_neither_a_face_nor_the_scheduler(studied: Desk, words: list[str]) -> None:
    code = (
        f"import sys; from tutor.cli import run; assert run({words!r}) == 0\n"
        "print(*{m.partition('.')[0] for m in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    assert not {"textual", "rich", "fsrs"} & set(done.stderr.split())


def test_notes_and_reports_are_exported_as_json(footdrop: Footdrop, studied: Desk) -> None:
    told = json.loads(footdrop("scores", "--json").stdout)
    assert [row["kind"] for row in told["scores"]] == ["quiz"]
    (report,) = told["reports"]
    assert report["text"] == 'Two are right, "a" and b'
    assert report["lesson"] == studied.library.lessons[0].id
    assert [row["text"] for row in told["notes"]] == ["Ask about this"]
    assert "scores" not in json.loads(footdrop("scores", "--json", "--reports").stdout)


def test_notes_and_reports_are_a_table_of_their_own_as_csv(
    footdrop: Footdrop, studied: Desk
) -> None:
    rows = list(csv.DictReader(StringIO(footdrop("scores", "--csv", "--reports").stdout)))
    assert [row["kind"] for row in rows] == ["note", "report"]
    assert rows[1]["text"] == 'Two are right, "a" and b'
    assert "text" not in footdrop("scores", "--csv").stdout


def test_scores_tell_of_notes_and_reports(footdrop: Footdrop, studied: Desk) -> None:
    assert "Notes and reports: 2." in footdrop("scores").stdout
    note, report = footdrop("scores", "--reports").stdout.splitlines()
    assert note.endswith("Ask about this")
    assert "report" in report
