"""The conversations sound as they did, and a voice can say all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.drive import drawn
from tests.plain.transcripts import CONVERSATIONS, FOLDER


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_it_sounds_as_before(name: str, tmp_path: Path) -> None:
    told = CONVERSATIONS[name](tmp_path)
    assert drawn(told) == set()
    assert told == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
