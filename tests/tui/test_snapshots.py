"""What the screens look like. `pytest tests/tui/test_snapshots.py --snapshot-update` takes them
anew; look at each change before it is committed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

import pytest
from textual.pilot import Pilot

from tests.conftest import SEED, FixedClock
from tests.tui.conftest import MakeApp
from tutor.course.library import Library
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.tui import themes
from tutor.tui.app import FootdropApp, Start
from tutor.tui.screens.quiz import QuizScreen

Prepare = Callable[[Pilot[None]], Awaitable[None]]
LESSON = "first"
ANSWERS = {"single": {"option": "common"}, "multi": {"options": ["a", "c"]}, "text": None}


def keys(*presses: str) -> Prepare:
    """Press these."""

    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.press(*presses)
        await pilot.pause()

    return prepare


def to_item(item: str, *presses: str) -> Prepare:
    """Skip to this question, then press these; `@id` is the digit of the option `id`."""

    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, QuizScreen)
        for _ in screen.sitting.session.items:
            if screen.item is not None and screen.item.id != item:
                await pilot.press("f5")
        assert screen.item is not None
        order = [option.id for option in screen.sitting.shown_options(screen.item)]
        for key in presses:
            await pilot.press(str(order.index(key[1:]) + 1) if key.startswith("@") else key)
        screen.clear_notice()
        await pilot.pause()

    return prepare


def studied(desk: Desk, clock: FixedClock) -> Desk:
    """A learner of two days: a lesson read, three quizzes of it, another one left open."""
    for best in (None, {"options": ["a", "b"]}):
        sitting = desk.begin_quiz(LESSON)
        assert sitting is not None
        while (item := sitting.current) is not None:
            sitting.item_is_shown()
            clock.advance(seconds=40)
            sitting.answer(item, {**ANSWERS, "multi": best}.get(item.type))
        clock.advance(days=1)
    lesson = desk.library.lesson(LESSON)
    for page in lesson.pages:
        desk.store.mark_read(desk.learner.id, desk.library.header.id, LESSON, page.id)
    desk.store.mark_read(desk.learner.id, desk.library.header.id, "second", "pause")
    sitting = desk.begin_quiz("second")
    assert sitting is not None
    assert sitting.current is not None
    sitting.answer(sitting.current, None)
    return desk


async def to_result(pilot: Pilot[None]) -> None:
    """Answer everything, not all of it right."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, QuizScreen)
    while (item := screen.sitting.current) is not None:
        screen.sitting.answer(item, ANSWERS.get(item.type))
    screen._show_question()
    await pilot.pause()


QUIZ = Start(lesson=LESSON, quiz=True)
READ = Start(lesson=LESSON)
WIDE, NORMAL, NARROW, SMALL = (120, 40), (80, 24), (60, 20), (40, 12)

SHOTS: dict[str, tuple[tuple[int, int], Start | None, Prepare]] = {
    "home-first-run": (NORMAL, None, keys()),
    "lesson": (NORMAL, READ, keys()),
    "lesson-wide": (WIDE, READ, keys("s")),
    "lesson-card-turned-narrow": (NARROW, READ, keys("enter", "space")),
    "lesson-small": (SMALL, READ, keys()),
    "terms": (NORMAL, READ, keys("g")),
    "quiz-single": (NORMAL, QUIZ, keys("h")),
    "quiz-single-small": (SMALL, QUIZ, keys()),
    "quiz-multi-narrow": (NARROW, QUIZ, to_item("first-multi", "@a", "down")),
    "quiz-text": (NORMAL, QUIZ, to_item("first-text", "d", "e", "e", "p")),
    "quiz-text-wide": (WIDE, QUIZ, to_item("first-text")),
    "feedback-right-wide": (WIDE, QUIZ, to_item("first-single", "@common")),
    "feedback-wrong": (NORMAL, QUIZ, to_item("first-single", "@tibial")),
    "feedback-wrong-small": (SMALL, QUIZ, to_item("first-single", "@tibial")),
    "feedback-partly-narrow": (NARROW, QUIZ, to_item("first-multi", "@a", "enter")),
    "result": (NORMAL, QUIZ, to_result),
    "result-small": (SMALL, QUIZ, to_result),
    "help": (NORMAL, QUIZ, keys("question_mark")),
    "settings": (NORMAL, None, keys("s")),
}
STUDIED: dict[str, tuple[tuple[int, int], str, Prepare]] = {
    "home": (NORMAL, themes.DARK, keys()),
    "home-wide": (WIDE, themes.DARK, keys()),
    "home-small-light": (SMALL, themes.LIGHT, keys()),
    "progress-light": (NORMAL, themes.LIGHT, keys("p")),
    "history-terminal-colours": (NORMAL, themes.TERMINAL_DARK, keys("p", "h", "enter")),
    "left-open-narrow": (NARROW, themes.DARK, keys("o")),
}


@pytest.fixture
def still(
    make_app: MakeApp, flow: Library, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., FootdropApp]]:
    """An app in which nothing depends on the machine: its record lies in memory, so it has no
    path to show; and it does not say so on every screen.
    """
    monkeypatch.setattr(Store, "kept", True)
    # Who learns decides by how much the days of cards are spread.
    monkeypatch.setattr("tutor.store.learners.new_id", lambda _: "the-same-learner")
    clock = FixedClock()
    store = Store.in_memory(clock)

    def make(
        start: Start | None = None, *, learned: bool = False, theme: str = themes.DARK
    ) -> FootdropApp:
        desk = Desk(flow, store, store.learner("you"), clock, lambda: SEED)
        store.set_setting("theme", theme)
        return make_app(desk=studied(desk, clock) if learned else desk, start=start)

    yield make
    store.close()


@pytest.mark.parametrize("name", SHOTS)
def test_it_looks_as_before(
    snap_compare: Callable[..., bool], still: Callable[..., FootdropApp], name: str
) -> None:
    size, start, prepare = SHOTS[name]
    assert snap_compare(still(start), terminal_size=size, run_before=prepare)


@pytest.mark.parametrize("name", STUDIED)
def test_it_looks_as_before_to_who_has_studied(
    snap_compare: Callable[..., bool], still: Callable[..., FootdropApp], name: str
) -> None:
    size, theme, prepare = STUDIED[name]
    app = still(learned=True, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=prepare)


def test_the_welcome_looks_as_before(snap_compare: Callable[..., bool], make_app: MakeApp) -> None:
    assert snap_compare(make_app(first=True), terminal_size=(80, 24))
