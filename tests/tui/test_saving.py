"""An answer that cannot be saved waits, and comes again with the key that is named."""

from __future__ import annotations

import pytest

from tests.conftest import MakeDesk
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn_words, key_names, type_text
from tests.tui.test_quiz_flow import QUIZ, FullDisk, digit_of, skip_to
from tutor.course.library import Library
from tutor.tui.app import FootdropApp
from tutor.tui.screens.quiz import QuizScreen

MakeFull = tuple[FootdropApp, FullDisk]


@pytest.fixture
def full(make_app: MakeApp, make_desk: MakeDesk, flow: Library) -> MakeFull:
    """An app at the first quiz, and its record, which has room until `full` is set."""
    desk = make_desk(flow)
    store = FullDisk(desk.store.record)
    store.full = False
    return make_app(desk=desk._replace(store=store), start=QUIZ), store


async def test_enter_gives_dont_know_again_and_not_the_empty_line(full: MakeFull) -> None:
    app, store = full
    async with app.run_test(size=(80, 24)) as pilot:
        await skip_to(pilot, "first-text")
        screen = at(app, QuizScreen)
        store.full = True
        await pilot.press("f4")
        assert "Then press enter." in drawn_words(app)
        await pilot.press("enter")
        assert "not saved" in drawn_words(app)
        store.full = False
        await pilot.press("enter")
        outcome = screen.sitting.session.outcomes["first-text"]
        assert outcome.response is None
        assert "No answer. Here is why." in drawn_words(app)


async def test_dont_know_comes_again_beside_a_half_typed_answer(full: MakeFull) -> None:
    app, store = full
    async with app.run_test(size=(80, 24)) as pilot:
        await skip_to(pilot, "first-text")
        await type_text(pilot, "deep")
        store.full = True
        await pilot.press("f4")
        store.full = False
        await pilot.press("enter")
        assert at(app, QuizScreen).sitting.session.outcomes["first-text"].response is None


async def test_what_is_typed_after_the_failure_is_the_answer(full: MakeFull) -> None:
    app, store = full
    async with app.run_test(size=(80, 24)) as pilot:
        await skip_to(pilot, "first-text")
        store.full = True
        await pilot.press("f4")
        store.full = False
        await type_text(pilot, "deep nerve")
        await pilot.press("enter")
        assert at(app, QuizScreen).sitting.session.outcomes["first-text"].score == 1.0


async def test_the_keys_offer_to_save_again_until_it_is_saved(full: MakeFull) -> None:
    app, store = full
    async with app.run_test(size=(80, 24)) as pilot:
        screen = at(app, QuizScreen)
        await pilot.press("r")  # nothing waits
        assert screen.looking is None
        store.full = True
        await pilot.press(digit_of(app, "common"))
        assert "r" in key_names(app)
        store.full = False
        await pilot.press("r")
        assert screen.looking == "first-single"
        await pilot.press("enter")
        assert "r" not in key_names(app)
        assert "not saved" not in drawn_words(app)


async def test_the_footer_answers_a_typed_question_as_enter_does(full: MakeFull) -> None:
    app, _ = full
    async with app.run_test(size=(80, 24)) as pilot:
        await skip_to(pilot, "first-text")
        await type_text(pilot, "deep nerve")
        await at(app, QuizScreen).run_action("go_on")
        assert at(app, QuizScreen).looking == "first-text"
