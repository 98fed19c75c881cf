"""The real app on a real desk, and a course small enough to run through in a few keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import _wait, constants

from tests.conftest import MakeDesk
from tests.course.build import edit, small_course
from tutor.course.library import Library, open_course
from tutor.study.desk import Desk
from tutor.tui.app import TOUR_SETTING, FootdropApp, Start


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No motion, and no waiting for more than the app needs."""
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    # Good for a program that ends with its one app; a hundred of them would pile up.
    monkeypatch.setattr("tutor.tui.app._freeze", lambda: None)
    # The pilot waits for looks at which all is quiet, 20 ms each. Shorter ones, but always two:
    # together they outlast the timer (1/60 s) by which a screen lays itself out.
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.01)
    monkeypatch.setattr("textual.pilot.wait_for_idle", _two_looks)


async def _two_looks(min_sleep: float = 0, max_sleep: float = 1) -> None:
    for _ in range(2):
        await _wait.wait_for_idle(0, max_sleep)


def four_types(root: Path) -> Path:
    """The small course with options that are mixed and, in its first quiz, no draft.

    The four questions come in this order: single, multi, text, number.
    """
    small_course(root)
    quiz = "quizzes/01-first.yaml"
    edit(root, quiz, "    status: draft\n", "")
    edit(root, quiz, "    shuffle: false\n", "")
    edit(root, quiz, "hints: [Think of the knee.]", "hints: [Think of the knee., It also turns.]")
    return root


@pytest.fixture(scope="session")
def flow(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The course of most flows; `four_types` says what is in it."""
    return open_course(four_types(tmp_path_factory.mktemp("flow")), None)


MakeApp = Callable[..., FootdropApp]


@pytest.fixture
def make_app(make_desk: MakeDesk, flow: Library) -> MakeApp:
    """`make_app(course=None, first=False, ...)`: an app that has not run yet, on the flow course.

    `first` leaves the first minute to come; `desk` runs it on a desk that is there already.
    """

    def make(
        course: Library | Path | None = None,
        *,
        first: bool = False,
        desk: Desk | None = None,
        start: Start | None = None,
        no_color: bool = False,
        **of_desk: object,
    ) -> FootdropApp:
        desk = desk or make_desk(course or flow, **of_desk)
        if not first:
            desk.store.set_setting(TOUR_SETTING, "done")
        return FootdropApp(desk, start, no_color=no_color)

    return make
