"""The program as it is called in a shell, without a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

CHECKOUT = Path(__file__).parents[2]
Footdrop = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def footdrop() -> Footdrop:
    """`footdrop("doctor", stdout=None, PYTHONUNBUFFERED="1")`; the record is in the test's home."""

    def call(
        *words: str, stdout: IO[str] | int = subprocess.PIPE, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tutor", *words],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=CHECKOUT,
            env={**os.environ, **variables},
        )

    return call


def two_lines(done: subprocess.CompletedProcess[str]) -> str:
    """What was said of an expected failure: one error, one hint, and exit code 2."""
    error, hint = done.stderr.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")
    assert done.returncode == 2
    assert not done.stdout
    return error
