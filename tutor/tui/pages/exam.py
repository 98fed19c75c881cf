"""An exam before its first question, and the list of its questions while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tutor.prose import plain
from tutor.quiz.session import Session
from tutor.quiz.stem import told_and_asked
from tutor.store.model import SessionRow
from tutor.study.exam import SECONDS_AN_ITEM, Wish, limit_of, seconds_for
from tutor.tui.lines import BLANK, Line, Run, paragraph, spread
from tutor.tui.pages.home import place_words

HAND_IN = "hand-in"
_MORE_TIME = {1.0: "none", 1.25: "a quarter more", 1.5: "half as much more", 2.0: "twice the time"}


class Setup(NamedTuple):
    """An exam as it would be begun. `over` names what it is over, `counts` are the questions on
    each objective by its short name, `left` is an exam that was left open.
    """

    wish: Wish
    over: str
    counts: Sequence[tuple[str, int]]
    pass_percent: int
    left: SessionRow | None

    @property
    def questions(self) -> int:
        """How many it asks."""
        return sum(count for _, count in self.counts)


def start_lines(setup: Setup, width: int) -> list[Line]:
    """What can be chosen, and under it the blueprint: objectives and counts."""
    wish, questions = setup.wish, setup.questions
    limit = f"{SECONDS_AN_ITEM} s a question" if wish.timed else "none"
    rows = []
    if setup.left is not None:
        rows.append(_row("Go on with the one left open", left_words(setup.left), "resume", width))
    if questions:
        rows.append(_row("Begin", exam_words(questions, wish), "begin", width))
    rows += [
        BLANK,
        _row("Over", setup.over, "over", width),
        _row("Questions", str(questions), "ask", width),
        _row("Time limit", limit, "timed", width),
    ]
    if wish.timed:
        rows.append(_row("Extra time", _MORE_TIME[wish.factor], "factor", width))
    if not questions:
        words = "There is nothing to ask here: exams leave out drafts, cases and true or false."
        return [*rows, BLANK, *paragraph((Run(words, "muted"),), width, first=(Run("  "),))]
    words = (
        "No hints, and nothing is told before the end. You may go back and change every answer. "
        f"The pass line is {setup.pass_percent}%."
    )
    lines = [*rows, BLANK, *paragraph((Run(words, "muted"),), width, first=(Run("  "),))]
    lines += [BLANK, Line((Run("  "), Run("What it asks", "head")))]
    for name, count in setup.counts:
        lines.append(spread((Run("  "), Run(name)), (Run(f"{count} ", "muted"),), width))
    return lines


def _row(words: str, value: str, target: str, width: int) -> Line:
    name = Run(words, "strong" if target in ("begin", "resume") else "text")
    return spread((Run("  "), name), (Run(f"{value} ", "muted"),), width, target=target)


def exam_words(questions: int, wish: Wish) -> str:
    """ "20 questions, 38 min"."""
    asked = f"{questions} question{'s' if questions != 1 else ''}"
    time = f"{minutes(seconds_for(questions, wish.factor))} min" if wish.timed else "any time"
    return f"{asked}, {time}"


def left_words(row: SessionRow) -> str:
    """How far an exam is that was left open, and what its limit is."""
    limit = limit_of(row.options).seconds
    return place_words(row) + (f", {minutes(limit)} min in all" if limit else "")


def minutes(seconds: float) -> int:
    """Whole minutes, a part of one counted as one."""
    return int(-(-seconds // 60))


def time_left_words(seconds: int) -> str:
    """Minutes while there are some; nothing that runs before the eyes until the last one."""
    if seconds > 60:
        return f"{minutes(seconds)} min left"
    return f"{max(seconds, 0)} s left"


def list_lines(session: Session, width: int) -> list[Line]:
    """Every question with what there is of it, and at the end the way out."""
    lines: list[Line] = []
    for number, item in enumerate(session.items, 1):
        choice = session.chosen(item.id)
        answered = choice is not None and choice.response is not None
        _, asked = told_and_asked(item.stem)
        state = [Run("answered", "muted") if answered else Run("open", "notice")]
        if session.flagged(item.id):
            state.insert(0, Run("flagged · ", "accent"))
        words = (
            Run("  "),
            Run("· " if answered else "○ ", "muted" if answered else "notice"),
            Run(f"{number:>2}  ", "muted"),
            Run(plain(asked or item.stem)),
        )
        lines.append(spread(words, (*state, Run(" ")), width, target=item.id))
    left = len(session.items) - session.choices
    return [*lines, BLANK, _hand_in(f"{left} open" if left else "all answered", width)]


def _hand_in(words: str, width: int) -> Line:
    name = (Run("  "), Run("Hand in", "strong"))
    return spread(name, (Run(f"{words} ", "muted"),), width, target=HAND_IN)
