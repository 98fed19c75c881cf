"""On a small window the places keep their words, and say every key."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import START, FixedClock, MakeDesk
from tests.tui.conftest import MakeApp
from tests.tui.drive import Driver, at, drawn, drawn_words, widths_hold
from tests.tui.test_places import damaged
from tutor.course.library import Library
from tutor.store.model import Score
from tutor.tui.app import FootdropApp
from tutor.tui.pages.history import history_lines
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.history import HistoryScreen
from tutor.tui.screens.place import Place
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.settings import SettingsScreen
from tutor.tui.screens.trouble import TroubleScreen

SMALL = [(60, 20), (40, 12)]


def scores() -> list[Score]:
    ends = [START - timedelta(days=days) for days in (400, 30, 1, 0)]
    return [_score(end, percent) for end, percent in zip(ends, (0, 100, 60, 90), strict=True)]


def _score(ended: datetime, percent: int) -> Score:
    right = percent // 10
    return Score(1, "first", "quiz", ended, right, 10, right, 10, 754_000)


@pytest.mark.parametrize("width", [36, 38, 56, 76, 84])
def test_no_column_of_a_history_is_cut(width: int) -> None:
    lines = [line.text for line in history_lines(scores(), START.date(), width)]
    table = [line for line in lines if "%" in line and ("/10" in line or " of " in line)]
    assert len(table) == 4
    assert not any("…" in line for line in lines)
    assert all(len(line.rstrip()) <= width for line in lines)
    assert [line.rstrip().endswith("best") for line in table] == [False, False, True, False]
    assert ("10 of 10" if width >= 54 else "10/10") in table[2]
    assert table[3].index("%") == table[2].index("%")
    assert "Time" in lines[0]
    assert all("13 min" in line for line in table)


def test_the_history_of_an_old_score_has_its_year() -> None:
    assert "2025" in "".join(line.text for line in history_lines(scores(), date(2026, 11, 22), 76))


@pytest.mark.parametrize("size", SMALL)
async def test_an_empty_progress_leads_on(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("p")
        at(app, ProgressScreen)
        words = drawn_words(app)
        assert "q begins the quiz of lesson 1" in words
        assert "esc goes home" in words
        widths_hold(app)


async def test_what_is_next_scrolls_out_whole(make_app: MakeApp, shipped: Library) -> None:
    app = make_app(shipped)
    async with app.run_test(size=(40, 12)) as pilot:
        assert "Start  2 The leg" in drawn(app)
        for _ in range(8):
            await pilot.press("down")
            rows = drawn(app).splitlines()
            assert "Start  2 " in rows[2] or not any(set(row.strip()) & set("━─") for row in rows)
        assert "Start  2 " not in drawn(app)


@pytest.mark.parametrize("size", SMALL)
async def test_every_key_of_a_place_is_shown_or_in_its_help(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library, size: tuple[int, int]
) -> None:
    desk = make_desk(flow, clock=FixedClock())
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    while sitting.current is not None:
        sitting.answer(sitting.current, None)
    app = make_app(desk=desk)
    async with app.run_test(size=size) as pilot:
        for key, kind in (("p", ProgressScreen), ("s", SettingsScreen)):
            await pilot.press(key)
            await says_its_keys(app, pilot, at(app, kind))
            await pilot.press("escape")
        await pilot.press("p", "h", "enter")
        await says_its_keys(app, pilot, at(app, HistoryScreen))


@pytest.mark.parametrize("size", SMALL)
async def test_trouble_shows_all_ways_out(
    make_desk: MakeDesk, flow: Library, tmp_path: Path, size: tuple[int, int]
) -> None:
    desk, start = damaged(make_desk, flow, tmp_path)
    app = FootdropApp(desk, start)
    try:
        async with app.run_test(size=size) as pilot:
            screen = at(app, TroubleScreen)
            for way in ("Restore the backup of", "Begin a new", "Try to open", "Learn", "Quit"):
                assert f"▌ {way}" in drawn(app)
                await pilot.press("down")
            await says_its_keys(app, pilot, screen)
    finally:
        app.desk.store.close()


async def says_its_keys(app: FootdropApp, pilot: Driver, screen: Place) -> None:
    """`?` is in sight, and help names each key of the place."""
    assert drawn(app).splitlines()[-1].split()[-1] in ("?", "help")
    keys = [key.key for key in screen.key_bar.keys]
    await pilot.press("question_mark")
    help = at(app, HelpScreen)
    told = " ".join(line.text for line in help._lines(200, 99))
    for key in keys:
        assert f"{key} " in told, key
    await pilot.press("escape")
