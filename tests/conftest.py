"""What every test shares: an isolated home, a clock that is moved by hand, and a real desk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.course.build import small_course
from tutor.course.finder import find_course
from tutor.course.library import Library, open_course
from tutor.store.store import Store
from tutor.study.desk import Desk

SEED = 7
START = datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=1)))


class FixedClock:
    """Stands at one moment until it is moved."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._seconds = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, **by: float) -> None:
        """Moves both hands: `advance(minutes=3)`."""
        step = timedelta(**by)
        self._now += step
        self._seconds += step.total_seconds()


@pytest.fixture(autouse=True)
def _isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads or writes the home of the person who runs it, or depends on their terminal."""
    monkeypatch.setenv("FOOTDROP_HOME", str(tmp_path / "footdrop-home"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    for name in ("FOOTDROP_COURSE", "NO_COLOR", "COLORTERM", "TEXTUAL_THEME", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    if not hasattr(time, "tzset"):
        yield
        return
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The course that belongs to the program."""
    return open_course(find_course(None, {}), None)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two short lessons, each with a quiz of all four types (the typed word is a draft)."""
    return open_course(small_course(tmp_path_factory.mktemp("small")), None)


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(tmp_path: Path, shipped: Library) -> Iterator[MakeDesk]:
    """`make_desk(course=None, clock=None, learner="you", home="home")`: a desk on a real record.

    `course` is an opened one, or the folder of one; without it the shipped course is used. Two
    desks with one `home` are two running copies of the program.
    """
    opened: list[Store] = []

    def make(
        course: Library | Path | None = None,
        *,
        clock: FixedClock | None = None,
        learner: str = "you",
        home: str = "home",
        seed: int = SEED,
    ) -> Desk:
        library = open_course(course, None) if isinstance(course, Path) else course or shipped
        time_of = clock or FixedClock()
        store = Store.open(tmp_path / home, time_of)
        opened.append(store)
        return Desk(library, store, store.learner(learner), time_of, lambda: seed)

    yield make
    for store in opened:
        store.close()
