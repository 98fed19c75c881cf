"""The result of a quiz: the score, by objective, what to read again, every question, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tutor.course.items import Item
from tutor.course.model import Lesson, Screen
from tutor.prose import plain
from tutor.quiz.feedback import verdict_of
from tutor.quiz.grade import Verdict
from tutor.quiz.percent import percent
from tutor.quiz.result import Result
from tutor.quiz.session import Session
from tutor.quiz.stem import asked_of
from tutor.store.model import Score
from tutor.tui.digits import large
from tutor.tui.lines import (
    BLANK,
    Line,
    Run,
    Token,
    bar,
    beside,
    cut,
    paragraph,
    spread,
    width_of,
)
from tutor.tui.pages.signs import answer_sign
from tutor.tui.pages.sure import CERTAIN

QUESTIONS_FROM = 100
_HISTORY_SHOWN = 5
_DIGITS_FROM = 60
_DIGIT_GAP = 3
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """All that the page shows.

    `lesson` is None where the items come from many; `names` are the short names of objectives by
    their ids. `earlier` are the scores before this one, oldest first. `known` says of each lesson
    of a pre-test what was found (its name, and how many were missed). `coming` says when cards
    come back, `following` what is next.
    """

    lesson: Lesson | None
    session: Session
    result: Result
    names: Mapping[str, str]
    earlier: tuple[Score, ...]
    read_again: tuple[tuple[int, Screen], ...]
    following: str
    today: date
    pass_line: float
    known: tuple[tuple[str, int], ...] = ()
    coming: str = ""


def result_lines(page: ResultPage, width: int, height: int) -> list[Line]:
    """Groups with a blank line between; the list of questions stands on high windows."""
    groups = [
        _score(page, width),
        _known(page, width),
        _sure_and_wrong(page, width),
        _by_objective(page, width),
        _read_again(page, width),
        question_list(page.session, width) if height >= 30 else _missed(page, width),
        _history(page, width),
        _next(page, width),
    ]
    lines: list[Line] = []
    for group in groups:
        if group:
            lines += [BLANK, *group] if lines else group
    return lines


def _known(page: ResultPage, width: int) -> list[Line]:
    """After a pre-test: what may be skimmed, and what is worth its time."""
    if not page.known:
        return []
    lines = [Line((Run("Lessons", "head"),))]
    for name, missed in page.known:
        words = f"{missed} missed: read it" if missed else "known: you may skim it"
        lines.append(spread((Run(name),), (Run(words, "notice" if missed else "right"),), width))
    return lines


def sure_and_wrong(session: Session) -> tuple[Item, ...]:
    """The items that were answered wrong and certain."""
    found = ((item, session.outcomes.get(item.id)) for item in session.items)
    return tuple(
        item
        for item, one in found
        if one is not None and one.certainty == CERTAIN and not one.right and one.response
    )


def _sure_and_wrong(page: ResultPage, width: int) -> list[Line]:
    items = sure_and_wrong(page.session)
    head = [Line((Run("Sure and wrong", "wrong-bold"),))] if items else []
    return head + [_asked_line(page.session, item, width) for item in items]


def _missed(page: ResultPage, width: int) -> list[Line]:
    """Where no lesson tells what to read again, what was missed is named."""
    if page.lesson is not None or page.session.kind == "pretest":
        return []
    told = sure_and_wrong(page.session)
    items = [item for item in page.result.missed if item not in told]
    head = [Line((Run("Missed", "head"),))] if items else []
    return head + [_asked_line(page.session, item, width) for item in items]


def _asked_line(session: Session, item: Item, width: int) -> Line:
    number = Run(f"{session.number(item.id):>2}  ", "muted")
    return Line(cut((number, Run(plain(asked_of(item)))), width))


# The kinds of session whose score is no score of a quiz: the word for it, and what it means.
_UNSCORED = {
    "retry": ("Tried again", "The score of the quiz stays as it was."),
    "review": ("Reviewed", "The first answer to each counts; what came back was practice."),
    "cram": ("Practised", "Scores and the calendar stay as they were."),
    "pretest": ("Pre-test done", "It is no score: it shows what to read."),
}


def _score(page: ResultPage, width: int) -> list[Line]:
    result = page.result
    token: Token = "right-bold" if result.passed else "notice-bold"
    unscored = _UNSCORED.get(page.session.kind)
    if unscored is not None:
        return _verdict(page, unscored[0], "strong", unscored[1], width)
    word, words = "✓ Passed", _compared(page)
    if not result.passed:
        word, words = "Not yet", f"{_mark(page)} {words}"
    if width < _DIGITS_FROM:
        return _verdict(page, word, token, words, width)
    digits = [Line((Run(row, token),)) for row in large(result.percent)]
    column = width_of(digits[0].runs)
    told = _verdict(page, word, token, words, width - column - _DIGIT_GAP)
    return beside(digits, told, column, gap=_DIGIT_GAP)


def _verdict(page: ResultPage, word: str, token: Token, words: str, width: int) -> list[Line]:
    result = page.result
    counts = f"{result.percent}% · {result.right} of {result.asked} right · {duration(result.ms)}"
    lines = paragraph((Run(word, token), Run(f" · {counts}")), width)
    lines += paragraph((Run(words, "muted"),), width)
    extras = []
    if result.partly:
        extras.append(f"{result.points:g} of {result.total:g} points with the parts that counted")
    if result.hints:
        extras.append(f"{result.hints} hint{'s' if result.hints != 1 else ''} used")
    if result.changed:
        extras.append(f"{result.changed} answer{'s' if result.changed != 1 else ''} changed")
    if extras:
        sentence = ", ".join(extras)
        lines += paragraph((Run(sentence[0].upper() + sentence[1:] + ".", "muted"),), width)
    return lines


def _mark(page: ResultPage) -> str:
    """What it takes to pass; in questions where each is worth a point, else as a share."""
    total, line = page.result.asked, percent(page.pass_line, 1.0)
    if page.result.total != total:
        return f"The mark is {line}%."
    needed = next(n for n in range(total + 1) if percent(n, total) >= line)
    return f"The mark is {needed} of {total}."


def _compared(page: ResultPage) -> str:
    if not page.earlier:
        return "Your first score for this quiz."
    best = max(page.earlier, key=lambda score: score.percent)
    mine = page.result.percent
    on = day_words(best.ended, page.today)
    if mine > best.percent:
        return f"Your best so far. Before: {best.percent}%, {on}."
    if mine == best.percent:
        return f"As good as your best, {on}."
    return f"Your best is {best.percent}%, {on}."


def _by_objective(page: ResultPage, width: int) -> list[Line]:
    lines = [Line((Run("By objective", "head"),))]
    room = max(min(width - 52, 28), 0)
    for id, right, asked in page.result.by_objective:
        name = page.names.get(id, id)
        token: Token = "right" if right == asked else "notice" if right * 2 >= asked else "wrong"
        word = {"right": "all right", "notice": "in part", "wrong": "read again"}[token]
        gauge = (*bar(right / asked, room, token), Run("  ")) if room >= 8 else ()
        tail = (*gauge, Run(f"{right} of {asked}  "), Run(f"{word:<10}", token))
        lines.append(spread((Run(name),), tail, width))
    return lines


def _read_again(page: ResultPage, width: int) -> list[Line]:
    if not page.read_again:
        return []
    lines = [Line((Run("Read again", "head"),))]
    for number, (index, screen) in enumerate(page.read_again, 1):
        words = (Run(f"Screen {index + 1}"), Run("  " + screen.title, "muted"))
        lines.append(spread(words, (Run(str(number), "key"),), width))
    return lines


def question_list(session: Session, width: int) -> list[Line]:
    """Every question with its sign, in the order asked."""
    lines = [Line((Run("Questions", "head"),))]
    for number, item in enumerate(session.items, 1):
        outcome = session.outcomes.get(item.id)
        sign = answer_sign(verdict_of(outcome) if outcome else Verdict.NO_ANSWER)
        tail = "changed" if outcome and outcome.changed else ""
        flag = "flagged" if session.flagged(item.id) else ""
        right = (Run(" · ".join(word for word in (flag, tail) if word), "muted"),)
        words = (
            Run(f"{sign.text} ", sign.token),
            Run(f"{number:>2}  ", "muted"),
            Run(plain(asked_of(item)), "text" if outcome and outcome.right else "bold"),
        )
        lines.append(spread(words, right, width))
    return lines


def _history(page: ResultPage, width: int) -> list[Line]:
    if not page.earlier or page.session.kind != "quiz":
        return []
    runs: list[Run] = []
    for score in page.earlier[-_HISTORY_SHOWN:]:
        runs += [
            Run(day_words(score.ended, page.today) + "  ", "muted"),
            Run(f"{score.percent}%   "),
        ]
    runs += [Run("now  ", "muted"), Run(f"{page.result.percent}%", "strong")]
    return [Line((Run("History", "head"),)), Line(cut(runs, width))]


def _next(page: ResultPage, width: int) -> list[Line]:
    lines = paragraph((Run(page.coming, "muted"),), width) if page.coming else []
    if not page.following:
        return lines
    step = Line(cut((Run(page.following, "strong"),), width))
    return [*lines, Line((Run("Next", "head"),)), step]


def duration(ms: int) -> str:
    """Time taken, in the words people use."""
    seconds = round(ms / 1000)
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def day_words(when: datetime, today: date) -> str:
    """ "today", "yesterday", "15 Nov", with the year when it is another one."""
    day = when.date()
    if day == today:
        return "today"
    if (today - day).days == 1:
        return "yesterday"
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def clock_words(when: datetime) -> str:
    """The time of day as it was where the answer was given."""
    return f"{when.hour:02}:{when.minute:02}"


def scores_of(scores: Sequence[Score], lesson: str) -> tuple[Score, ...]:
    """The quiz scores of one lesson, oldest first."""
    return tuple(one for one in scores if one.lesson == lesson and one.kind == "quiz")
