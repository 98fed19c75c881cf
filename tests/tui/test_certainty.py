"""How sure? Asked after the choice, before anything is graded; and the learner's own words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from tests.conftest import FixedClock, MakeDesk
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, click_text, drawn_words, heading, key_names, notice, type_text
from tests.tui.test_quiz_flow import FullDisk
from tutor.course.library import Library
from tutor.quiz.event import Kind
from tutor.study.desk import Desk
from tutor.study.habits import set_certainty
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import ResultScreen
from tutor.tui.widgets.sureness import Sureness

ASKED = "How sure are you?"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def desk(make_desk: MakeDesk, flow: Library, clock: FixedClock) -> Desk:
    """Whose learner has finished a first quiz the day before."""
    desk = make_desk(flow, clock=clock)
    sitting = desk.begin_quiz("second")
    assert sitting is not None
    while (item := sitting.current) is not None:
        sitting.answer(item, None)
    clock.advance(days=1)
    return desk


async def begin(pilot: Pilot[None], desk: Desk, *types: str, kind: str = "quiz") -> QuizScreen:
    items = desk.library.items()
    lesson = "first" if kind in ("quiz", "retry") else ""
    sitting = desk.begin(kind, lesson, tuple(items[f"first-{type}"] for type in types))
    assert sitting is not None
    screen = QuizScreen(sitting)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


def digit(screen: QuizScreen, option: str) -> str:
    assert screen.sitting.current is not None
    shown = screen.sitting.shown_options(screen.sitting.current)
    return str([one.id for one in shown].index(option) + 1)


async def test_nothing_is_graded_before_it_is_said(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press(digit(screen, "common"))
        assert ASKED in drawn_words(app)
        assert "1 guessing +1/0 2 fairly sure +2/-2 3 certain +3/-6" in drawn_words(app)
        assert "your choice" in drawn_words(app)
        assert screen.sitting.session.events == ()
        await pilot.press("enter")  # none is chosen at first
        assert "1, 2 or 3" in notice(app)
        assert screen.sitting.session.events == ()
        await pilot.press("2")
        (event,) = screen.sitting.session.events
        assert (event.kind, event.certainty, event.score) == (Kind.ANSWERED, 2, 1.0)


async def test_escape_chooses_again(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press(digit(screen, "tibial"), "escape")
        assert ASKED not in drawn_words(app)
        assert app.screen is screen
        assert screen.sheet.chosen == "tibial"
        await pilot.press(digit(screen, "common"), "3")
        assert screen.sitting.session.outcomes["first-single"].response == {"option": "common"}


async def test_arrows_choose_and_enter_answers(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press("1", "right", "right", "left", "enter")
        assert screen.sitting.session.outcomes["first-single"].certainty == 1


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_mouse_says_it_too(make_app: MakeApp, desk: Desk, size: tuple[int, int]) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=size) as pilot:
        screen = await begin(pilot, desk, "single")
        await click_text(pilot, "Tibial")
        await click_text(pilot, "Common")  # another choice, in its place
        await click_text(pilot, "certain")
        outcome = screen.sitting.session.outcomes["first-single"]
        assert (outcome.response, outcome.certainty) == ({"option": "common"}, 3)


async def test_a_typed_answer_stays_in_its_line(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "text")
        await type_text(pilot, "deep nerve")
        await pilot.press("enter")
        assert ASKED in drawn_words(app)
        assert "deep nerve" in drawn_words(app)
        await pilot.press("escape")
        assert app.focused is screen.answer_line
        assert screen.answer_line.value == "deep nerve"
        await pilot.press("enter", "1")
        assert screen.sitting.session.outcomes["first-text"].certainty == 1


async def test_what_cannot_be_graded_yet_comes_before_it(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "number")
        await type_text(pilot, "many")
        await pilot.press("enter")
        assert ASKED not in drawn_words(app)
        assert "Type a number" in drawn_words(app)
        assert not screen.sureness.display


async def test_dont_know_is_not_asked(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press("n")
        assert screen.sitting.session.outcomes["first-single"].certainty is None


async def test_not_in_the_first_quiz_of_a_course(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press("1")
        assert screen.looking == "first-single"


@pytest.mark.parametrize("kind", ["pretest", "cram"])
async def test_not_where_it_would_count_for_nothing(
    make_app: MakeApp, desk: Desk, kind: str
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single", kind=kind)
        await pilot.press("1")
        assert screen.looking == "first-single"


async def test_not_where_the_learner_has_turned_it_off(make_app: MakeApp, desk: Desk) -> None:
    set_certainty(desk.store, desk.learner.id, False)
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press("1")
        assert screen.looking == "first-single"


async def test_an_answer_not_saved_is_given_again_with_its_certainty(
    make_app: MakeApp, desk: Desk
) -> None:
    store = FullDisk(desk.store.record)
    app = make_app(desk=desk._replace(store=store))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, app.desk, "single")
        await pilot.press("1", "3")
        assert "not saved" in drawn_words(app)
        store.full = False
        await pilot.press("r")
        assert screen.sitting.session.outcomes["first-single"].certainty == 3


async def test_the_words_for_right_by_guessing(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press(digit(screen, "common"), "1")
        assert "Right, and you were guessing: it returns tomorrow." in drawn_words(app)


async def test_the_words_for_wrong_and_certain_and_where_it_stands_on_the_result(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        await pilot.press(digit(screen, "tibial"), "3")
        words = "Not this one. You were certain, so it returns today and tomorrow."
        assert words in drawn_words(app)
        await pilot.press("enter")
        at(app, ResultScreen)
        assert "Sure and wrong 1 Which nerve is hurt?" in drawn_words(app)


def test_the_pieces_of_the_row_never_leave_the_window() -> None:
    row = Sureness()
    for width in range(36, 85):
        rows = row._placed(width)
        assert {one for line in rows for _, one in line} == {0, 1, 2, 3}
        assert len(rows) == row.rows_for(width) <= 3


# -- the learner's own verdict and words ---------------------------------------------------------


async def test_the_verdict_on_a_typed_answer_is_changed_and_changed_back(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "text")
        await type_text(pilot, "something")
        await pilot.press("enter")
        assert "o I was right" in drawn_words(app)
        await pilot.press("o")
        assert "own verdict" in notice(app)
        assert "✓ Right. This is your own verdict" in drawn_words(app)
        outcome = screen.sitting.session.outcomes["first-text"]
        assert (outcome.score, outcome.overridden) == (1.0, True)
        await pilot.press("o")
        assert screen.sitting.session.outcomes["first-text"].score == 0.0
    kinds = [one.kind for one in desk.store.events(screen.sitting.id or 0)]
    assert kinds == [Kind.ANSWERED, Kind.OVERRIDDEN, Kind.OVERRIDDEN]


async def test_a_chosen_answer_has_no_verdict_to_change(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, app.desk, "single")
        await pilot.press("o", "1")
        assert "o" not in key_names(app)
        await pilot.press("o")
        assert "typed answer" in notice(app)
        assert len(screen.sitting.session.events) == 1


@pytest.mark.parametrize(("key", "kind"), [("w", "note"), ("d", "report")])
async def test_a_note_and_a_report(make_app: MakeApp, key: str, kind: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app.desk, "single")
        await pilot.press("n", key)
        await type_text(pilot, "look at this")
        await pilot.press("enter")
        (kept,) = app.desk.store.notes(app.desk.learner.id, app.desk.library.header.id)
        assert (kept.item, kept.kind, kept.text) == ("first-single", kind, "look at this")
        assert ("Your note look at this" in drawn_words(app)) is (kind == "note")
        await pilot.press("f")  # the keys are keys again
        assert "flagged" in heading(app)


async def test_escape_drops_what_was_written(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, app.desk, "single")
        await pilot.press("n", "w")
        await type_text(pilot, "not this")
        await pilot.press("escape")
        assert app.screen is screen
        assert "not this" not in drawn_words(app)
        await pilot.press("w", "enter")  # nothing written
        assert not app.desk.store.notes(app.desk.learner.id, app.desk.library.header.id)


# -- sessions without a lesson -------------------------------------------------------------------


async def test_a_review_brings_back_what_was_not_known(
    make_app: MakeApp, desk: Desk, clock: FixedClock
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single", "multi", kind="review")
        assert "Review" in drawn_words(app)
        await pilot.press(digit(screen, "tibial"), "3", "enter")
        await pilot.press(digit(screen, "a"), digit(screen, "b"), "enter", "2", "enter")
        assert heading(app) == "once more · 1 of 2"
        await pilot.press(digit(screen, "common"))
        assert ASKED not in drawn_words(app)  # practice
        assert "✓ Right." in drawn_words(app)
        assert "u" not in key_names(app)
        await pilot.press("enter")
        page = at(app, ResultScreen).page
        assert page.result.right == 1
        words = drawn_words(app)
        assert "Reviewed" in words
        assert "Sure and wrong 1 Which nerve is hurt?" in words
        assert "3 cards still to review today." in words
        await pilot.press("a", "enter")
        assert "Not this one." in drawn_words(app)  # the answer that counts
    assert clock.now() - FixedClock().now() == timedelta(days=1)


async def test_a_pretest_says_right_or_not_and_what_may_be_skimmed(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single", kind="pretest")
        assert "Pre-test" in drawn_words(app)
        await pilot.press(digit(screen, "tibial"))
        words = drawn_words(app)
        assert "Not this one." in words
        assert "Right Common nerve" in words
        assert "The common nerve lifts the foot." not in words
        await pilot.press("enter")
        at(app, ResultScreen)
        assert "1 The first lesson 1 missed: read it" in drawn_words(app)
        assert "m" not in key_names(app)
        await pilot.press("escape")
        screen = await begin(pilot, desk, "single", kind="pretest")
        await pilot.press(digit(screen, "common"), "enter")
        assert "you may skim it" in drawn_words(app)


async def test_what_was_missed_in_a_review_is_retried(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, desk, "single", kind="review")
        while not isinstance(app.screen, ResultScreen):
            await pilot.press("n", "enter")
        await pilot.press("m")
        session = at(app, QuizScreen).sitting.session
        assert (session.kind, [item.id for item in session.items]) == ("retry", ["first-single"])


@pytest.mark.parametrize("away", [False, True])
async def test_the_time_of_an_answer_counts_only_while_it_was_looked_at(
    make_app: MakeApp, desk: Desk, clock: FixedClock, *, away: bool
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "single")
        if away:
            app.app_focus = False
            await pilot.pause()
            app.app_focus = True
            await pilot.pause()
        clock.advance(seconds=9)
        await pilot.press(digit(screen, "common"), "3")
        (timed,) = desk.store.record.row(
            "SELECT timed FROM event WHERE kind = 'answered' ORDER BY row DESC LIMIT 1"
        ) or (None,)
        assert timed == (not away)
