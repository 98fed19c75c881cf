"""Below the smallest size nothing is shown, so no key acts; only the way out stays."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn_words, sitting_of, type_text
from tutor.study.exam import Wish
from tutor.tui.app import Start
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.widgets.small import TooSmall

QUIZ = Start(lesson="first", quiz=True)


@pytest.mark.parametrize("size", [(39, 24), (80, 11), (1, 1)])
async def test_an_unseen_question_is_not_answered(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.press("1", "enter", "n", "h", "f", "right", "down", "space", "f4", "f1")
        assert sitting_of(app).session.events == ()
        await pilot.resize_terminal(40, 12)
        at(app, QuizScreen)
        await pilot.press("1")
        assert sitting_of(app).session.answered == 1


PLACES = [Start(), Start(lesson="first"), QUIZ, Start(exam=Wish())]


@pytest.mark.parametrize("size", [(20, 5), (80, 5), (12, 4)])
@pytest.mark.parametrize("start", PLACES)
async def test_it_says_the_size_that_the_window_has(
    make_app: MakeApp, start: Start, size: tuple[int, int]
) -> None:
    app = make_app(start=start)
    async with app.run_test(size=(80, 24)) as pilot:
        for before in (size, (80, 24), size):
            await pilot.resize_terminal(*before)
        await pilot.pause()
        assert not app.screen.show_vertical_scrollbar
        assert app.screen.query_one(TooSmall).size == size
        said = "footdrop needs 40 columns and 12 rows. This window has {} and {}.".format(*size)
        assert said.startswith(drawn_words(app))
        assert size == (12, 4) or drawn_words(app) == said


async def test_nothing_is_typed_unseen(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "f5")
        await type_text(pilot, "deep ")
        line = at(app, QuizScreen).answer_line
        await pilot.resize_terminal(30, 10)
        await type_text(pilot, "water")
        app.post_message(events.Paste("more water"))
        await pilot.press("enter")
        assert line.value == "deep "
        await pilot.resize_terminal(80, 24)
        assert line.has_focus
        await type_text(pilot, "nerve")
        await pilot.press("enter")
        assert sitting_of(app).session.outcomes["first-text"].score == 1.0


async def test_a_place_opened_unseen_can_be_left(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first"))
    async with app.run_test(size=(20, 5)) as pilot:
        assert "needs 40 columns and 12 rows" in drawn_words(app)
        await pilot.press("enter", "q")
        assert at(app, LessonScreen).index == 0
        await pilot.press("escape")
        at(app, HomeScreen)
        await pilot.press("enter", "p")
        at(app, HomeScreen)
