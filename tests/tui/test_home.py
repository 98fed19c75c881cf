"""Home: what is due, what comes next, and the ways to every place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FixedClock, MakeDesk
from tests.study.answers import answer_all
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn, drawn_words, heading, key_names, notice
from tutor.course.library import Library
from tutor.study.desk import Desk
from tutor.study.exam import begin_exam
from tutor.study.habits import RETENTIONS, habits
from tutor.study.pretest import begin_pretest
from tutor.study.review import begin_cram, begin_review
from tutor.tui.app import FootdropApp, Start
from tutor.tui.screens.exam import ExamScreen
from tutor.tui.screens.exam_start import ExamStartScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.left_open import LeftOpenScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.settings import SettingsScreen

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def learned(make_desk: MakeDesk, flow: Library, clock: FixedClock) -> Desk:
    """A quiz answered rightly, and then a month without."""
    desk = make_desk(flow, clock=clock)
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    answer_all(sitting)
    clock.advance(days=30)
    return desk


def kind_of(app: FootdropApp) -> str:
    return at(app, QuizScreen).sitting.session.kind


async def test_what_is_due_is_said_and_r_asks_it(make_app: MakeApp, learned: Desk) -> None:
    app = make_app(desk=learned)
    async with app.run_test(size=(80, 24)) as pilot:
        assert heading(app) == "4 due · day 1"
        assert "4 cards are due, about 2 min" in drawn_words(app)
        await pilot.press("r")
        assert kind_of(app) == "review"
        await pilot.press("escape", "c")
        assert kind_of(app) == "review"


async def test_a_review_with_nothing_in_it_says_when_the_next_card_comes(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library, clock: FixedClock
) -> None:
    desk = make_desk(flow, clock=clock)
    app = make_app(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert notice(app) == "Nothing yet. Cards come after your first quiz."
        for lesson in ("first", "second"):
            sitting = desk.begin_quiz(lesson, all_items=True)
            assert sitting is not None
            answer_all(sitting)
        await pilot.press("r")
        at(app, HomeScreen)
        assert notice(app).startswith("Nothing due. The next card comes ")


async def test_the_pre_test_is_of_the_part_with_the_bar_and_marks_its_lessons(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    app = make_app(desk=desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("k")
        sitting = at(app, QuizScreen).sitting
        assert sitting.session.kind == "pretest"
        answer_all(sitting)
        await pilot.press("escape")
        assert "may skim" in drawn(app)
        assert "may skim it" in drawn_words(app)
    again = begin_pretest(desk, flow.lessons[0].part)
    assert again is not None
    answer_all(again, known=False)
    app = make_app(desk=desk)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "missed" in drawn(app)
        assert "may skim" not in drawn(app)


async def test_sessions_of_every_kind_are_left_open_and_gone_on_with(
    make_app: MakeApp, learned: Desk
) -> None:
    exam = begin_exam(learned, ask=3, timed=True)
    assert exam is not None
    exam.choose(exam.session.items[0], None)
    part = learned.library.lessons[0].part
    for sitting in (begin_pretest(learned, part), begin_cram(learned), begin_review(learned)):
        assert sitting is not None
        assert sitting.current is not None
        sitting.flag(sitting.current)
    app = make_app(desk=learned)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "question 1 of 4 o drop" in drawn_words(app)
        await pilot.press("o")
        screen = at(app, LeftOpenScreen)
        for name in ("Review", "Practice", "Pre-test", "Exam"):
            assert name in drawn(app)
        assert "0 of 3 answered" in drawn(app)
        kinds = []
        for row in screen.rows:
            screen.sheet.chosen = str(row.id)
            await pilot.press("enter")
            assert isinstance(app.screen, QuizScreen | ExamScreen)
            kinds.append(app.screen.sitting.session.kind)
            await pilot.press("escape")
            at(app, LeftOpenScreen)
        assert sorted(kinds) == ["cram", "exam", "pretest", "review"]


@pytest.mark.parametrize(
    ("start", "kind"), [(Start(review=True), "review"), (Start(review=True, cram=True), "cram")]
)
async def test_the_command_line_opens_reviews(
    make_app: MakeApp, learned: Desk, start: Start, kind: str
) -> None:
    app = make_app(desk=learned, start=start)
    async with app.run_test(size=(80, 24)):
        assert kind_of(app) == kind


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
async def test_six_keys_at_most(make_app: MakeApp, learned: Desk, size: tuple[int, int]) -> None:
    app = make_app(desk=learned)
    async with app.run_test(size=size) as pilot:
        assert len(key_names(app)) <= 6
        await pilot.press("e")
        at(app, ExamStartScreen)
        assert len(key_names(app)) <= 6


async def test_habits_are_chosen_in_the_settings(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        screen = at(app, SettingsScreen)
        for row in ("certainty", "retention", "new-cards", "due-cards"):
            screen.sheet.chosen = row
            await pilot.press("enter")
        now = habits(app.desk.store, app.desk.learner.id)
        assert now == (False, RETENTIONS["exam soon"], 15, 100)
        assert "exam soon, 95%" in drawn(app)
        await pilot.press("escape", "s")
        assert "Ask how sure you are no" in drawn_words(app)


def test_home_stands_without_items_quiz_and_scheduler(tmp_path: Path) -> None:
    code = """
import asyncio, os, sys
from pathlib import Path
from tutor.clock import SystemClock
from tutor.course.library import open_course
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.tui.app import TOUR_SETTING, FootdropApp

home = Path(os.environ["FOOTDROP_HOME"])
library = open_course(Path("."), home / "cache")
store = Store.open(home, SystemClock())
store.set_setting(TOUR_SETTING, "done")
app = FootdropApp(Desk(library, store, store.learner("you"), SystemClock(), lambda: 1))

async def look() -> None:
    async with app.run_test(size=(80, 24)):
        names = ("fsrs", "tutor.quiz.session", "tutor.quiz.graders", "tutor.quiz.blueprint",
                 "tutor.course.items", "tutor.study.sitting", "tutor.study.review",
                 "tutor.study.progress", "tutor.tui.screens.quiz", "tutor.tui.screens.exam_start")
        print([name for name in names if name in sys.modules])

asyncio.run(look())
store.close()
"""
    for _ in range(2):  # the second start is warm
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            cwd=CHECKOUT,
            check=False,
            env={"FOOTDROP_HOME": str(tmp_path), "PATH": "", "TEXTUAL_ANIMATIONS": "none"},
        )
        assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
