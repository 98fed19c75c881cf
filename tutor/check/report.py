"""What a whole check found, and how it is said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tutor.yamlread.problem import Problem, Severity, render


@dataclass(frozen=True, slots=True)
class Report:
    """Every problem of a course, in order of file and place, and how much of it was read well."""

    problems: tuple[Problem, ...]
    lessons: int
    items: int


def render_report(report: Report, strict: bool = False) -> str:
    """Every problem with its place and way out, then one line that sums up.

    Where only hints were found, that line says that they do no harm (unless `strict`).
    """
    parts = [render(problem) for problem in report.problems]
    return "\n\n".join([*parts, _summary(report, strict)])


def exit_code(report: Report, strict: bool = False) -> int:
    """1 if there are errors or faults (with `strict` hints, too), else 0."""
    harmless = set() if strict else {Severity.HINT}
    return int(any(one.severity not in harmless for one in report.problems))


def _summary(report: Report, strict: bool) -> str:
    if not report.problems:
        return (
            f"{_counted(report.lessons, 'lesson')}, {_counted(report.items, 'item')}: no problems."
        )
    counts = Counter(one.severity for one in report.problems)
    said = [_counted(counts[kind], kind.value) for kind in Severity if counts[kind]]
    files = len({one.path for one in report.problems})
    line = f"{', '.join(said)} in {_counted(files, 'file')}."
    if set(counts) == {Severity.HINT} and not strict:
        line += " Hints alone do not fail the check."
    return line


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
