"""The row of keys: what fits, and what stays when it is tight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.tui.lines import cell_len
from tutor.tui.widgets.bars import Key, fitting

QUESTION = (
    Key("1-4", "choose"),
    Key("h", "hint", "hint"),
    Key("n", "don't know", "dont_know"),
    Key("→", "skip", "skip"),
    Key("esc", "leave", "leave"),
    Key("?", "help", "help"),
)
FEEDBACK = (
    Key("enter", "next", "go_on"),
    Key("u", "undo", "undo"),
    Key("f", "flag", "flag"),
    Key("s", "sources", "sources"),
    Key("esc", "leave", "leave"),
    Key("?", "help", "help"),
)


def size(keys: tuple[Key, ...], gap: int) -> int:
    return sum(cell_len(f"{key.key} {key.verb}") for key in keys) + gap * (len(keys) - 1)


@pytest.mark.parametrize("keys", [QUESTION, FEEDBACK])
@pytest.mark.parametrize("width", range(36, 90))
def test_the_keys_fit_and_the_ways_out_stay(keys: tuple[Key, ...], width: int) -> None:
    kept, gap = fitting(keys, width)
    assert size(kept, gap) <= width
    names = [key.key for key in kept]
    for name in (keys[0].key, "esc", "?"):
        assert name in names
    assert [key for key in keys if key in kept] == list(kept)


def test_nothing_goes_while_there_is_room() -> None:
    assert fitting(QUESTION, 76)[0] == QUESTION
    assert fitting(QUESTION, size(QUESTION, 3)) == (QUESTION, 3)
    assert fitting(QUESTION, size(QUESTION, 3) - 1) == (QUESTION, 2)
    assert len(fitting(QUESTION, size(QUESTION, 2) - 1)[0]) == len(QUESTION) - 1


def test_enter_stays_also_when_it_is_not_the_first() -> None:
    keys = (Key("1-4", "tick"), Key("enter", "answer"), *QUESTION[1:])
    for width in range(30, 100):
        names = {key.key for key in fitting(keys, width)[0]}
        assert {"enter", "?"} <= names
        assert width < 41 or {"1-4", "esc"} <= names


@given(
    st.lists(st.builds(Key, st.text(max_size=6), st.text(max_size=20)), max_size=8),
    st.integers(0, 100),
)
def test_any_keys_in_any_width(keys: list[Key], width: int) -> None:
    kept, gap = fitting(keys, width)
    assert len(kept) <= 1 or size(kept, gap) <= width
    assert bool(kept) == bool(keys)
