"""An exam from the page where it is set up to the review of its answers, key by key."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.conftest import FixedClock, MakeDesk
from tests.study.answers import right_answer
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn, drawn_words, heading, key_names, notice, type_text
from tutor.course.library import Library
from tutor.quiz.event import Kind
from tutor.store.errors import RecordFull
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.exam import Wish, begin_exam
from tutor.study.habits import set_certainty
from tutor.study.sitting import Sitting
from tutor.tui.app import FootdropApp, Start
from tutor.tui.pages.exam import HAND_IN
from tutor.tui.screens.answers import AnswersScreen
from tutor.tui.screens.exam import ExamScreen
from tutor.tui.screens.exam_result import ExamResultScreen
from tutor.tui.screens.exam_start import ExamStartScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.quiz import QuizScreen

LESSON = Wish(lesson="first", ask=4)


def sitting_of(app: FootdropApp) -> Sitting:
    screen = app.screen
    assert isinstance(screen, ExamScreen | ExamResultScreen), drawn(app)
    return screen.sitting


def asked(app: FootdropApp) -> str:
    """The id of the question in sight."""
    question = at(app, ExamScreen).question
    assert question is not None, "the list is shown"
    return question.item.id


async def go_to(pilot: Pilot[None], item: str) -> None:
    """Over the list to a question."""
    app = pilot.app
    assert isinstance(app, FootdropApp)
    await pilot.press("f8")
    screen = at(app, ExamScreen)
    screen.sheet.chosen = item
    await pilot.press("enter")
    assert asked(app) == item


def exam_of(desk: Desk, **wish: object) -> Sitting:
    """An exam with something in it, left open."""
    sitting = begin_exam(desk, "first", ask=4, **wish)  # type: ignore[arg-type]
    assert sitting is not None
    item = sitting.session.items[1]
    sitting.choose(item, right_answer(item), 2)
    return sitting


@pytest.fixture
def sure_is_not_asked(make_desk: MakeDesk, flow: Library) -> Desk:
    desk = make_desk(flow)
    set_certainty(desk.store, desk.learner.id, False)
    return desk


# -- the page where it is set up ---------------------------------------------------------------


async def test_the_blueprint_follows_what_is_chosen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        screen = at(app, ExamStartScreen)
        assert "the whole course" in drawn(app)
        assert "What it asks" in drawn(app)
        assert "Extra time" not in drawn(app)
        screen.sheet.chosen = "over"
        await pilot.press("right")
        assert screen.wish.lesson == "first"
        most = "4 questions, any time"
        assert most in drawn_words(app)
        screen.sheet.chosen = "timed"
        await pilot.press("enter")
        assert "4 questions, 6 min" in drawn_words(app)
        screen.sheet.chosen = "factor"
        await pilot.press("left")
        assert screen.wish.factor == 2.0
        assert "4 questions, 12 min" in drawn_words(app)
        await pilot.press("escape")
        at(app, HomeScreen)
    assert app.desk.left_open() == ()


async def test_an_exam_left_open_is_offered_first(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    before = exam_of(desk)
    app = make_app(desk=desk, start=Start(exam=Wish()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "1 of 4 answered" in drawn(app)
        await pilot.press("enter")
        assert sitting_of(app).id == before.id
        await pilot.press("escape")
        at(app, HomeScreen)
        assert "1 of 4 answered" in drawn_words(app)


# -- answering ---------------------------------------------------------------------------------


async def test_every_choice_is_kept_at_once_and_may_be_changed(
    make_app: MakeApp, sure_is_not_asked: Desk
) -> None:
    app = make_app(desk=sure_is_not_asked, start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "first-single")
        await pilot.press("1")
        session = sitting_of(app).session
        first = session.chosen("first-single")
        assert first is not None
        assert session.choices == 1
        assert not session.outcomes
        await go_to(pilot, "first-single")
        assert "Your answer" in drawn(app)
        await pilot.press("2")
        second = sitting_of(app).session.chosen("first-single")
        assert second is not None
        assert second.response != first.response
        await go_to(pilot, "first-single")
        await pilot.press("n")
        assert "Your answer" not in drawn(app)
        assert sitting_of(app).session.choices == 0
        id = sitting_of(app).id
        assert id is not None
        kinds = {event.kind for event in app.desk.store.events(id)}
        assert kinds == {Kind.CHOSEN}, "nothing is graded before the end"


async def test_what_is_typed_stands_there_again(make_app: MakeApp, sure_is_not_asked: Desk) -> None:
    app = make_app(desk=sure_is_not_asked, start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "first-text")
        await type_text(pilot, "tibia")
        await pilot.press("enter")
        choice = sitting_of(app).session.chosen("first-text")
        assert choice is not None
        assert choice.response == {"text": "tibia"}
        await go_to(pilot, "first-text")
        assert at(app, ExamScreen).answer_line.value == "tibia"


async def test_certainty_is_asked_before_a_choice_counts(make_app: MakeApp) -> None:
    app = make_app(start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "first-single")
        await pilot.press("1")
        assert sitting_of(app).session.choices == 0
        await pilot.press("escape")
        assert asked(app) == "first-single"
        await pilot.press("1", "3")
        choice = sitting_of(app).session.chosen("first-single")
        assert choice is not None
        assert choice.certainty == 3
        assert at(app, ExamScreen).question is None, "behind the last question comes the list"
        await go_to(pilot, "first-single")
        assert "certain" in drawn(app)


async def test_arrows_go_through_all_questions_and_end_in_the_list(
    make_app: MakeApp, sure_is_not_asked: Desk
) -> None:
    app = make_app(desk=sure_is_not_asked, start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        ids = [item.id for item in sitting_of(app).session.items]
        seen = []
        for _ in ids:
            seen.append(asked(app))
            await pilot.press("f5")
        assert seen == ids
        assert at(app, ExamScreen).question is None
        assert "4 open" in drawn(app)
        await pilot.press("escape", "f6")
        assert asked(app) == ids[-2]
        await pilot.press(*["f6"] * 4)
        assert asked(app) == ids[0]
        assert "first one" in notice(app)
    assert app.desk.left_open() == (), "one that was only looked at leaves no trace"


async def test_flags_stand_in_the_list(make_app: MakeApp, sure_is_not_asked: Desk) -> None:
    app = make_app(desk=sure_is_not_asked, start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        assert heading(app).startswith("flagged")
        await pilot.press("f8")
        assert drawn(app).count("flagged") == 1
        await pilot.press("down", "f")
        assert drawn(app).count("flagged") == 2
        await pilot.press("f")
        assert drawn(app).count("flagged") == 1


async def test_no_hint_and_no_feedback(make_app: MakeApp, sure_is_not_asked: Desk) -> None:
    app = make_app(desk=sure_is_not_asked, start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "first-single")
        assert "h" not in key_names(app)
        await pilot.press("h")
        assert sitting_of(app).session.hints_seen("first-single") == 0
        await pilot.press("1")
        assert "Right" not in drawn(app)
        assert "Not this one" not in drawn(app)


# -- handing in --------------------------------------------------------------------------------


async def test_handing_in_asks_first_and_then_tells_all(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    exam_of(desk)
    app = make_app(desk=desk, start=Start(exam=Wish()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f8", "y")
        assert isinstance(app.screen, ExamScreen), "y alone hands nothing in"
        await pilot.press("end", "enter")
        assert "3 questions are open and will count as not known" in drawn_words(app)
        await pilot.press("escape", "y")
        assert isinstance(app.screen, ExamScreen), "the safe way out was taken"
        await pilot.press("enter", "y")
        result = at(app, ExamResultScreen).result
        assert (result.right, result.asked) == (1, 4)
        words = drawn_words(app)
        assert "1 of 4 right" in words
        assert "between 5% and" in words
        assert "70% right (95 % range)" in words
        assert "pass line" in words
        await pilot.press("enter")
        at(app, AnswersScreen)
        await pilot.press("enter")
        assert "1 of 4" in heading(app)
        await pilot.press("escape", "escape", "m")
        again = at(app, QuizScreen).sitting.session
        assert again.kind == "retry"
        assert len(again.items) == 3
    assert [row.kind for row in desk.left_open()] == []


async def test_where_all_are_answered_the_list_leads_out(
    make_app: MakeApp, sure_is_not_asked: Desk
) -> None:
    sitting = begin_exam(sure_is_not_asked, "first", ask=4)
    assert sitting is not None
    for item in sitting.session.items:
        sitting.choose(item, right_answer(item), 3)
    app = make_app(desk=sure_is_not_asked, start=Start(exam=Wish()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f8")
        assert at(app, ExamScreen).sheet.chosen == HAND_IN
        await pilot.press("enter", "y")
        assert "Passed" in drawn(app)
        assert "Sure and wrong" not in drawn(app)


async def test_certain_and_wrong_is_said(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    sitting = begin_exam(desk, "first", ask=4)
    assert sitting is not None
    item = sitting.session.item("first-text")
    assert item is not None
    sitting.choose(item, {"text": "nothing of the kind"}, 3)
    app = make_app(desk=desk, start=Start(exam=Wish()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f8", "end", "enter", "y")
        assert "Sure and wrong 1" in drawn_words(app)


# -- time --------------------------------------------------------------------------------------


async def test_the_time_goes_on_where_it_was_and_ends_the_exam(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    clock = FixedClock()
    desk = make_desk(flow, clock=clock)
    sitting = begin_exam(desk, "first", ask=4, timed=True, factor=1.5)
    assert sitting is not None
    sitting.item_is_shown()
    clock.advance(minutes=3)
    item = sitting.session.items[0]
    sitting.choose(item, right_answer(item))
    app = make_app(desk=desk, start=Start(exam=Wish()))
    async with app.run_test(size=(80, 24)) as pilot:
        clock.advance(hours=5)  # time does not count while the exam is closed
        await pilot.press("enter")
        assert "6 min left" in heading(app)
        clock.advance(minutes=2)
        at(app, ExamScreen)._tick()
        assert "4 min left" in heading(app)
        assert sitting_of(app).session.elapsed_ms == 300_000, "it is kept as it goes"
        await pilot.press("f1")
        clock.advance(minutes=3, seconds=20)
        screen = app.screen_stack[-2]
        assert isinstance(screen, ExamScreen)
        screen._tick()
        assert screen.heading().state.endswith("40 s left")
        clock.advance(minutes=1)
        screen._tick()
        await pilot.pause()
        result = at(app, ExamResultScreen)
        assert result.sitting.session.finished
        assert result.result.right == 1
        assert "The time was over" in drawn(app)
        await pilot.press("escape")
        at(app, HomeScreen)
    assert desk.left_open() == ()


async def test_after_the_time_nothing_can_be_changed_though_it_cannot_be_saved(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FixedClock()
    desk = make_desk(flow, clock=clock)
    app = make_app(desk=desk, start=Start(exam=LESSON._replace(timed=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        with monkeypatch.context() as full:
            full.setattr(Store, "append_many", _disk_is_full)
            clock.advance(minutes=7)
            at(app, ExamScreen)._tick()
            await pilot.pause()
            assert "disk is full" in drawn_words(app)
            await pilot.press("escape", "enter", "up", "enter")
            assert at(app, ExamScreen).question is None
        await pilot.press("y")
        at(app, ExamResultScreen)


async def test_a_choice_that_cannot_be_saved_waits(
    make_app: MakeApp, sure_is_not_asked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(desk=sure_is_not_asked, start=Start(exam=LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "first-single")
        with monkeypatch.context() as full:
            full.setattr(Store, "append", _disk_is_full)
            await pilot.press("1")
            assert asked(app) == "first-single"
            assert "not saved yet" in drawn_words(app)
            assert sitting_of(app).session.choices == 0
        await pilot.press("r")
        assert sitting_of(app).session.choices == 1


def _disk_is_full(*_: object, **__: object) -> None:
    raise RecordFull("The disk is full", "Free some space")


# -- small windows -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
async def test_an_exam_can_be_completed_in_any_window(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library, size: tuple[int, int]
) -> None:
    desk = make_desk(flow)
    exam_of(desk, timed=True)
    app = make_app(desk=desk, start=Start(exam=Wish()))
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        assert "left" in heading(app)
        await pilot.press("f8", "end", "enter")
        assert "will count as not known" in drawn_words(app).replace("┃ ▌ ", "")
        await pilot.press("y")
        assert "1 of 4" in drawn_words(app)
