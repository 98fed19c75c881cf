"""What to do now: one step, ranked over everything that waits.

What was begun comes first, then what is being forgotten, then what is new. Nothing is locked:
this is advice, and the learner may do something else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a step does; Home and the command know how."""

    RESUME = "resume"
    REVIEW = "review"
    LESSON = "lesson"
    QUIZ = "quiz"
    AGAIN = "again"  # a quiz below the pass line
    WEAK = "weak"  # an objective to read again and to practise
    DONE = "done"


class Begun(NamedTuple):
    """A session left in the middle: its name ("Quiz 4"), answers given, questions in all."""

    name: str
    answered: int
    asked: int


class Reading(NamedTuple):
    """A lesson: screens read, the place (from 0) to read on, screens in all, minutes left.

    `questions` is the size of its quiz (0: none), `best` its best score in percent, `passed`
    whether that is on the pass line. `missed` counts what the pre-test missed of it, `length` is
    what there is to read, in words.
    """

    name: str
    read: int
    at: int
    screens: int
    minutes: int
    questions: int = 0
    best: int | None = None
    passed: bool = False
    missed: int = 0
    length: str = ""

    @property
    def all_read(self) -> bool:
        return self.read >= self.screens


class Weak(NamedTuple):
    """An objective that is weak: its short name, right answers of the newest, its lesson."""

    name: str
    right: int
    asked: int
    lesson: str


class Cards(NamedTuple):
    """Today's review: the due cards, how many of them were answered wrong as certain, what
    returns from earlier today, items never asked, and about how many minutes it takes.
    """

    due: int = 0
    sure_and_wrong: int = 0
    again: int = 0
    new: int = 0
    minutes: int = 0


class Situation(NamedTuple):
    """All that the step depends on.

    `unfinished` is the lesson begun and not done, `missed` the one whose pre-test missed most,
    `unread` the first not begun. `next_due` says in how many days the next card comes.
    """

    begun: Begun | None = None
    cards: Cards = Cards()
    unfinished: Reading | None = None
    missed: Reading | None = None
    unread: Reading | None = None
    weak: Weak | None = None
    next_due: int | None = None


class Step(NamedTuple):
    """`title` and `words` are Home's two lines; `line` is the whole step as one sentence."""

    kind: Kind
    title: str
    words: str
    line: str


def next_step(now: Situation) -> Step:
    """The first of these that there is.

    A session left in the middle; the review of what is due or was not known today; the lesson
    begun, until its quiz is passed; the lesson of which the pre-test missed most; the next
    lesson; items never asked; a weak objective. New lessons go before weak objectives, whose
    items come back by review anyhow.
    """
    if now.begun is not None:
        one = now.begun
        words = f"question {min(one.answered + 1, one.asked)} of {one.asked}"
        return Step(Kind.RESUME, one.name, words, f"Go on with {one.name}, {words}.")
    if now.cards.due or now.cards.again:
        return _review(now.cards)
    if now.unfinished is not None:
        return _go_on(now.unfinished)
    if now.missed is not None:
        return _read(now.missed)
    if now.unread is not None:
        return _read(now.unread)
    if now.cards.new:
        return _review(now.cards)
    if now.weak is not None:
        weak = now.weak
        words = f"{weak.right} of the last {weak.asked} right, lesson {weak.lesson}"
        return Step(Kind.WEAK, weak.name, words, f"Practise: {weak.name}, {words}.")
    return _rest(now.next_due)


def _review(cards: Cards) -> Step:
    due = "1 card is due" if cards.due == 1 else f"{cards.due} cards are due"
    parts = [due] if cards.due else []
    if cards.sure_and_wrong:
        parts.append(f"{cards.sure_and_wrong} of them sure and wrong")
    if cards.again:
        parts.append(f"{cards.again} to repeat")
    if cards.new:
        parts.append(f"{cards.new} new")
    if cards.minutes:
        parts.append(f"about {cards.minutes} min")
    words = ", ".join(parts)
    return Step(Kind.REVIEW, "Review", words, f"Review: {words}.")


def _go_on(lesson: Reading) -> Step:
    name = lesson.name
    if not lesson.all_read:
        return _read(lesson)
    if lesson.best is None:
        words = "all read, now its questions"
        return Step(Kind.QUIZ, f"Quiz: {name}", words, f"Quiz: {name}, {words}.")
    words = f"best so far {lesson.best}%"
    return Step(Kind.AGAIN, f"Once more: {name}", words, f"Once more the quiz: {name}, {words}.")


def _read(lesson: Reading) -> Step:
    name = lesson.name
    if lesson.read:
        words = f"screen {lesson.at + 1} of {lesson.screens}, {lesson.minutes} min left"
    else:
        length = lesson.length or f"{lesson.screens} screens"
        words = f"{length}, {lesson.minutes} min"
    if lesson.missed:
        asked = "question" if lesson.missed == 1 else "questions"
        words += f", {lesson.missed} {asked} missed before"
    verb = "Read on" if lesson.read else "Read"
    return Step(Kind.LESSON, name, words, f"{verb}: {name}, {words}.")


def _rest(next_due: int | None) -> Step:
    title = "Nothing is due"
    if next_due is None:
        return Step(Kind.DONE, title, "", f"{title}.")
    when = {0: "today", 1: "tomorrow"}.get(next_due, f"in {next_due} days")
    words = f"the next card comes {when}"
    return Step(Kind.DONE, title, words, f"{title}: {words}.")
