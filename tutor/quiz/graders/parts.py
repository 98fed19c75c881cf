"""What the types have in common whose parts are answered one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, Grade, Verdict
from tutor.quiz.graders import grader_of
from tutor.quiz.graders.grader import Looking, ResponseError, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tutor.course.items import Gap, Stage
    from tutor.quiz.event import Response

V = TypeVar("V")


def answers(response: Mapping[str, object], key: str, kind: type[V]) -> dict[str, V]:
    """The answers under `key`, by the ids of their parts. Raises `ResponseError`."""
    given = response.get(key) if isinstance(response, Mapping) else None
    if not isinstance(given, Mapping):
        raise ResponseError
    found: dict[str, V] = {}
    for id, value in given.items():
        if not isinstance(id, str) or not isinstance(value, kind):
            raise ResponseError
        found[id] = value
    return found


def responses(response: Mapping[str, object], key: str) -> dict[str, Mapping[str, object]]:
    """The responses to parts that are questions themselves, without those that were left open.

    None says "I don't know", here as everywhere. Raises `ResponseError`.
    """
    given = answers(response, key, object)
    found: dict[str, Mapping[str, object]] = {}
    for id, value in given.items():
        if isinstance(value, Mapping):
            found[id] = value
        elif value is not None:
            raise ResponseError
    return found


def counted(score: float, brief: str, parts: tuple[tuple[str, Grade], ...] = ()) -> Grade:
    """The grade of several parts; `brief` says how many of them were right."""
    graded = Grade.of(score, parts=parts)
    return graded if graded.right else Grade.of(score, brief=brief, parts=parts)


def weighted_mean(scores: Iterable[tuple[float, float]]) -> float:
    """The mean of (weight, score)."""
    pairs = tuple(scores)
    return sum(weight * score for weight, score in pairs) / sum(weight for weight, _ in pairs)


def verdict(given: object | None, right: bool) -> Verdict:
    """The verdict on a part that is right or wrong; None as answer is none."""
    if given is None:
        return Verdict.NO_ANSWER
    return Verdict.RIGHT if right else Verdict.WRONG


def question_row(
    id: str,
    number: int,
    text: str,
    explain: str,
    question: Gap | Stage,
    response: Response,
    looking: Looking,
) -> Row:
    """The row of a part that is a question of its own."""
    graded = looking.parts.get(id, NO_ANSWER)
    told = grader_of(question.type).told(question.body, response, looking.inside(id))
    brief = f"{words.capital(graded.brief)}." if graded.brief else ""
    whys = [graded.note, brief, explain]
    if not explain:  # a gap: its options say why, the chosen one first
        chosen = sorted(told.rows, key=lambda row: not row.chosen)
        whys += [row.why for row in chosen if row.right or row.chosen]
    return Row.part(
        id=id,
        number=number,
        text=text,
        why=" ".join(why.strip() for why in whys if why),
        verdict=graded.verdict,
        given="" if response is None else told.given,
        answer=told.right_answer,
        rows=told.rows,
    )


def listed(texts: Sequence[str]) -> str:
    """The answers to all parts, one after the other."""
    return "; ".join(words.one_line(text) or words.NOT_ANSWERED for text in texts)
