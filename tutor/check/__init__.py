"""The check of a whole course: the reader's problems and the rules of good items and lessons."""

from tutor.check.report import Report, exit_code, render_report
from tutor.check.run import check_course

__all__ = ["Report", "check_course", "exit_code", "render_report"]
