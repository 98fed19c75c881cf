"""A quiz as a learner goes through it, key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.conftest import FixedClock, MakeDesk
from tests.course.build import edit
from tests.tui.conftest import MakeApp, four_types
from tests.tui.drive import (
    at,
    click_text,
    drawn,
    drawn_words,
    heading,
    key_names,
    notice,
    sitting_of,
    strips,
    type_text,
)
from tutor.course.library import Library, open_course
from tutor.quiz.event import Event, Kind
from tutor.store.errors import RecordFull
from tutor.store.store import Store
from tutor.tui.app import FootdropApp, Start
from tutor.tui.screens.answers import AnswersScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.left_open import LeftOpenScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import ResultScreen

QUIZ = Start(lesson="first", quiz=True)


def digit_of(app: FootdropApp, option: str) -> str:
    """The digit that an option of the question in sight is shown with."""
    sitting = sitting_of(app)
    assert sitting.current is not None
    return str([one.id for one in sitting.shown_options(sitting.current)].index(option) + 1)


async def skip_to(pilot: Pilot[None], item: str) -> None:
    """Leave out questions until this one is asked."""
    sitting = sitting_of(pilot.app)  # type: ignore[arg-type]
    for _ in sitting.session.items:
        if sitting.current is not None and sitting.current.id != item:
            await pilot.press("f5")


async def answer_the_rest(pilot: Pilot[None]) -> None:
    """Answer what is open with "I don't know"."""
    sitting = sitting_of(pilot.app)  # type: ignore[arg-type]
    await pilot.press("f4")
    while sitting.current is not None:
        sitting.answer(sitting.current, None)
    at(pilot.app, QuizScreen)._show_question()  # type: ignore[arg-type]
    await pilot.pause()


async def test_a_quiz_with_each_of_the_four_types(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        sitting = sitting_of(app)
        outcomes = sitting.session.outcomes

        def score(item: str) -> float:
            return sitting.session.outcomes[item].score

        assert outcomes == {}
        await pilot.press(digit_of(app, "common"))  # a digit answers
        assert score("first-single") == 1.0
        for why in ("It lifts, and it turns.", "It pushes down.", "It only feels."):
            assert why in drawn_words(app)
        await pilot.press("enter")

        a, b = digit_of(app, "a"), digit_of(app, "b")
        await pilot.press(a, b)  # digits tick, and tick off
        assert sitting.session.answered == 1
        await pilot.press(b, b, "enter")
        assert score("first-multi") == 1.0
        await pilot.press("enter")

        await pilot.press("enter")  # nothing typed yet
        assert sitting.session.answered == 2
        await type_text(pilot, "deep nerve")
        await pilot.press("enter")
        assert score("first-text") == 1.0
        await pilot.press("enter")

        await type_text(pilot, "94")
        await pilot.press("enter")
        assert score("first-number") == 0.5
        assert "Nearly." in drawn_words(app)
        await pilot.press("enter")

        result = at(app, ResultScreen).page.result
        assert (result.right, result.asked) == (3, 4)
    desk = app.desk
    (stored,) = desk.store.scores(desk.learner.id, desk.library.header.id)
    assert stored.percent == result.percent == 86


async def test_enter_answers_with_the_option_that_carries_the_bar(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        wanted = digit_of(app, "tibial")
        await pilot.press(*["down"] * (int(wanted) - 1), "enter")
        outcome = sitting_of(app).session.outcomes["first-single"]
        assert outcome.response == {"option": "tibial"}
        assert outcome.score == 0.0


async def test_a_digit_without_an_option_does_nothing(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9")
        assert sitting_of(app).session.events == ()


async def test_an_empty_answer_asks_and_costs_nothing(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await skip_to(pilot, "first-number")
        before = sitting_of(app).session
        await pilot.press("enter")
        assert sitting_of(app).session == before
        assert "Type" in drawn_words(app)
        await type_text(pilot, "90")
        await pilot.press("enter")
        assert sitting_of(app).session.outcomes["first-number"].score == 1.0


async def test_ticking_nothing_is_said_and_not_graded(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await skip_to(pilot, "first-multi")
        await pilot.press("enter")
        assert sitting_of(app).session.answered == 0
        assert "at least one" in notice(app)
        await pilot.press("space")  # ticks what carries the bar
        assert "[x]" in drawn(app)
        await pilot.press("enter")
        assert sitting_of(app).session.answered == 1


async def test_hints_come_in_steps_and_their_key_goes(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "h" in key_names(app)
        await pilot.press("h")
        assert "Think of the knee." in drawn_words(app)
        assert "It also turns." not in drawn_words(app)
        await pilot.press("h")
        assert "It also turns." in drawn_words(app)
        assert "h" not in key_names(app)
        await pilot.press("h", "1")
        assert sitting_of(app).session.outcomes["first-single"].hints == 2


async def test_dont_know_is_an_answer_of_nothing_with_its_explanation(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        outcome = sitting_of(app).session.outcomes["first-single"]
        assert (outcome.response, outcome.score) == (None, 0.0)
        assert "The common nerve lifts the foot." in drawn_words(app)


async def test_skipped_questions_come_again_and_can_be_taken_up(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        sitting = sitting_of(app)
        await pilot.press("right")
        assert sitting.current is not None
        assert sitting.current.id == "first-multi"
        assert heading(app) == "2 of 4"
        await pilot.press("left")  # takes up the one put off
        assert sitting.current.id == "first-single"
        await pilot.press("right", "n", "enter")
        await pilot.press("f4", "enter", "f4", "enter")
        assert sitting.current is not None
        assert sitting.current.id == "first-single"
        assert heading(app) == "1 of 4"
        await pilot.press("right")  # the only one that is open
        assert sitting.current.id == "first-single"
        assert notice(app)


async def test_a_flag_is_set_and_taken_away(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert "flagged" in heading(app)
        desk = app.desk
        assert desk.store.flags(desk.learner.id, desk.library.header.id) == {"first-single"}
        await pilot.press("1", "f")
        assert "flagged" not in heading(app)
        assert not desk.store.flags(desk.learner.id, desk.library.header.id)


async def test_undo_opens_the_question_again(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(digit_of(app, "tibial"), "u")
        sitting = sitting_of(app)
        assert sitting.session.answered == 0
        assert sitting.current is not None
        assert sitting.current.id == "first-single"
        await pilot.press("u")  # nothing further to undo
        assert sitting.session.answered == 0
        await pilot.press(digit_of(app, "common"))
        outcome = sitting.session.outcomes["first-single"]
        assert (outcome.score, outcome.changed) == (1.0, True)


async def test_undo_on_the_result_opens_the_last_question(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await answer_the_rest(pilot)
        at(app, ResultScreen)
        await pilot.press("u")
        assert at(app, QuizScreen).item is not None
        assert sitting_of(app).session.answered == 3
        assert app.desk.left_open()
        await type_text(pilot, "90")
        await pilot.press("enter", "enter")
        assert at(app, ResultScreen).page.result.right == 1
    scores = app.desk.store.scores(app.desk.learner.id, app.desk.library.header.id)
    assert [score.right for score in scores] == [1]


async def test_looking_back_and_forward_again(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "n", "enter")
        await pilot.press("f6")
        screen = at(app, QuizScreen)
        assert screen.looking == "first-multi"
        await pilot.press("left")
        assert screen.looking == "first-single"
        assert "u" not in key_names(app)  # only the last answer can be undone
        await pilot.press("left")
        assert screen.looking == "first-single"
        await pilot.press("right", "enter")
        assert screen.looking is None
        assert screen.item is not None
        assert screen.item.id == "first-text"
        assert app.focused is screen.answer_line


async def test_the_whole_question_and_its_sources_on_the_feedback(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        assert "A man cannot lift his foot." not in drawn_words(app)
        await pilot.press("q")
        assert "A man cannot lift his foot." in drawn_words(app)
        assert "A book: with a colon" not in drawn_words(app)
        await pilot.press("s")
        assert "A book: with a colon" in drawn_words(app)


async def test_escape_keeps_the_place_and_home_offers_it(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "o" not in key_names(app)
        await pilot.press("q", "1", "enter", "escape")
        at(app, HomeScreen)
        assert "2 of 4" in notice(app)
        assert "o" in key_names(app)
        # One alone is what comes next, and stands there with the key that drops it.
        assert "question 2 of 4" in drawn_words(app)
        assert "o drop" in drawn_words(app)
        assert "Left open" not in drawn_words(app)
        await pilot.press("o")
        at(app, LeftOpenScreen)
        await pilot.press("enter")
        assert at(app, QuizScreen).item is not None
        assert heading(app) == "2 of 4"


async def test_leaving_an_untouched_quiz_leaves_nothing_behind(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q", "escape")
        at(app, HomeScreen)
        assert not app.desk.left_open()


async def test_a_second_start_resumes_at_the_exact_question(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        row = [option.id for option in sitting_of(app).shown_options(sitting_of(app).current)]  # type: ignore[arg-type]
        session = sitting_of(app).session
    # Not left by any key: the program was ended. A new one opens the same record.
    again = make_app(desk=make_desk(flow, seed=99), start=QUIZ)
    async with again.run_test(size=(80, 24)):
        resumed = sitting_of(again)
        assert resumed.session == session
        assert resumed.current is not None
        assert [option.id for option in resumed.shown_options(resumed.current)] == row


async def test_the_result_leads_to_the_screen_to_read_again(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await answer_the_rest(pilot)
        page = at(app, ResultScreen).page
        assert page.result.percent == 0
        await pilot.press("2")
        lesson = at(app, LessonScreen)
        assert lesson.index == page.read_again[1][0]
        await pilot.press("escape")
        at(app, ResultScreen)


async def test_retrying_what_was_missed_leaves_the_score_alone(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(digit_of(app, "common"), "enter")
        await answer_the_rest(pilot)
        before = at(app, ResultScreen).page.result.percent
        await pilot.press("m")
        session = sitting_of(app).session
        assert session.kind == "retry"
        assert [item.id for item in session.items] == ["first-multi", "first-text", "first-number"]
        await pilot.press(digit_of(app, "a"), digit_of(app, "b"), "enter", "enter")
        await answer_the_rest(pilot)
        assert at(app, ResultScreen).page.session.kind == "retry"
    best = app.desk.store.lesson_scores(app.desk.learner.id, app.desk.library.header.id)
    assert best["first"].best.percent == before


async def test_the_list_of_answers_opens_each_of_them(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await answer_the_rest(pilot)
        await pilot.press("a", "down", "enter")
        answers = at(app, AnswersScreen)
        assert answers.index == 1
        assert "Two of three do." in drawn_words(app)
        await pilot.press("right", "left", "left")
        assert answers.index == 0
        await pilot.press("escape")
        assert answers.index is None
        await pilot.press("escape")
        at(app, ResultScreen)


async def test_a_better_score_is_compared_with_the_earlier_best(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    clock = FixedClock()
    app = make_app(desk=make_desk(flow, clock=clock), start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await answer_the_rest(pilot)
        assert not at(app, ResultScreen).page.earlier
        await pilot.press("escape")
        clock.advance(days=1)
        await pilot.press("q", "n", "enter")
        await pilot.press(digit_of(app, "a"), digit_of(app, "b"), "enter", "3", "enter")
        await answer_the_rest(pilot)
        page = at(app, ResultScreen).page
        assert [score.percent for score in page.earlier] == [0]
        assert page.result.percent > 0
        assert "yesterday" in drawn_words(app)


async def test_a_quiz_left_open_is_dropped_by_two_presses(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q", "n", "escape", "o")
        screen = at(app, LeftOpenScreen)
        assert len(screen.rows) == 1
        await pilot.press("d")
        assert len(app.desk.left_open()) == 1
        await pilot.press("d")
        assert not app.desk.left_open()
        assert "Nothing is left open" in drawn_words(app)
        await pilot.press("escape")
        assert "o" not in key_names(app)


async def test_moving_the_bar_takes_the_first_press_of_drop_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q", "n", "escape", "down", "q", "n", "escape", "o")
        await pilot.press("d", "down", "d")
        assert len(app.desk.left_open()) == 2


async def test_a_question_is_answered_with_the_mouse_alone(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await click_text(pilot, "The first lesson")
        at(app, LessonScreen)
        for _ in range(4):
            await click_text(pilot, "enter")
        sitting = sitting_of(app)
        await click_text(pilot, "h hint")
        assert sitting.session.hints_seen("first-single") == 1
        await click_text(pilot, "Tibial nerve")
        assert sitting.session.outcomes["first-single"].response == {"option": "tibial"}
        await click_text(pilot, "u undo")
        assert sitting.session.answered == 0
        await click_text(pilot, "Common nerve")
        await click_text(pilot, "enter next")
        await click_text(pilot, "[ ] A")
        await click_text(pilot, "[ ] B")
        await click_text(pilot, "enter answer")
        assert sitting.session.outcomes["first-multi"].score == 1.0
        await click_text(pilot, "esc leave")
        at(app, HomeScreen)


class FullDisk(Store):
    """A record on a disk that is full until `full` is taken away."""

    full = True

    def append(self, session_id: int, event: Event, **more: Any) -> tuple[Event, ...]:
        if self.full:
            raise RecordFull("Your record could not be written: the disk is full", "Free space.")
        return super().append(session_id, event, **more)


async def test_an_answer_that_cannot_be_saved_waits_and_r_saves_it(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    store = FullDisk(desk.store.record)
    desk = type(desk)(desk.library, store, desk.learner, desk.clock, desk.new_seed)
    app = make_app(desk=desk, start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(digit_of(app, "common"))
        screen = at(app, QuizScreen)
        assert screen.looking is None
        assert "the disk is full" in drawn_words(app)
        assert "not saved" in drawn_words(app)
        await pilot.press("h", "right", "f")  # each is said, none ends the program
        assert screen.sitting.session.events == ()
        store.full = False
        await pilot.press("r")
        assert screen.looking == "first-single"
        (event,) = desk.store.events(screen.sitting.id)
        assert (event.kind, event.response) == (Kind.ANSWERED, {"option": "common"})
        await pilot.press("enter", "f4", "enter")
        store.full = True
        await type_text(pilot, "deep nerve")
        await pilot.press("enter")
        assert "not saved" in drawn_words(app)
        assert screen.answer_line.value == "deep nerve"
        store.full = False
        await pilot.press("enter")
        assert screen.sitting.session.outcomes["first-text"].score == 1.0


async def test_a_saved_answer_is_on_disk_before_its_feedback(make_app: MakeApp) -> None:
    app = make_app(start=QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        seen: list[int] = []
        screen = at(app, QuizScreen)
        show = screen.show_feedback

        def watched(item_id: str) -> None:
            seen.append(len(app.desk.store.events(screen.sitting.id)))
            show(item_id)

        screen.show_feedback = watched  # type: ignore[method-assign]
        await pilot.press("1")
        assert seen == [1]


async def test_long_feedback_is_read_page_by_page(make_app: MakeApp, shipped: Library) -> None:
    app = make_app(shipped, start=Start(lesson="peroneal-nerve", quiz=True))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("f4")
        screen = at(app, QuizScreen)
        first = screen.looking
        assert screen.sheet.more_below
        pages = 0
        seen: list[str] = []
        while screen.looking == first and pages < 20:
            seen += [strip.text for strip in strips(app)]
            await pilot.press("enter")
            pages += 1
        item = screen.sitting.session.item(first or "")
        assert item is not None
        assert item.explain.split()[-1] in " ".join(seen)


async def test_a_long_text_is_turned_where_space_ticks_or_is_typed(
    make_app: MakeApp, tmp_path: Path
) -> None:
    root = four_types(tmp_path / "course")
    story = "|\n      " + "".join(f"Part {n}. " for n in range(200)) + "\n\n      "
    for asked in ("Which lift the foot?", "Type the nerve."):
        edit(root, "quizzes/01-first.yaml", f"stem: {asked}", f"stem: {story}{asked}")
    app = make_app(open_course(root, None), start=QUIZ)
    async with app.run_test(size=(60, 20)) as pilot:
        for item, key in (("first-multi", "v"), ("first-text", "f7")):
            await skip_to(pilot, item)
            assert f"{key} " in drawn_words(app)
            assert "more line" in drawn_words(app)
            before = drawn(app)
            await pilot.press(key)
            assert drawn(app) != before
            assert "[x]" not in drawn(app)
