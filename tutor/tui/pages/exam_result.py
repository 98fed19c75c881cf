"""The result of an exam: the share, how far it can be trusted, and where points were lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tutor.memory.wilson import wilson
from tutor.prose import plain
from tutor.quiz.percent import percent
from tutor.quiz.result import Result
from tutor.quiz.session import Session
from tutor.quiz.stem import told_and_asked
from tutor.tui.digits import large
from tutor.tui.lines import BLANK, Line, Run, Token, bar, beside, paragraph, spread, width_of
from tutor.tui.pages.result import duration

_DIGITS_FROM = 60
_GAP = 3
_CERTAIN = 3
# A percentage of fewer questions says more than they do.
_WORTH_A_SHARE = 5


class ExamPage(NamedTuple):
    """All that the page shows. `names` are the short names of objectives by their ids."""

    session: Session
    result: Result
    names: Mapping[str, str]
    pass_percent: int
    time_ended: bool = False


def exam_result_lines(page: ExamPage, width: int) -> list[Line]:
    """Groups with a blank line between."""
    groups = [
        _score(page, width),
        _pass_line(page, width),
        _sure_and_wrong(page, width),
        _by_objective(page, width),
    ]
    lines: list[Line] = []
    for group in groups:
        if group:
            lines += [BLANK, *group] if lines else group
    return lines


def _score(page: ExamPage, width: int) -> list[Line]:
    result = page.result
    token: Token = "right-bold" if result.passed else "notice-bold"
    digits = [Line((Run(row, token),)) for row in large(result.percent)]
    column = width_of(digits[0].runs)
    if width < _DIGITS_FROM:
        return _words(page, width)
    return beside(digits, _words(page, width - column - _GAP), column, gap=_GAP)


def _words(page: ExamPage, width: int) -> list[Line]:
    result = page.result
    token: Token = "right-bold" if result.passed else "notice-bold"
    word = "✓ Passed" if result.passed else "Not yet"
    counts = (
        f" · {result.percent}% · {result.right} of {result.asked} right · {duration(result.ms)}"
    )
    lines = paragraph((Run(word, token), Run(counts)), width)
    points = f"{result.points:g} of {result.total:g} points."
    low, high = wilson(result.right, result.asked)
    questions = "1 question" if result.asked == 1 else f"{result.asked} questions"
    share = (
        f"{questions} tell only this much: between {round(low * 100)}% and "
        f"{round(high * 100)}% right (95 % range)."
    )
    said = f"{points} {share}"
    if page.time_ended:
        said = f"The time was over, so it was handed in. {said}"
    return lines + paragraph((Run(said, "muted"),), width)


def _pass_line(page: ExamPage, width: int) -> list[Line]:
    """The share as a bar with the mark where it should be."""
    length = min(width - 30, 40)
    words = f"pass line {page.pass_percent}%"
    if length < 10:
        return [Line((Run(f"The {words}.", "muted"),))]
    token: Token = "right" if page.result.passed else "notice"
    runs = bar(page.result.percent / 100, length, token)
    at = min(round(page.pass_percent / 100 * length), length - 1)
    marked = _with_mark(runs, at)
    return [Line((*marked, Run(f"  ┃ {words}", "muted")))]


def _with_mark(runs: tuple[Run, ...], at: int) -> tuple[Run, ...]:
    marked: list[Run] = []
    for run in runs:
        if 0 <= at < len(run.text):
            for text, token in (
                (run.text[:at], run.token),
                ("┃", "strong"),
                (run.text[at + 1 :], run.token),
            ):
                marked += [Run(text, token)] if text else []
        else:
            marked.append(run)
        at -= len(run.text)
    return tuple(marked)


def _sure_and_wrong(page: ExamPage, width: int) -> list[Line]:
    outcomes = page.session.outcomes
    wrong = [
        item
        for item in page.result.missed
        if outcomes[item.id].certainty == _CERTAIN and outcomes[item.id].response is not None
    ]
    if not wrong:
        return []
    lines = [Line((Run("Sure and wrong", "wrong-bold"), Run(f"  {len(wrong)}", "muted")))]
    for item in wrong:
        _, asked = told_and_asked(item.stem)
        number = Run(f"{page.session.number(item.id):>2}  ", "muted")
        lines += paragraph((Run(plain(asked or item.stem)),), width, first=(number,))
    return lines


def _by_objective(page: ExamPage, width: int) -> list[Line]:
    lines = [Line((Run("By objective", "head"),))]
    for id, right, asked in page.result.by_objective:
        words = f"{right} of {asked}"
        if asked >= _WORTH_A_SHARE:
            words += f", {percent(right, asked)}%"
        token: Token = "right" if right == asked else "notice" if right * 2 >= asked else "wrong"
        lines.append(spread((Run(page.names.get(id, id)),), (Run(words, token),), width))
    return lines
