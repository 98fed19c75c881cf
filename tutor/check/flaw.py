"""A flaw in something that was read well but written badly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.yamlread.problem import Severity

if TYPE_CHECKING:
    from tutor.yamlread.nodes import KeyPath


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a value, without its file.

    `path` leads from the thing that was checked to the flaw, by keys and list indexes as they
    stand in the file: ("options", 2, "text"). `words` are those within the value that the flaw is
    about, as they are written, or empty.
    """

    path: KeyPath
    severity: Severity
    message: str
    hint: str = ""
    words: str = ""


def fault(path: KeyPath, message: str, hint: str = "", words: str = "") -> Flaw:
    """A broken rule. The course opens with it, `check` does not pass."""
    return Flaw(path, Severity.FAULT, message, hint, words)


def advice(path: KeyPath, message: str, hint: str = "", words: str = "") -> Flaw:
    """Something worth a look. `check` passes unless it is strict."""
    return Flaw(path, Severity.HINT, message, hint, words)
