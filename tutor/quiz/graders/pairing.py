"""What `emq` and `match` have in common: each question is answered by one of what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, Grade
from tutor.quiz.graders.grader import Row, Told
from tutor.quiz.graders.parts import answers, counted, listed, verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items.offered import Asked, Offered
    from tutor.quiz.event import Response


def share_right(asked: tuple[Asked, ...], response: Mapping[str, object], key: str) -> Grade:
    """Right answers / questions."""
    chosen = answers(response, key, str)
    if not chosen:
        return NO_ANSWER
    right = sum(chosen.get(one.id) == one.answer for one in asked)
    return counted(right / len(asked), words.right_of(right, len(asked)))


def pairs_told(
    asked: tuple[Asked, ...], offered: tuple[Offered, ...], response: Response, key: str
) -> Told:
    """Each question with its answers, in the author's order."""
    chosen = {} if response is None else answers(response, key, str)
    texts = {one.id: one.text for one in offered}
    rows = []
    for number, one in enumerate(asked, 1):
        given = chosen.get(one.id)
        rows.append(
            Row.part(
                id=one.id,
                number=number,
                text=one.text,
                why=one.why,
                verdict=verdict(given, given == one.answer),
                given="" if given is None else texts.get(given, words.GONE),
                answer=texts[one.answer],
            )
        )
    return Told(
        given=words.DONT_KNOW if response is None else listed([row.given for row in rows]),
        right_answer=listed([row.answer for row in rows]),
        rows=tuple(rows),
    )
