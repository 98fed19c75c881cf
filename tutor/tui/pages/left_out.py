"""What cannot be shown or asked now, in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tutor.course.finder import find_course
from tutor.course.library import Library
from tutor.errors import TutorError
from tutor.study.left_out import why_no_quiz, why_no_review
from tutor.yamlread.problem import Problem

__all__ = ["check_command", "left_out_words", "why_no_quiz", "why_no_review"]

_NAMED = 3


def left_out_words(library: Library, errors: Sequence[Problem]) -> str:
    """Which files have mistakes, and the command that lists them."""
    files = list(dict.fromkeys(one.path.rpartition("/")[2] for one in errors))
    more = len(files) - _NAMED
    named = ", ".join(files[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    mistakes = "1 mistake" if len(errors) == 1 else f"{len(errors)} mistakes"
    spoilt = "what it spoils" if len(errors) == 1 else "what they spoil"
    every = "it" if len(errors) == 1 else "each of them"
    return (
        f"{mistakes} in {named}: {spoilt} is left out, the rest works. "
        f"{check_command(library.root)} names {every}."
    )


def check_command(root: Path) -> str:
    """The command that checks the course in this folder, also from another one."""
    try:
        own = find_course(None, {})
        if own.samefile(root):
            return "footdrop check"
    except (OSError, TutorError):
        pass
    folder = str(root)
    return f'footdrop check "{folder}"' if " " in folder else f"footdrop check {folder}"
