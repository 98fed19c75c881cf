"""A key that comes twice before it is acted on does its work once, and nothing ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeDesk
from tests.course.build import edit, small_course
from tests.tui.conftest import MakeApp
from tests.tui.drive import Driver, at, burst
from tests.tui.test_places import damaged
from tutor.course.library import Library
from tutor.tui.app import FootdropApp
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.settings import SettingsScreen
from tutor.tui.screens.welcome import WelcomeScreen

SIZE = (80, 24)


async def twice(app: FootdropApp, pilot: Driver, keys: list[str]) -> None:
    """All keys but the last one by one, that one five times at once."""
    await pilot.press(*keys[:-1])
    await burst(pilot, keys[-1:] * 5)
    await pilot.pause()
    assert app.is_running


@pytest.mark.parametrize("keys", [["down", "enter"], ["escape"], ["enter", "1", "enter"]])
async def test_the_first_minute_is_left_once(make_app: MakeApp, keys: list[str]) -> None:
    app = make_app(first=True)
    async with app.run_test(size=SIZE) as pilot:
        await twice(app, pilot, keys)
        assert isinstance(app.screen_stack[0], HomeScreen)


async def test_the_question_of_the_first_minute_stays_as_it_was_mixed(make_app: MakeApp) -> None:
    app = make_app(first=True)
    async with app.run_test(size=SIZE) as pilot:
        screen = at(app, WelcomeScreen)
        seeds = iter(range(9))
        app.desk = app.desk._replace(new_seed=lambda: next(seeds))
        await burst(pilot, ["enter"] * 2)
        await pilot.pause()
        assert screen.step > 1
        assert next(seeds) == 1


async def test_an_option_may_have_the_name_of_a_step(make_app: MakeApp, tmp_path: Path) -> None:
    root = small_course(tmp_path / "course")
    for name in ("01-first", "02-second"):
        edit(root, f"quizzes/{name}.yaml", "id: common", "id: start")
        edit(root, f"quizzes/{name}.yaml", "id: tibial", "id: course")
    for digit in "123":
        app = make_app(root, first=True, home=f"home-{digit}")
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("enter", *["down"] * (int(digit) - 1), "enter")
            assert at(app, WelcomeScreen).step == 3


@pytest.mark.parametrize("downs", [0, 1, 2, 3])
async def test_trouble_is_left_once(
    make_desk: MakeDesk, flow: Library, tmp_path: Path, downs: int
) -> None:
    desk, start = damaged(make_desk, flow, tmp_path)
    app = FootdropApp(desk, start)
    try:
        async with app.run_test(size=SIZE) as pilot:
            await twice(app, pilot, [*["down"] * downs, "enter"])
            assert isinstance(app.screen_stack[0], HomeScreen)
    finally:
        app.desk.store.close()


async def test_the_first_minute_opens_once_from_settings(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "end")
        at(app, SettingsScreen)
        await burst(pilot, ["enter"] * 2)
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack].count(WelcomeScreen) == 1
