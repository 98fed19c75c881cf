from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.make import StillClock
from tutor.store.store import Store


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def store(home: Path, clock: StillClock) -> Iterator[Store]:
    with Store.open(home, clock) as opened:
        yield opened
