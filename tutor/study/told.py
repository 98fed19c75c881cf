"""Progress in sentences, for every face and command: the numbers of the pictures as words.

Small numbers are said as counts. What would mislead is not said at all: streaks, the difficulty of
a question from one learner, scores of different exams beside each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.retention import ENOUGH
from tutor.quiz.percent import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tutor.memory.calibration import Level
    from tutor.store.model import Score
    from tutor.study.progress import ObjectiveRow, Progress

NOTHING_YET = "After your first quiz your scores stand here."
FEW = 4
"""Fewer scores than these are told in words and not drawn."""

_WORTH_A_SHARE = 10  # questions; a share of fewer says more than they do
_CLEAR = 5  # points in 100 between the older and the newer half
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEAKEST_FIRST = ("weak", "fading", "growing")


class Section(NamedTuple):
    """A few sentences under a head."""

    head: str
    lines: tuple[str, ...]


def told(now: Progress) -> tuple[Section, ...]:
    """Everything that Progress shows, in its order; none while nothing was answered."""
    if not now.answers:
        return ()
    sections = (
        Section("Study", (studied(now),)),
        Section("Due", due_words(now)),
        Section("Mastery", mastery_words(now)),
        Section("Quiz scores", score_words(now)),
        Section("How sure, and how right", certainty_words(now)),
        Section("Recall, expected and found", (retention_words(now),)),
    )
    return tuple(section for section in sections if section.lines)


def studied(now: Progress) -> str:
    """ "6 days studied, 3 of the last 7. 123 answers in 2 hours 40 minutes." """
    recent = sum((now.today - one.day).days < 7 for one in now.days)
    answers, took = counted(now.answers, "answer"), time_words(now.ms)
    return f"{counted(len(now.days), 'day')} studied, {recent} of the last 7. {answers} in {took}."


def due_words(now: Progress) -> tuple[str, ...]:
    """The cards of today, then of each day of the week that brings some."""
    lines = []
    if not any(now.due):
        lines.append("No card is due in the next 7 days.")
    else:
        days = [
            f"{count} {_day(now, away)}" for away, count in enumerate(now.due) if count and away
        ]
        lines.append(
            f"{counted(now.due[0], 'card')} today{', ' if days else ''}{', '.join(days)}. "
            f"{sum(now.due)} in all."
        )
    if now.sure_and_wrong:
        lines.append(
            f"{counted(now.sure_and_wrong, 'answer')} sure and wrong, not put right yet: "
            "the next review begins with them."
        )
    if now.stuck:
        what = "card pauses" if now.stuck == 1 else "cards pause"
        lines.append(f"{now.stuck} {what}: missed too often. Read the lesson again first.")
    return tuple(lines)


def due_line(now: Progress) -> str:
    """The due cards in a line: "14 today, then most on Sunday: 11"."""
    if not any(now.due):
        return "nothing in 7 days"
    most = max(range(1, len(now.due)), key=lambda away: now.due[away])
    if not now.due[most]:
        return f"{now.due[0]} today, then none"
    return f"{now.due[0]} today, then most {_day(now, most)}: {now.due[most]}"


def mastery_words(now: Progress) -> tuple[str, ...]:
    """How many objectives stand where; then each that was asked, what is weakest first."""
    counts = now.counts()
    words = ("secure", "fading", "growing", "weak", "new")
    said = [f"{counts[word]} {word}" for word in words if counts[word]]
    total = f"Of {counted(len(now.objectives), 'objective')}: {', '.join(said)}."
    asked = [*weak_spots(now), *(row for row in now.objectives if row.mastery.word == "secure")]
    return (total, *(objective_words(row) for row in asked))


def objective_words(row: ObjectiveRow) -> str:
    """ "Trace the nerve, lesson 4. Weak: 2 of the last 5 right." """
    return f"{row.objective.short}, lesson {row.lesson.number}. {row.mastery.words}"


def weak_spots(now: Progress) -> tuple[ObjectiveRow, ...]:
    """The objectives that want attention: weak, fading, growing; of each the least known first."""

    def rank(row: ObjectiveRow) -> tuple[int, float]:
        word, known = row.mastery.word, row.mastery
        return _WEAKEST_FIRST.index(word), known.right / max(known.asked, 1)

    return tuple(sorted((r for r in now.objectives if r.mastery.word in _WEAKEST_FIRST), key=rank))


def quizzes(now: Progress) -> tuple[Score, ...]:
    """The newest quizzes, oldest first."""
    return tuple(score for score in now.scores if score.kind == "quiz")


def score_words(now: Progress) -> tuple[str, ...]:
    """Quizzes as a row of numbers or, from four on, last, best and trend; the newest exam."""
    taken = quizzes(now)
    lines = []
    if 0 < len(taken) < FEW:
        said = [mark_of(score) for score in taken]
        if taken[-1].ended.date() == now.today:
            said[-1] = f"today {said[-1]}"
        trend = f", {trend_word(taken)}" if len(taken) > 1 else ""
        lines.append(f"{', '.join(said)}{trend}.")
    elif taken:
        best = max(taken, key=lambda score: score.percent)
        since = f"since {date_words(taken[0].ended.date(), now.today)}"
        lines.append(
            f"{len(taken)} quizzes {since}: last {mark_of(taken[-1])}, best {mark_of(best)}, "
            f"{trend_word(taken)}."
        )
    exam = next((score for score in reversed(now.scores) if score.kind == "exam"), None)
    if exam is not None:
        lines.append(exam_words(exam, now.today))
    return tuple(lines)


def exam_words(exam: Score, today: date) -> str:
    """An exam with the range that its number of questions leaves."""
    from tutor.memory.wilson import wilson

    low, high = wilson(exam.right, exam.asked)
    when = date_words(exam.ended.date(), today)
    return (
        f"Last exam, {when}: {exam.right} of {exam.asked} right. "
        f"So many questions leave a range of {percent(low, 1)} to {percent(high, 1)} in 100."
    )


def mark_of(score: Score) -> str:
    """ "86" in 100, or "6 of 8" where the questions were too few for a share."""
    if score.asked >= _WORTH_A_SHARE:
        return str(score.percent)
    return f"{score.right} of {score.asked}"


def trend_word(scores: Sequence[Score]) -> str:
    """rising, falling or steady: the newer half against the older one."""
    half = len(scores) // 2
    if not half:
        return "steady"
    older, newer = scores[:half], scores[-half:]
    change = (sum(s.percent for s in newer) - sum(s.percent for s in older)) / half
    return "rising" if change >= _CLEAR else "falling" if change <= -_CLEAR else "steady"


def certainty_words(now: Progress) -> tuple[str, ...]:
    """The share right at each certainty, with its count, and what that means."""
    asked = [level for level in now.calibration.levels if level.asked]
    if not asked:
        return (now.calibration.sentence,)
    return (*(f"{level_words(level)}." for level in asked), now.calibration.sentence)


def level_words(level: Level) -> str:
    """ "Certain: 25 of 30 right, 83 in 100"; the share from ten answers on."""
    share = "" if level.share is None else f", {percent(level.share, 1)} in 100"
    return f"{level.word.capitalize()}: {level.right} of {level.asked} right{share}"


def retention_words(now: Progress) -> str:
    """Recall as predicted and as found, or how many reviews are still missing for that."""
    if now.retention is not None:
        return now.retention.words
    return f"From {ENOUGH} reviews on: what was expected, and what you knew. So far {now.reviews}."


def counted(number: int, thing: str) -> str:
    """ "1 day", "3 days"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def time_words(ms: int) -> str:
    """ "less than a minute", "9 minutes", "2 hours 40 minutes"."""
    minutes = round(ms / 60_000)
    if not minutes:
        return "less than a minute"
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "hour"), (minutes, "minute"))
    return " ".join(counted(number, thing) for number, thing in parts if number)


def date_words(day: date, today: date) -> str:
    """ "today", "yesterday", "15 November", with the year when it is another one."""
    away = (today - day).days
    if away in (0, 1):
        return ("today", "yesterday")[away]
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def weekday(day: date) -> str:
    """ "Sunday"."""
    return _DAYS[day.weekday()]


def _day(now: Progress, away: int) -> str:
    return f"on {_DAYS[(now.today.weekday() + away) % 7]}"
