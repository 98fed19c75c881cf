import pytest

from tests.conftest import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()
