"""What the tutor takes from the environment and the record at its start."""

from __future__ import annotations

import os

import pytest

from tests.commands.conftest import Footdrop, two_lines
from tests.store.make import StillClock
from tutor.cli import parser
from tutor.commands.start import _exam, _no_color
from tutor.store.store import Store
from tutor.study.exam import Wish
from tutor.study.learners import (
    NobodyLearned,
    learner_from,
    learner_of,
    learner_to_read,
    switch_learner,
)


@pytest.mark.parametrize(("value", "meant"), [(None, False), ("", False), ("1", True), ("0", True)])
def test_an_empty_no_color_is_not_set(
    monkeypatch: pytest.MonkeyPatch, value: str | None, meant: bool
) -> None:
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    assert _no_color() is meant
    # Textual looks for the name alone.
    assert ("NO_COLOR" in os.environ) is meant


def test_who_learns() -> None:
    with Store.in_memory(StillClock()) as store:
        with pytest.raises(NobodyLearned):
            learner_to_read(store, None)
        assert learner_of(store, None).name == "you"
        eve = learner_of(store, "Eve")
        assert learner_of(store, None).name == learner_to_read(store, None).name == "you"
        assert switch_learner(store, "eve") == eve
        assert learner_of(store, None) == learner_to_read(store, None) == eve
        assert learner_to_read(store, "YOU").name == "you"


@pytest.mark.parametrize(("named", "expected"), [(None, "Eve"), ("Ana", "Ana")])
def test_who_learns_in_a_record_that_opens_late(named: str | None, expected: str) -> None:
    with Store.in_memory(StillClock()) as store, Store.in_memory(StillClock()) as meanwhile:
        store.learner("you")
        switch_learner(store, "Eve")
        assert learner_from(store, learner_of(meanwhile, named)).name == expected


def exam_asked_for(*words: str) -> Wish | None:
    return _exam(parser().parse_args(["exam", *words]), None)


def test_an_exam_as_the_command_line_asks_for_it() -> None:
    assert exam_asked_for() == Wish()
    assert exam_asked_for("--items", "12", "--timed", "--seed", "0") == Wish(
        ask=12, timed=True, seed=0
    )
    assert exam_asked_for("--extra-time", "1.5") == Wish(timed=True, factor=1.5), "it has a limit"
    assert _exam(parser().parse_args(["review", "--cram"]), None) is None


@pytest.mark.parametrize(
    "words",
    [
        ("exam", "--items", "0"),
        ("exam", "--items", "-3"),
        ("exam", "--items", "ten"),
        ("exam", "--items", "9" * 5000),
        ("exam", "--seed", "4294967296"),
        ("exam", "--extra-time", "3"),
        ("exam", "no-such-lesson"),
        ("review", "first"),
    ],
)
def test_exams_that_make_no_sense_are_refused(footdrop: Footdrop, words: tuple[str, ...]) -> None:
    two_lines(footdrop(*words))
