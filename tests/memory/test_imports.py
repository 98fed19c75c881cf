"""What the memory loads: status, next and Home look at cards without the library."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ["fsrs", "typing_extensions", "hashlib", "_hashlib", "dataclasses", "yaml", "sqlite3"]
HEAVY += ["textual", "rich", "random"]

LOOKING = """
from datetime import date
from tutor.memory import calibration, card, curve, day, forecast, mastery, next, queue
from tutor.memory import rating, retention, schedule, wilson
today = date(2026, 11, 22)
one = card.Card(2.3, 5.0, today, today, 1)
curve.recall(one.stability, 3)
forecast.forecast([one], today)
next.next_step(next.Situation())
mastery.mastery([], [])
"""
SAY = f"import sys; print([name for name in {HEAVY!r} if name in sys.modules])"


def loaded_after(code: str) -> str:
    run = [sys.executable, "-c", f"{code}\n{SAY}"]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def test_looking_at_cards_loads_nothing_heavy() -> None:
    assert loaded_after(LOOKING) == "[]"


def test_an_answer_loads_the_library() -> None:
    # Otherwise the test above would pass with a broken way of looking.
    answer = "schedule.step(None, rating.Rating.GOOD, today, 0, key='x')"
    assert "'fsrs'" in loaded_after(LOOKING + answer)
