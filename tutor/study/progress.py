"""What Progress and `status` tell: one value, from which every face makes its own picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.memory.calibration import Calibration, calibration
from tutor.memory.curve import recall
from tutor.memory.mastery import Mastery, mastery
from tutor.memory.retention import Retention, retention
from tutor.study.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tutor.course.outline import LessonEntry, Objective
    from tutor.memory.mastery import Evidence
    from tutor.store.model import Score
    from tutor.store.views import Day, HeldCard

SCORED = ("quiz", "exam")
NEWEST_SCORES = 20
# Ten answers' weight: true or false counts half.
_EVIDENCE = 20


class ObjectiveRow(NamedTuple):
    """An objective, the lesson that teaches it, and where it stands."""

    objective: Objective
    lesson: LessonEntry
    mastery: Mastery


class Progress(NamedTuple):
    """Everything at a glance.

    `scores` are the newest quizzes and exams, oldest first. `due` counts the cards of today (with
    what is overdue) and of each of the six days after. `sure_and_wrong` counts certain
    and wrong answers not put right yet, `stuck` the cards that pause. `days` are the study
    days, oldest first.
    """

    today: date
    scores: tuple[Score, ...]
    due: tuple[int, ...]
    objectives: tuple[ObjectiveRow, ...]
    calibration: Calibration
    retention: Retention | None
    reviews: int
    days: tuple[Day, ...]
    sure_and_wrong: int
    stuck: int

    @property
    def answers(self) -> int:
        """Answers given in all."""
        return sum(day.answers for day in self.days)

    @property
    def ms(self) -> int:
        """The time they took."""
        return sum(day.ms for day in self.days)

    def counts(self) -> dict[str, int]:
        """How many objectives stand at each word: new, weak, growing, fading, secure."""
        found = dict.fromkeys(("new", "weak", "growing", "fading", "secure"), 0)
        for row in self.objectives:
            found[row.mastery.word] += 1
        return found


def progress(desk: Desk) -> Progress:
    """Read it from the record; nothing here reads the whole log or opens a lesson."""
    learner, course, store = desk.learner.id, desk.library.header.id, desk.store
    today = store.today(learner)
    cards = store.cards(learner, course, today)
    told = store.recalls(learner, course)
    return Progress(
        today=today,
        scores=store.newest_scores(learner, course, SCORED, NEWEST_SCORES),
        due=store.due_forecast(learner, course, today),
        objectives=_objectives(desk, cards, today),
        calibration=calibration(store.calibration(learner, course)),
        retention=retention(told.reviews, told.recalled, told.predicted),
        reviews=told.reviews,
        days=store.days(learner, course),
        sure_and_wrong=len(store.confident_errors(learner, course)),
        stuck=sum(one.card.stuck for one in cards),
    )


def _objectives(desk: Desk, cards: Iterable[HeldCard], today: date) -> tuple[ObjectiveRow, ...]:
    evidence = desk.store.evidence(desk.learner.id, desk.library.header.id, _EVIDENCE)
    recalls: dict[str, list[float]] = {}
    for one in cards:
        chance = recall(one.card.stability, (today - one.card.last).days)
        recalls.setdefault(one.objective, []).append(chance)

    def row(objective: Objective, lesson: LessonEntry) -> ObjectiveRow:
        told, chances = evidence.get(objective.id, ()), recalls.get(objective.id, ())
        found = mastery(told, chances)
        # Only the course knows which items ask for more than recall. A quiz is opened where that
        # would make a difference: `status` shall not read them all.
        if found != mastery([one._replace(applied=True) for one in told], chances):
            found = mastery(_with_levels(desk, lesson, told), chances)
        return ObjectiveRow(objective, lesson, found)

    return tuple(
        row(objective, lesson) for lesson in desk.library.lessons for objective in lesson.objectives
    )


def _with_levels(desk: Desk, lesson: LessonEntry, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence with whether an item asks for more than recall."""
    quiz = desk.library.quiz(lesson.id)
    applied = {one.id for one in quiz.items if one.level != "recall"} if quiz else set()
    return [one._replace(applied=one.item in applied) for one in evidence]
