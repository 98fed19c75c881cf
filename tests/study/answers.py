"""The right answer to any item, and sittings answered with it."""

from __future__ import annotations

from tutor.course.items import (
    Cloze,
    Emq,
    Item,
    Match,
    Mtf,
    Multi,
    Number,
    Order,
    Single,
    Text,
    TrueFalse,
)
from tutor.study.sitting import Sitting


def right_answer(item: Item) -> dict[str, object]:
    """The response that gets full score; of a case, ask for each of its stages."""
    return _of(item.body)


def _of(body: object) -> dict[str, object]:
    match body:
        case Single(options=options):
            return {"option": next(one.id for one in options if one.right)}
        case Multi(options=options):
            return {"options": [one.id for one in options if one.right]}
        case Text(accept=accept):
            return {"text": next(one.text for one in accept if one.credit == 1)}
        case Number():
            value = body.answer if body.answer is not None else body.low
            return {"text": f"{value:g} {body.unit or ''}".strip()}
        case TrueFalse():
            return {"true": body.answer}
        case Mtf():
            return {"statements": {one.id: one.true for one in body.statements}}
        case Emq():
            return {"stems": {one.id: one.answer for one in body.stems}}
        case Order():
            return {"steps": [one.id for one in body.steps]}
        case Match():
            return {"pairs": {one.id: one.answer for one in body.left}}
        case Cloze():
            return {"gaps": {name: _of(gap.body) for name, gap in body.gaps}}
    raise AssertionError(f"no right answer is known for {type(body).__name__}")


def answer_all(sitting: Sitting, *, known: bool = True) -> None:
    """Answer until nothing is open: rightly, or with "I don't know"."""
    while (item := sitting.current) is not None:
        question = sitting.question
        assert question is not None
        sitting.answer(item, right_answer(question) if known else None)
