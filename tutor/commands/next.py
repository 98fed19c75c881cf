"""`footdrop next`: one line, what to do now."""

from __future__ import annotations

import argparse

from tutor.commands.codes import DONE
from tutor.commands.desk import desk_to_read
from tutor.study.plan import course_map


def next_(options: argparse.Namespace) -> int:
    """Print it."""
    with desk_to_read(options) as desk:
        print(course_map(desk).step.line)
    return DONE
