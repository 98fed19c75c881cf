"""A quiz of every type as a learner answers it: by keys at each size, by the mouse alone."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.conftest import MakeDesk
from tests.plain.course import every_type
from tests.tui.conftest import MakeApp
from tests.tui.drive import (
    at,
    click_text,
    drawn_words,
    heading,
    notice,
    type_text,
    widths_hold,
)
from tutor.course.library import Library, open_course
from tutor.quiz.shuffle import shown_order
from tutor.study.desk import Desk
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import ResultScreen

SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]


@pytest.fixture(scope="session")
def every(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_course(every_type(tmp_path_factory.mktemp("every")), None)


@pytest.fixture
def desk(make_desk: MakeDesk, every: Library) -> Desk:
    return make_desk(every)


async def begin(pilot: Pilot[None], desk: Desk, *types: str, kind: str = "quiz") -> QuizScreen:
    """A session of these items, whose ids are their types, on the screen."""
    items = desk.library.items()
    sitting = desk.begin(kind, "first", tuple(items[type] for type in types))
    assert sitting is not None
    screen = QuizScreen(sitting)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


def digits(screen: QuizScreen, *ids: str, inside: str = "") -> list[str]:
    """The digits of what is shown in a drawn order."""
    assert screen.question is not None
    order = shown_order(screen.question.asked, screen.sitting.session.seed)
    order = tuple(one.removeprefix(inside) for one in order if one.startswith(inside))
    return [str(order.index(id) + 1) for id in ids]


def score(screen: QuizScreen, item: str) -> float:
    return screen.sitting.session.outcomes[item].score


@pytest.mark.parametrize("size", SIZES)
async def test_all_types_by_keys_in_any_window(
    make_app: MakeApp, desk: Desk, size: tuple[int, int]
) -> None:
    app = make_app(desk=desk)
    types = ("truefalse", "mtf", "emq", "order", "match", "cloze", "case")
    async with app.run_test(size=size) as pilot:
        screen = await begin(pilot, desk, *types)

        async def on() -> None:
            widths_hold(app)
            item = screen.looking
            while screen.looking == item and app.screen is screen:
                await pilot.press("enter")

        await pilot.press("2")
        await on()
        order = digits(screen, "a", "b", "c", "d")
        said = dict(zip(order, "1212", strict=True))
        await pilot.press(*(said[place] for place in sorted(said)), "enter")
        await on()
        await pilot.press(*digits(screen, "common", "deep"), "enter")
        await on()
        await pilot.press(*digits(screen, "hip", "knee", "neck"), "enter")
        await on()
        await pilot.press(*digits(screen, "deep", "outer"), "enter")
        await on()
        await type_text(pilot, "common")
        await pilot.press("enter", *digits(screen, "neck", inside="place/"))
        await type_text(pilot, "40")
        await pilot.press("enter", "enter")
        await on()
        assert "stage 1 of 2" in heading(app)
        await pilot.press(*digits(screen, "out"))
        assert screen.sitting.session.outcomes.get("case") is None
        await pilot.press("enter")
        while screen.question is None:
            await pilot.press("enter")
        await type_text(pilot, "common nerve")
        await pilot.press("enter")
        assert {type: score(screen, type) for type in types} == dict.fromkeys(types, 1.0)
        for _ in range(20):
            if app.screen is screen:
                await pilot.press("enter")
        assert at(app, ResultScreen).page.result.percent == 100


async def test_every_type_with_choices_by_the_mouse_alone(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "truefalse", "mtf", "emq", "order", "match")
        await click_text(pilot, "False")
        await click_text(pilot, "enter next")
        for words in ("Lifting is weak", "Turning out is weak"):
            await click_text(pilot, words)
        for words in ("Turning in is weak", "The calf is weak"):
            await click_text(pilot, words)
            await click_text(pilot, words)
        await click_text(pilot, "enter answer")
        await click_text(pilot, "enter next")
        for words in ("Common nerve", "Deep nerve", "  Answer"):
            await click_text(pilot, words)
        await click_text(pilot, "enter next")
        for words in ("Hip", "Knee", "Neck"):
            await click_text(pilot, words)
        await click_text(pilot, "enter answer")
        await click_text(pilot, "enter next")
        for words in ("Deep nerve", "Outer nerve", "  Answer"):
            await click_text(pilot, words)
        assert {one.score for one in screen.sitting.session.outcomes.values()} == {1.0}
        assert screen.sitting.session.finished


async def test_the_feedback_tells_what_was_said_of_each_part(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "match")
        await pilot.press(*digits(screen, "tibial", "outer"), "enter")
        words = drawn_words(app)
        assert "Partly right: 1 of 2 right." in words
        assert "✗ 1 Lifting the foot your answer: Tibial nerve; right answer: Deep nerve" in words
        assert "✓ 2 Turning the sole out right, your answer: Outer nerve" in words


async def test_the_numbers_of_statements_are_those_of_their_order(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "mtf")
        first = shown_order(desk.library.items()["mtf"], screen.sitting.session.seed)[0]
        await pilot.press("n")
        text = {"a": "Lifting is", "b": "Turning in", "c": "Turning out", "d": "The calf"}[first]
        assert f"1 {text}" in drawn_words(app)


async def test_a_gap_without_its_unit_is_asked_for_again(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "cloze")
        await type_text(pilot, "common")
        await pilot.press("enter", *digits(screen, "neck", inside="place/"))
        await type_text(pilot, "forty")
        await pilot.press("enter", "enter")
        assert screen.sitting.session.answered == 0
        assert "Gap 3: Type a number" in drawn_words(app)
        await pilot.press("3")
        assert screen.answer_line.value == "forty"
        await pilot.press(*["backspace"] * 5)
        await type_text(pilot, "40")
        await pilot.press("enter", "enter")
        assert score(screen, "cloze") == 1.0


async def test_left_turns_to_the_part_before_and_then_leaves_the_question(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "truefalse", "emq")
        await pilot.press("2", "enter", "1", "left")
        assert "1 of 2 Lifting and turning out" in drawn_words(app)
        await pilot.press("left")
        assert screen.looking == "truefalse"
        await pilot.press("enter")
        assert screen.question is not None
        assert screen.question.item.id == "emq"


async def test_a_stage_shows_its_answer_before_the_next_and_the_whole_at_the_end(
    make_app: MakeApp, desk: Desk
) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await begin(pilot, desk, "case")
        await pilot.press("h")
        assert "Think of the branches." in drawn_words(app)
        await pilot.press(*digits(screen, "knee"))
        assert "Turning out tells the branches apart." in drawn_words(app)
        assert "Type the nerve." not in drawn_words(app)
        await pilot.press("u")
        assert "nothing to undo" in notice(app)
        await pilot.press("enter")
        assert "stage 2 of 2" in heading(app)
        await pilot.press("f4", "enter")
        assert screen.looking == "case"
        assert "0 of 2 stages right" in drawn_words(app)


async def test_a_case_goes_on_at_the_stage_where_it_was_left(make_app: MakeApp, desk: Desk) -> None:
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, desk, "case")
        await pilot.press(*digits(screen, "out"), "escape")
        sitting = desk.resume(desk.left_open()[0])
        assert sitting is not None
        again = QuizScreen(sitting)
        await app.push_screen(again)
        await pilot.pause()
        assert again.question is not None
        assert again.question.asked.id == "case/name"
