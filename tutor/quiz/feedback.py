"""What both faces show after an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import Grade, Verdict
from tutor.quiz.graders import ResponseError, Row, Told, Words, final_grade, told

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.quiz.event import Response
    from tutor.quiz.session import Outcome

__all__ = ["Feedback", "Row", "feedback", "feedback_of", "verdict_of"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One answer, looked back on.

    `headline` is the verdict as one line. `given` is the learner's answer and `right_answer` the
    right one, each in a few words. `rows` are the options with their whys: the right ones, then
    those chosen, then the others; or the parts that were answered one by one, in their order; empty
    for typed answers. `note` is about this very answer, or empty. `explain` is the item's
    explanation, `sources` the keys of its sources.
    """

    verdict: Verdict
    headline: str
    given: str
    right_answer: str
    rows: tuple[Row, ...]
    note: str
    explain: str
    sources: tuple[str, ...]


def feedback(item: Item, response: Response, grade: Grade, order: tuple[str, ...]) -> Feedback:
    """Feedback on an answer just graded. `order` is the order in which options were shown."""
    return _feedback(item, told(item, response, order, grade), grade)


def feedback_of(item: Item, outcome: Outcome, glossary: Words, order: tuple[str, ...]) -> Feedback:
    """Feedback on an answer of the log, at the score that it got then.

    Never raises: an answer that no longer fits its item is said to be so.
    """
    try:
        now = final_grade(item, outcome.response, glossary)
        said = told(item, outcome.response, order, now)
    except ResponseError:
        then = Grade.of(outcome.score, note=words.NO_LONGER_FITS)
        blank = told(item, None, order)
        return _feedback(item, Told(words.CANNOT_SHOW, blank.right_answer, blank.rows), then)
    if abs(now.score - outcome.score) < 0.0001:
        return _feedback(item, said, now)
    note = words.OWN_VERDICT if outcome.overridden else words.GRADED_OTHERWISE
    return _feedback(item, said, Grade.of(outcome.score, note=note))


def verdict_of(outcome: Outcome) -> Verdict:
    """The verdict on an answer of the log: that of its feedback, without grading it again."""
    if outcome.response is None and not outcome.score:
        return Verdict.NO_ANSWER
    return Grade.of(outcome.score).verdict


def _feedback(item: Item, said: Told, grade: Grade) -> Feedback:
    return Feedback(
        verdict=grade.verdict,
        headline=words.headline(grade, in_parts=any(row.verdict for row in said.rows)),
        given=said.given,
        right_answer=said.right_answer,
        rows=said.rows,
        note=grade.note,
        explain=item.explain,
        sources=item.sources,
    )
