"""What the quiz rules load."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ["hashlib", "_hashlib", "difflib", "yaml", "sqlite3", "tempfile", "textual", "rich"]


def test_the_rules_load_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "import tutor.quiz.draw, tutor.quiz.feedback, tutor.quiz.result, tutor.quiz.shuffle\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
