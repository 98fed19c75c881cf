"""The tutor in a pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.pty.course import six_questions
from tests.terminal import Window
from tests.terminal.command import clean_environment

CHECKOUT = Path(__file__).parents[2]
OpenTutor = Callable[..., Window]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the record."""
    return tmp_path / "home"


@pytest.fixture
def six(tmp_path: Path) -> Path:
    """The folder of the course of six questions."""
    return six_questions(tmp_path / "six")


@pytest.fixture
def open_tutor(home: Path) -> Iterator[OpenTutor]:
    """`open_tutor("quiz", "4", size=(80, 24), course=None, NO_COLOR="1")` opens a window.

    With `COLORTERM=None` and the like a variable is taken out of the environment.
    """
    with ExitStack() as stack:

        def open_window(
            *words: str,
            size: tuple[int, int] = (100, 40),
            course: Path | None = None,
            **variables: str | None,
        ) -> Window:
            environment = clean_environment()
            for name, value in variables.items():
                environment.pop(name, None)
                if value is not None:
                    environment[name] = value
            places = ["--home", str(home)]
            if course is not None:
                places += ["--course", str(course)]
            return stack.enter_context(
                Window(
                    [sys.executable, "-m", "tutor", *places, *words],
                    *size,
                    environment=environment,
                    folder=CHECKOUT,
                )
            )

        yield open_window
