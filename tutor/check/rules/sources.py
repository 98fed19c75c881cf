"""Rules 1 and 13: what is taught can be traced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.check.rules.parts import explanations
from tutor.course.model import RecallCard, Screen, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.course.items import Item

_WHERE = "lessons/sources.yaml"
_AMOUNT = (
    r"(?:\d+(?:[.,]\d+)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s))"
)
_FIGURE = re.compile(
    rf"\b{_AMOUNT}(?:\s*(?:-|–|to|or|and)\s*{_AMOUNT})?\s*"
    r"(?:%|(?:per ?cent|milliseconds?|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)",
    re.I,
)


def figure_in(text: str) -> str | None:
    """The first percentage or length of time in a text ("40 %", "six weeks"), or None."""
    match = _FIGURE.search(text)
    return match.group() if match else None


def unsourced_item(item: Item) -> Iterator[Flaw]:
    """Rules 1 and 13. A learner may ask "who says so?" of any explanation, of a figure above all.

    The stem is not looked at: "for six weeks" tells of a patient, not of patients.
    """
    if item.sources:
        return
    for path, text in explanations(item):
        if figure := figure_in(text):
            yield fault(
                path,
                f'the figure "{figure}" has no source: the item cites none',
                f"add its key of {_WHERE} to the item's `sources`",
                figure,
            )
            return
    yield fault(("sources",), "the item cites no source", f"add a key of {_WHERE}")


def unsourced_page(page: Screen | RecallCard) -> Iterator[Flaw]:
    """Rule 13. A screen teaches, so it says where from; a card repeats what screens have said.

    A figure needs its source on a card, too.
    """
    if page.sources:
        return
    key, text = ("body", page.body) if isinstance(page, Screen) else ("answer", page.answer)
    if figure := figure_in(text):
        yield fault(
            (key,),
            f'the figure "{figure}" has no source',
            f"add `sources` with its key of {_WHERE}",
            figure,
        )
    elif isinstance(page, Screen):
        yield fault(("sources",), "the screen cites no source", f"add a key of {_WHERE}")


def unsourced_term(term: Term) -> Iterator[Flaw]:
    """Rule 13. A figure in the glossary needs its source; a plain meaning does not."""
    if not term.sources and (figure := figure_in(term.text)):
        yield fault(
            ("text",),
            f'the figure "{figure}" has no source',
            f"add `sources` with its key of {_WHERE}",
            figure,
        )
