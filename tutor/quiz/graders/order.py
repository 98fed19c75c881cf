"""`order`: steps in their order. max(0, (C - D) / P), Kendall's tau floored at 0.

C pairs of steps stand in the right order, D in the wrong one, P = C + D; pairs within a group that
may stand in any order are not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from tutor.quiz import words
from tutor.quiz.grade import NO_ANSWER, Grade
from tutor.quiz.graders.grader import Asking, Looking, ResponseError, Row, Told
from tutor.quiz.graders.parts import counted, verdict

if TYPE_CHECKING:
    from tutor.course.items import Order
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing


def grade(body: Order, response: Mapping[str, object], asking: Asking) -> Grade:  # noqa: ARG001
    given = _given(response)
    if not given:
        return NO_ANSWER
    place = {id: n for n, id in enumerate(given)}
    pairs = [
        (before, after)
        for earlier, later in combinations(body.groups(), 2)
        for before in earlier
        for after in later
    ]
    # A step that the course has gained since is in no order: neither for nor against.
    there = [(a, b) for a, b in pairs if a in place and b in place]
    right = sum(place[before] < place[after] for before, after in there)
    score = max(0.0, (2 * right - len(there)) / len(pairs))
    brief = words.pairs_in_order(right, len(pairs))
    return counted(score, brief if score else f"{brief}, {words.AS_IF_GUESSED}")


def told(body: Order, response: Response, looking: Looking) -> Told:  # noqa: ARG001
    given = () if response is None else _given(response)
    texts = {one.id: words.one_line(one.text) for one in body.steps}
    # Where each stands among those that are still steps.
    place = {id: n for n, id in enumerate((one for one in given if one in texts), 1)}
    allowed = _allowed(body)
    rows = []
    for number, one in enumerate(body.steps, 1):
        at = place.get(one.id)
        rows.append(
            Row.part(
                id=one.id,
                number=number,
                text=one.text,
                why=one.why,
                verdict=verdict(at, at in allowed[one.id]),
                given="" if at is None else words.place((at,)),
                answer=words.place(tuple(allowed[one.id])),
            )
        )
    return Told(
        given=words.DONT_KNOW
        if response is None
        else words.sequence([(texts[one],) for one in place]),
        right_answer=words.sequence([[texts[id] for id in group] for group in body.groups()]),
        rows=tuple(rows),
    )


def order(body: Order, mixing: Mixing) -> tuple[str, ...]:
    """Drawn, also where the author says that nothing is: the author's order is the answer."""
    drawn = mixing._replace(shuffle=True).mixed(one.id for one in body.steps)
    allowed = _allowed(body)
    if all(n in allowed[id] for n, id in enumerate(drawn, 1)):
        return drawn[::-1]
    return drawn


def _allowed(body: Order) -> dict[str, range]:
    """The places, from 1, at which each step may stand."""
    places: dict[str, range] = {}
    start = 1
    for group in body.groups():
        places.update(dict.fromkeys(group, range(start, start + len(group))))
        start += len(group)
    return places


def _given(response: Mapping[str, object]) -> tuple[str, ...]:
    given = response.get("steps") if isinstance(response, Mapping) else None
    if not isinstance(given, list | tuple):
        raise ResponseError
    if not all(isinstance(one, str) for one in given) or len(set(given)) < len(given):
        raise ResponseError
    return tuple(given)
