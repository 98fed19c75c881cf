"""The row of keys: what fits, and what stays when it is tight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn_words
from tutor.tui.app import Start
from tutor.tui.lines import cell_len
from tutor.tui.screens.quiz import QuizScreen
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


TICKING = (
    Key("1-5", "tick", stands_above=True),
    Key("enter", "answer", "go_on"),
    *QUESTION[1:],
)
RESULT = (
    Key("enter", "read again", "go_on", short="read"),
    Key("m", "retry missed", "retry", short="retry"),
    Key("a", "answers", "answers"),
    Key("1-2", "read", "read(1)", stands_above=True),
    Key("esc", "home", "leave"),
    Key("?", "help", "help"),
)


def size(keys: Sequence[Key], gap: int) -> int:
    return sum(cell_len(f"{key.key} {key.verb}".rstrip()) for key in keys) + gap * (len(keys) - 1)


def names(keys: Iterable[Key]) -> list[str]:
    return [key.key for key in keys]


@pytest.mark.parametrize("keys", [QUESTION, FEEDBACK, TICKING, RESULT])
@pytest.mark.parametrize("width", range(36, 90))
def test_the_keys_fit_and_the_ways_out_stay(keys: tuple[Key, ...], width: int) -> None:
    kept, gap = fitting(keys, width)
    assert size(kept, gap) <= width
    for name in ("esc", "?", *({"enter"} & set(names(keys)))):
        assert name in names(kept)
    if not keys[0].stands_above:
        assert keys[0].key in names(kept)
    assert [name for name in names(keys) if name in names(kept)] == names(kept)


def test_nothing_goes_while_there_is_room() -> None:
    assert fitting(QUESTION, 76) == (QUESTION, 3)
    assert fitting(QUESTION, size(QUESTION, 3)) == (QUESTION, 3)
    assert fitting(QUESTION, size(QUESTION, 3) - 1) == (QUESTION, 2)


def test_verbs_go_before_keys() -> None:
    tight, gap = fitting(QUESTION, size(QUESTION, 2) - 1)
    assert (names(tight), gap) == (names(QUESTION), 2)
    assert [key.verb for key in tight][-2:] == ["leave", ""]
    tighter, _ = fitting(QUESTION, size(tight, 2) - 1)
    assert names(tighter) == names(QUESTION)
    assert [key.verb for key in tighter][-2:] == ["", ""]
    assert len(fitting(QUESTION, size(tighter, 2) - 1)[0]) == len(QUESTION) - 1


def test_what_stands_on_the_page_too_goes_first() -> None:
    narrow = [size(TICKING, 3), size(TICKING, 2)]
    assert [fitting(TICKING, width)[0] for width in narrow] == [TICKING, TICKING]
    for width in range(30, 56):
        kept = names(fitting(TICKING, width)[0])
        assert "1-5" not in kept
        assert {"enter", "esc", "?"} <= set(kept)


def test_on_the_smallest_window_the_result_offers_all_that_its_page_does_not() -> None:
    kept, gap = fitting(RESULT, 38)
    assert size(kept, gap) <= 38
    assert [f"{key.key} {key.verb}".rstrip() for key in kept] == [
        "enter read",
        "m retry",
        "a answers",
        "esc",
        "?",
    ]


@given(
    st.lists(
        st.builds(
            Key,
            st.text(max_size=6),
            st.text(max_size=20),
            short=st.text(max_size=8),
            stands_above=st.booleans(),
        ),
        max_size=8,
    ),
    st.integers(0, 100),
)
def test_any_keys_in_any_width(keys: list[Key], width: int) -> None:
    kept, gap = fitting(keys, width)
    shown = sum(cell_len(key.key) + (1 + cell_len(key.verb) if key.verb else 0) for key in kept)
    assert len(kept) <= 1 or shown + gap * (len(kept) - 1) <= width
    assert bool(kept) == bool(keys)


async def test_a_long_notice_takes_rows_and_gives_them_back(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first", quiz=True))
    async with app.run_test(size=(60, 15)) as pilot:
        screen = at(app, QuizScreen)
        rows = screen.sheet.size.height
        screen.problem("This takes " + "many " * 14 + "rows of a narrow window.")
        await pilot.pause()
        assert (screen.key_bar.size.height, screen.sheet.size.height) == (3, rows - 2)
        await pilot.resize_terminal(40, 15)
        assert screen.key_bar.size.height == 4
        assert "many rows of a narrow window." in drawn_words(app)
        screen.problem("A short one.")
        await pilot.pause()
        assert screen.key_bar.size.height == 2
        assert "A short one." in drawn_words(app)
        screen.clear_notice()
        await pilot.pause()
        assert (screen.key_bar.size.height, screen.sheet.size.height) == (1, rows)
