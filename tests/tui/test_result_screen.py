"""The result of a quiz: what it says of each answer, and that nobody runs through it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.conftest import FixedClock, MakeDesk
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, burst, click_text, drawn_words, notice, sitting_of
from tests.tui.test_quiz_flow import QUIZ
from tutor.course.library import Library
from tutor.tui.app import FootdropApp
from tutor.tui.screens.answers import AnswersScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import HELD_SECONDS, ResultScreen

RIGHT = {
    "first-single": {"option": "common"},
    "first-multi": {"options": ["a", "b"]},
    "first-text": {"text": "deep nerve"},
    "first-number": {"text": "90"},
}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def app(make_app: MakeApp, make_desk: MakeDesk, flow: Library, clock: FixedClock) -> FootdropApp:
    return make_app(desk=make_desk(flow, clock=clock), start=QUIZ)


async def answer(pilot: Pilot[None], **others: object) -> None:
    """Answer all but the last question rightly, but for the `others`; then that one by a key."""
    sitting = sitting_of(pilot.app)  # type: ignore[arg-type]
    given = {**RIGHT, **{f"first-{key}": value for key, value in others.items()}}
    *most, last = sitting.session.items
    for item in most:
        sitting.answer(item, given[item.id])  # type: ignore[arg-type]
    screen = at(pilot.app, QuizScreen)  # type: ignore[arg-type]
    screen._show_question()
    screen._answer(given[last.id])  # type: ignore[arg-type]
    await pilot.pause()
    await pilot.press("enter")
    at(pilot.app, ResultScreen)  # type: ignore[arg-type]


async def test_who_has_not_passed_is_told_the_mark(app: FootdropApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot, single=None, multi=None)
        words = drawn_words(app)
        assert "Not yet" in words
        assert "The mark is 80%." in words  # one question weighs less than the others


async def test_who_has_passed_is_not_told_the_mark(app: FootdropApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot)
        assert "Passed" in drawn_words(app)
        assert "The mark" not in drawn_words(app)


async def test_enter_held_down_stays_on_the_result(app: FootdropApp, clock: FixedClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot)
        await burst(pilot, ["enter"] * 40)
        at(app, ResultScreen)
        assert "once more" in notice(app)
        assert app.notices == [notice(app)]
        for _ in range(10):  # as a keyboard repeats
            clock.advance(seconds=HELD_SECONDS / 2)
            await pilot.press("enter")
        at(app, ResultScreen)
        clock.advance(seconds=HELD_SECONDS)
        await pilot.press("enter")
        assert at(app, LessonScreen).index == 0


async def test_whoever_presses_another_key_holds_enter_no_longer(app: FootdropApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot)
        await pilot.press("down", "enter")
        at(app, LessonScreen)


async def test_a_click_goes_on_at_once(app: FootdropApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot)
        await click_text(pilot, "enter next")
        at(app, LessonScreen)


async def test_enter_held_down_reads_a_long_result_to_its_end(app: FootdropApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await answer(pilot, single=None, number=None)
        sheet = at(app, ResultScreen).sheet
        assert sheet.more_below
        await burst(pilot, ["enter"] * 40)
        assert at(app, ResultScreen).sheet is sheet
        assert not sheet.more_below


async def test_the_mouse_goes_from_the_result_through_the_answers(app: FootdropApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot, single={"option": "tibial"})
        await click_text(pilot, "a answers")
        await click_text(pilot, "Which nerve is hurt?")
        assert at(app, AnswersScreen).index == 0
        assert "It pushes down." in drawn_words(app)
        await click_text(pilot, "enter next")
        assert at(app, AnswersScreen).index == 1
        await click_text(pilot, "esc list")
        await click_text(pilot, "esc back")
        await click_text(pilot, "m retry missed")
        assert [item.id for item in sitting_of(app).session.items] == ["first-single"]
        await click_text(pilot, "esc leave")
        at(app, HomeScreen)


async def test_no_answer_has_its_own_sign_in_the_list_too(app: FootdropApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await answer(pilot, single=None, multi={"options": ["c"]}, number={"text": "94"})
        for words in ("○ 1 Which nerve", "✗ 2 Which lift", "✓ 3 Type the", "▽ 4 How many"):
            assert words in drawn_words(app)
        await pilot.press("a")
        assert "○ 1 Which nerve" in drawn_words(app)


@pytest.mark.parametrize(
    ("others", "told"), [({"multi": None}, False), ({"number": {"text": "94"}}, True)]
)
async def test_points_are_told_where_an_answer_counted_in_part(
    app: FootdropApp, others: dict[str, object], told: bool
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot, **others)
        # The first question weighs half, so points and right answers differ anyway.
        assert ("parts that counted" in drawn_words(app)) is told
