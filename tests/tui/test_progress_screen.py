"""Progress: pictures, words, weak spots."""

from __future__ import annotations

import pytest

from tests.conftest import FixedClock, MakeDesk
from tests.study.answers import answer_all
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn, drawn_words, heading, key_names, notice, widths_hold
from tutor.course.library import Library
from tutor.study.desk import Desk
from tutor.tui import routes
from tutor.tui.app import FootdropApp
from tutor.tui.screens.history import HistoryScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.weak_spots import WeakSpotsScreen

SIZES = [(40, 12), (60, 20), (80, 24), (120, 40)]


def studied(make_desk: MakeDesk, flow: Library, quizzes: int, *, known: bool = False) -> Desk:
    clock = FixedClock()
    desk = make_desk(flow, clock=clock)
    for _ in range(quizzes):
        clock.advance(days=1)
        sitting = desk.begin_quiz("first")
        assert sitting is not None
        answer_all(sitting, known=known)
    return desk


async def opened(app: FootdropApp, pilot: object) -> ProgressScreen:
    routes.open_progress(app)
    await pilot.pause()  # type: ignore[attr-defined]
    return at(app, ProgressScreen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("quizzes", [1, 5])
async def test_it_fits_every_window(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library, size: tuple[int, int], quizzes: int
) -> None:
    app = make_app(desk=studied(make_desk, flow, quizzes))
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        widths_hold(app)
        assert "Due, next 7 days" in drawn_words(app)
        await pilot.press("t")
        widths_hold(app)
        await pilot.press("t", "w")
        widths_hold(app)
        assert at(app, WeakSpotsScreen).sheet.targets


async def test_few_scores_are_words_and_many_a_line(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    few = make_app(desk=studied(make_desk, flow, 3))
    async with few.run_test(size=(80, 24)) as pilot:
        await opened(few, pilot)
        assert "0 of 4, 0 of 4, today 0 of 4" in drawn(few)
        assert "●" not in drawn(few)


async def test_four_scores_are_drawn(make_app: MakeApp, make_desk: MakeDesk, flow: Library) -> None:
    app = make_app(desk=studied(make_desk, flow, 4, known=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        assert "●" in drawn(app)
        assert "last 4 of 4 · best 4 of 4" in drawn_words(app)
        assert heading(app).startswith("4 days studied")


async def test_the_same_numbers_as_words(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    app = make_app(desk=studied(make_desk, flow, 2))
    async with app.run_test(size=(80, 60)) as pilot:
        await opened(app, pilot)
        await pilot.press("t")
        words = drawn_words(app)
        for said in ("2 days studied", "Of 2 objectives", "0 of 4, today 0 of 4", "So far 4."):
            assert said in words
        assert "█" not in drawn(app)
        await pilot.press("t")
        assert "█" in drawn(app)


async def test_a_weak_spot_opens_the_page_that_teaches_it(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    app = make_app(desk=studied(make_desk, flow, 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await pilot.press("w")
        spots = at(app, WeakSpotsScreen)
        assert "Weak: 0 of" in drawn_words(app)
        wanted = spots.sheet.chosen
        await pilot.press("enter")
        page = at(app, LessonScreen).page
        assert page is not None
        assert page.objective == wanted
        await pilot.press("escape")
        at(app, WeakSpotsScreen)
        await pilot.press("escape")
        at(app, ProgressScreen)


async def test_its_keys_lead_to_review_and_history(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = studied(make_desk, flow, 1)
    desk.clock.advance(days=2)  # type: ignore[attr-defined]
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        assert key_names(app) == ("r", "w", "t", "h", "esc", "?")
        await pilot.press("h")
        at(app, HistoryScreen)
        await pilot.press("escape", "r")
        assert at(app, QuizScreen).sitting.session.kind == "review"


async def test_before_the_first_answer_it_says_what_will_be_here(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        assert "After your first quiz your scores stand here." in drawn_words(app)
        assert key_names(app) == ("q", "esc", "?")
        for key in ("w", "h", "t"):
            await pilot.press(key)
            at(app, ProgressScreen)
        assert notice(app)
