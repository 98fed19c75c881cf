"""What the tutor takes from the environment and the record at its start."""

from __future__ import annotations

import os

import pytest

from tests.store.make import StillClock
from tutor.commands.start import _no_color
from tutor.store.store import Store
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
