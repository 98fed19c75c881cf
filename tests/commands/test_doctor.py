"""`footdrop doctor`, on a record and a course that do not quite fit."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from tests.store.make import SINGLE, StillClock, answer
from tutor.commands.codes import DONE, PROBLEMS
from tutor.commands.doctor import doctor, rebuild
from tutor.course.digest import key_digest
from tutor.course.library import Library
from tutor.store.errors import RecordMissing
from tutor.store.opening import FILE
from tutor.store.store import Store


@pytest.fixture
def options(tmp_path: Path, small: Library) -> argparse.Namespace:
    return argparse.Namespace(home=tmp_path / "home", course=small.root, learner=None)


@pytest.fixture
def answered(options: argparse.Namespace, small: Library) -> Path:
    """A record with an answer to an item as it is, one that was edited, one that is gone."""
    quiz = small.quiz(small.lessons[0].id)
    assert quiz is not None
    same, edited = quiz.items[:2]
    entries = ((same.id, key_digest(same)), (edited.id, "old"), ("gone-for-good", "d"))
    with Store.open(options.home, StillClock()) as store:
        ana = store.learner("Ana").id
        items = [item for item, _ in entries]
        row = store.start_session(ana, small.header.id, "quiz", "", 7, items)
        for known, (item, digest) in enumerate(entries):
            store.append(row.id, answer(item), digest=digest, about=SINGLE, known=known, total=None)
    home: Path = options.home
    return home


def test_edited_and_vanished_items_are_named(
    answered: Path, options: argparse.Namespace, small: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor(options) == DONE
    quiz = small.quiz(small.lessons[0].id)
    assert quiz is not None
    told = capsys.readouterr().out.splitlines()
    assert (
        f"ok     Keys changed since they were answered (old scores stand): {quiz.items[1].id}."
        in told
    )
    assert "ok     Answered, and no longer in the course (old scores stand): gone-for-good." in told


def test_a_rebuild_says_equal(
    answered: Path, options: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rebuild(options) == DONE
    (told,) = capsys.readouterr().out.splitlines()
    assert told.startswith("ok     3 cards and all counts were reckoned anew from 3 answers: equal")


def test_a_rebuild_says_what_differed_and_puts_it_right(
    answered: Path, options: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(answered, StillClock()) as store, store.record.writing() as connection:
        connection.execute("UPDATE card SET lapses = 3 WHERE card = 'gone-for-good'")
    assert doctor(options) == PROBLEMS
    assert "footdrop doctor --rebuild makes" in capsys.readouterr().out
    assert rebuild(options) == PROBLEMS
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2
    assert told[0].startswith("WRONG  The card gone-for-good in ")
    assert told[0].endswith(" says lapses 3; the log has lapses 0.")
    assert told[1].startswith(
        "ok     3 cards and all counts were reckoned anew from 3 answers, and"
    )
    assert Path(told[1].partition("as it was: ")[2].removesuffix(".")).exists()
    assert doctor(options) == DONE
    assert rebuild(options) == DONE


def test_a_long_list_of_differences_is_cut(
    answered: Path, options: argparse.Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(answered, StillClock()) as store, store.record.writing() as connection:
        connection.executemany(
            "INSERT INTO flag VALUES (1, 'leg', ?, '')", [(f"item-{n}",) for n in range(30)]
        )
    assert rebuild(options) == PROBLEMS
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 22
    assert told[20] == "WRONG  And 10 more like these."


def test_a_rebuild_of_no_record_begins_none(options: argparse.Namespace) -> None:
    with pytest.raises(RecordMissing):
        rebuild(options)
    assert not (options.home / FILE).exists()
