"""`cloze`: a text with gaps, filled one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from tutor.course.items import Cloze, Gap, Option, Single
from tutor.plain.prose import tell as tell_prose
from tutor.quiz.graders import order_inside

if TYPE_CHECKING:
    from tutor.plain.question import Question
    from tutor.quiz.event import Response


def tell(question: Question) -> None:
    """The text with "gap 1" and so on in it."""
    body = _body(question)
    place = {name: number for number, (name, _) in enumerate(body.in_text(), 1)}
    tell_prose(question.talk, body.filled(lambda name: f"(gap {place[name]})"))


def answer(question: Question) -> Response:
    """What fills each gap; when it is asked for again, Enter keeps what was typed before."""
    gaps = _body(question).in_text()

    def tell_gap(at: int) -> None:
        name, gap = gaps[at]
        question.talk.say(f"Gap {at + 1} of {len(gaps)}:")
        if isinstance(gap.body, Single):
            question.tell_numbered(one.text for one in _options(question, name, gap.body))

    filled = question.in_parts(len(gaps), tell_gap, lambda at: _fill(question, *gaps[at]))
    given = zip(gaps, filled, strict=True)
    return {"gaps": {name: response for (name, _), response in given if response is not None}}


def _fill(question: Question, name: str, gap: Gap) -> Mapping[str, object]:
    before = _before(question, name)
    if isinstance(gap.body, Single):
        ids = [one.id for one in _options(question, name, gap.body)]
        keep = ids.index(before) + 1 if before in ids else 0
        return {"option": ids[question.number("Your answer", len(ids), keep) - 1]}
    what = "Type a number" if gap.type == "number" else "Type your answer"
    typed = question.line(what, f"Enter keeps {before}" if before else "")
    return {"text": typed or before}


def _before(question: Question, name: str) -> str:
    """What was typed or chosen the last time."""
    gaps = question.before.get("gaps") if question.before is not None else None
    response = gaps.get(name) if isinstance(gaps, Mapping) else None
    if not isinstance(response, Mapping):
        return ""
    return str(response.get("option") or response.get("text") or "")


def _options(question: Question, name: str, body: Single) -> list[Option]:
    by_id = {one.id: one for one in body.options}
    return [by_id[id] for id in order_inside(question.order, name)]


def _body(question: Question) -> Cloze:
    return cast("Cloze", question.item.body)
