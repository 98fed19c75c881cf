"""`footdrop check [PATH]`."""

from __future__ import annotations

import argparse
import os

from tutor.check.report import exit_code, render_report
from tutor.check.run import check_course
from tutor.course.finder import find_course


def check(options: argparse.Namespace) -> int:
    """Print every problem; 1 if there is one, else 0."""
    if options.path is not None:
        root = find_course(options.path, os.environ, "check PATH")
    else:
        root = find_course(options.course, os.environ)
    report = check_course(root)
    print(render_report(report, strict=options.strict))
    return exit_code(report, strict=options.strict)
