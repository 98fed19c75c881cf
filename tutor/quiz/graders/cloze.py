"""`cloze`: a text with gaps. The score is the weighted mean of the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, AskAgain, Grade
from tutor.quiz.graders import grader_of
from tutor.quiz.graders.grader import NO_MORE, Asking, Looking, Told
from tutor.quiz.graders.parts import counted, listed, question_row, responses, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Cloze
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: Cloze, response: Mapping[str, object], asking: Asking) -> Grade | AskAgain:
    """A gap that was left open counts 0. What is missing is asked for in all gaps at once."""
    given = responses(response, "gaps")
    # The text may show the unit of a number behind its gap.
    stem = f"{asking.stem}\n{body.filled(lambda _: words.OPEN_GAP)}"
    inside = Asking(stem, asking.words, asking.asked)
    parts: dict[str, Grade] = {}
    questions: list[str] = []
    counts = False
    for number, (name, gap) in enumerate(body.in_text(), 1):
        graded: Grade | AskAgain = NO_ANSWER
        if name in given:
            graded = grader_of(gap.type).grade(gap.body, given[name], inside)
        if isinstance(graded, AskAgain) and asking.asked >= NO_MORE:
            graded = graded.final
        if isinstance(graded, AskAgain):
            questions.append(words.in_gap(number, graded.question))
            counts = counts or graded.counts
        else:
            parts[name] = graded
    if questions:
        return AskAgain(" ".join(questions), counts)
    if not given.keys() & parts.keys():
        return NO_ANSWER
    score = weighted_mean((gap.weight, parts[name].score) for name, gap in body.gaps)
    right = sum(one.right for one in parts.values())
    return counted(score, words.right_of(right, len(parts)), tuple(parts.items()))


def told(body: Cloze, response: Response, looking: Looking) -> Told:
    given = {} if response is None else responses(response, "gaps")
    rows = [
        question_row(name, number, words.gap(number), "", gap, given.get(name), looking)
        for number, (name, gap) in enumerate(body.in_text(), 1)
    ]
    return Told(
        given=words.DONT_KNOW if response is None else listed([row.given for row in rows]),
        right_answer=listed([row.answer for row in rows]),
        rows=tuple(rows),
    )


def order(body: Cloze, mixing: Mixing) -> tuple[str, ...]:
    """The options of every gap, each behind the gap's name."""
    return tuple(
        f"{name}/{one}"
        for name, gap in body.in_text()
        for one in grader_of(gap.type).order(gap.body, mixing.inside(name, mixing.shuffle))
    )
