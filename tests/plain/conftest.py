"""A desk for line mode, and a course with a question of every type."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeDesk
from tests.plain.course import every_type
from tests.tui.conftest import four_types
from tutor.course.library import Library, open_course
from tutor.study.desk import Desk


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Its first quiz asks a single, a multi, a text and a number, in this order."""
    return open_course(four_types(tmp_path_factory.mktemp("four")), None)


@pytest.fixture(scope="session")
def every(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Its first quiz holds one question of each type that is answered in parts."""
    return open_course(every_type(tmp_path_factory.mktemp("every")), None)


@pytest.fixture
def desk(make_desk: MakeDesk, four: Library) -> Desk:
    return make_desk(four)


@pytest.fixture
def again(make_desk: MakeDesk, four: Library) -> Desk:
    """The same learner at another desk, to look at the record after a conversation."""
    return make_desk(four)


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    return tmp_path / "course"
