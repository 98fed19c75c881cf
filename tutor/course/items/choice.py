"""`single` (one best answer) and `multi` (choose all that apply)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mistake = Literal[
    "wrong-nerve",
    "wrong-root",
    "wrong-branch",
    "upper-for-lower",
    "lower-for-upper",
    "wrong-side",
    "unsafe",
    "outdated",
    "misread",
]


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer. `credit` (0.5) marks one that is acceptable and not best."""

    id: str
    text: str
    why: str
    right: bool = False
    credit: float | None = None
    error: Mistake | None = None
    pin: Literal["last"] | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[Option, ...]

    def key(self) -> object:
        return sorted([one.id, one.right, one.credit] for one in self.options)

    def option(self, id: str) -> Option | None:
        return next((one for one in self.options if one.id == id), None)


@dataclass(frozen=True, slots=True)
class Single(_Choice):
    """Exactly one option is right."""


@dataclass(frozen=True, slots=True)
class Multi(_Choice):
    """One or more options are right, one or more wrong."""
