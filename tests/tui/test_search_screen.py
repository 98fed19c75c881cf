"""Search and glossary."""

from __future__ import annotations

import pytest

from tests.conftest import MakeDesk
from tests.study.answers import answer_all
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn, drawn_words, heading, notice, type_text, widths_hold
from tutor.course.library import Library
from tutor.tui import routes
from tutor.tui.app import Start
from tutor.tui.screens.glossary import GlossaryScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.terms import EntryScreen, TermsScreen

SIZE = (80, 24)
SIZES = [(40, 12), (60, 20), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_search_fits_every_window(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash")
        at(app, SearchScreen)
        widths_hold(app)
        await type_text(pilot, "neck")
        assert "▌" in drawn(app)
        widths_hold(app)
        await type_text(pilot, "zzzz")
        assert "No match for 'neckzzzz'." in drawn_words(app)
        widths_hold(app)


async def test_enter_opens_the_page_and_escape_comes_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "last lines")
        await pilot.press("enter")
        assert at(app, LessonScreen).index == 2
        await pilot.press("escape")
        assert at(app, SearchScreen).line.value == "last lines"
        await pilot.press("escape")
        at(app, HomeScreen)


async def test_a_term_is_shown_below_and_opens(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "neck of")
        assert "The part below the head." in drawn_words(app)
        await pilot.press("enter")
        assert "FIB-yoo-lar" in drawn_words(app)
        at(app, EntryScreen)


async def test_a_word_that_is_close_can_be_taken(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "fibulra")
        assert "No match for 'fibulra'. Close to it: ▌ fibula" in drawn_words(app)
        await pilot.press("enter")
        screen = at(app, SearchScreen)
        assert screen.line.value == "fibula"
        assert screen.found.hits


async def test_only_one_group_and_all_again(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "neck")
        screen = at(app, SearchScreen)
        groups = {hit.where for hit in screen.found.hits}
        assert len(groups) > 1
        await pilot.press("tab")
        assert "glossary" in heading(app)
        assert "Lessons" not in drawn(app)
        for _ in groups:
            await pilot.press("tab")
        assert screen.only is None


async def test_an_answered_question_is_shown_with_why_and_notes(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    app = make_app(desk=desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "degrees")
        assert "Questions" not in drawn(app)
        await pilot.press("escape")
        sitting = desk.begin_quiz("first")
        assert sitting is not None
        answer_all(sitting)
        desk.store.add_note(desk.learner.id, flow.header.id, "first-number", "note", "a zebra")
        await pilot.press("slash")
        await type_text(pilot, "zebra")
        await pilot.press("enter")
        at(app, EntryScreen)
        assert "Right: " in drawn_words(app)
        assert "Your note: a zebra" in drawn_words(app)


async def test_a_question_that_is_open_is_not_looked_up(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first", quiz=True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        at(app, QuizScreen)
        assert "after the answer" in notice(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_glossary_narrows_as_one_types(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        routes.open_glossary(app)
        await pilot.pause()
        screen = at(app, GlossaryScreen)
        every = len(screen.terms)
        assert every == len(app.desk.library.glossary())
        widths_hold(app)
        await type_text(pilot, "neck")
        assert [term.id for term in screen.terms] == ["fibular-neck"]
        widths_hold(app)
        await pilot.press("enter")
        at(app, TermsScreen)
        assert "The part below the head." in drawn_words(app)
        await pilot.press("escape", *["backspace"] * 4)
        assert len(screen.terms) == every


async def test_the_terms_of_a_page_lead_to_all_terms(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g")
        at(app, TermsScreen)
        await pilot.press("g")
        at(app, GlossaryScreen)
        await pilot.press("escape", "escape")
        at(app, LessonScreen)
