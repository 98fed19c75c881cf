"""The line where an answer is typed, when far too much comes."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from tests.tui.conftest import MakeApp
from tests.tui.drive import at
from tutor.tui.app import Start
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.widgets.answer_line import LONGEST, AnswerLine


class OneLine(App[None]):
    """Nothing but the line, and how often it had the bell rung."""

    bells = 0

    def compose(self) -> ComposeResult:
        yield AnswerLine()

    def bell(self) -> None:
        self.bells += 1


async def test_keys_beyond_the_longest_answer_are_dropped_in_silence() -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        line = app.query_one(AnswerLine)
        for _ in range(LONGEST + 50):
            app.post_message(events.Key("a", "a"))
        await pilot.pause()
        await pilot.press("b")
        assert line.value == "a" * LONGEST
        assert app.bells == 0
        await pilot.press("backspace", "b")
        assert line.value == "a" * (LONGEST - 1) + "b"


async def test_a_key_replaces_what_is_selected_in_a_full_line() -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        line = app.query_one(AnswerLine)
        line.value = "a" * LONGEST
        line.select_all()
        await pilot.press("b")
        assert line.value == "b"


@pytest.mark.parametrize("before", ["", "so far "])
async def test_a_long_paste_is_cut(before: str) -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        line = app.query_one(AnswerLine)
        line.value = before
        line.cursor_position = len(before)
        app.post_message(events.Paste("p" * 60_000 + "\nmore"))
        await pilot.pause()
        assert line.value == before + "p" * (LONGEST - len(before))


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("deep\nnerve", "deep"),
        ("\n", ""),
        ("", ""),
        ("de\x00e\x1b\x9bp\x07", "deep"),
        ("nervus fibularis prof\u00fcndus\u202e", "nervus fibularis prof\u00fcndus"),
    ],
)
async def test_of_a_paste_the_first_line_counts(pasted: str, value: str) -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert app.query_one(AnswerLine).value == value


async def test_the_line_lies_on_the_page_without_a_tint(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first", quiz=True))
    async with app.run_test() as pilot:
        await pilot.press("f5", "f5")
        line = at(app, QuizScreen).answer_line
        assert line.has_focus
        assert line.background_colors[1] == app.screen.background_colors[1]
