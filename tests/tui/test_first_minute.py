"""The first minute shows a question as a quiz does, at every size."""

from __future__ import annotations

import re

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.drive import Driver, at, drawn, drawn_words, key_names, widths_hold
from tutor.course.items import Single
from tutor.quiz.shuffle import shown_order
from tutor.tui.app import FootdropApp
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.welcome import WelcomeScreen

SIZES = ((120, 40), (80, 24), (60, 20), (40, 12))
WRITTEN = ["common", "tibial", "sural"]


async def ask(pilot: Driver) -> list[str]:
    """To the question; the ids of its options as they are shown."""
    await pilot.press("enter")
    screen = pilot.app.screen
    assert isinstance(screen, WelcomeScreen)
    return [option.id for option in screen.options]


async def test_the_options_are_mixed_by_the_seed_as_in_a_quiz(make_app: MakeApp) -> None:
    orders = []
    for seed in range(8):
        app = make_app(first=True, seed=seed, home=f"home-{seed}")
        async with app.run_test(size=(80, 24)) as pilot:
            order = await ask(pilot)
            item = at(app, WelcomeScreen).item
            assert item is not None
            assert order == list(shown_order(item, seed))
            orders.append(order)
    assert all(sorted(one) == sorted(WRITTEN) for one in orders)
    assert any(one[0] != "common" for one in orders)


@pytest.mark.parametrize("number", [1, 2, 3])
async def test_the_feedback_is_of_the_option_that_was_shown(make_app: MakeApp, number: int) -> None:
    app = make_app(first=True, seed=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot)
        item, shown = at(app, WelcomeScreen).item, at(app, WelcomeScreen).options
        assert item is not None
        assert isinstance(item.body, Single)
        for digit, option in enumerate(shown, 1):
            assert re.search(rf"{digit} +{option.text}$", drawn(app), re.M)
        await pilot.press(str(number))
        text = drawn(app)
        mine = shown[number - 1]
        for digit, option in enumerate(shown, 1):
            sign = "✓" if option.right else "✗" if option is mine else " "
            assert re.search(rf"^ *{sign} +{digit}  {option.text} ", text, re.M), text
            assert option.why in drawn_words(app)
        assert "your answer" in text
        assert "Which nerve is hurt?" in text
        assert "whole question" not in text  # no key of this page


@pytest.mark.parametrize("size", SIZES)
async def test_every_step_shows_its_keys_and_help(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(first=True)
    async with app.run_test(size=size) as pilot:
        for keys in ([], ["enter"], ["1"]):
            await pilot.press(*keys)
            assert "?" in key_names(app)
            widths_hold(app)
            last = drawn(app).splitlines()[-1]
            for key in ("enter", "?"):
                assert key in last
            await pilot.press("question_mark")
            at(app, HelpScreen)
            await pilot.press("escape")
            at(app, WelcomeScreen)
        await to_home(app, pilot)


async def to_home(app: FootdropApp, pilot: Driver) -> None:
    """Enter turns the pages of the feedback, then goes Home."""
    for _ in range(9):
        if isinstance(app.screen, HomeScreen):
            return
        await pilot.press("enter")
    at(app, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_all_options_are_in_sight(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(first=True)
    async with app.run_test(size=size) as pilot:
        await ask(pilot)
        for option in at(app, WelcomeScreen).options:
            assert option.text in drawn(app)
