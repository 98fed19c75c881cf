"""What a type asks of its parts, beyond what can be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, advice, fault
from tutor.course.items import Case, Item, Mtf, Order

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = ("options", "statements", "stems", "steps", "left", "right")
_ENOUGH_STEPS = 4


def same_text(item: Item) -> Iterator[Flaw]:
    """Rule 6. Two options that read the same cannot be told apart, and one of them is wrong."""
    for key in _LISTS:
        seen: set[str] = set()
        for at, one in enumerate(getattr(item.body, key, ())):
            text = " ".join(one.text.casefold().split())
            if text in seen:
                yield fault((key, at, "text"), f'"{one.text.strip()}" stands here twice')
            seen.add(text)


def few_steps(item: Item) -> Iterator[Flaw]:
    """Section 3. Blind guessing scores 0.28 with three steps and 0.19 with four."""
    if isinstance(item.body, Order) and len(item.body.steps) < _ENOUGH_STEPS:
        yield advice(
            ("steps",),
            f"{len(item.body.steps)} steps are often put in order by guessing",
            f"{_ENOUGH_STEPS} or more tell more",
        )


def one_sided_statements(item: Item) -> Iterator[Flaw]:
    """Section 3. Whoever finds out that all are true need not know one of them."""
    if isinstance(item.body, Mtf) and len({one.true for one in item.body.statements}) == 1:
        word = "true" if item.body.statements[0].true else "false"
        yield advice(("statements",), f"every statement is {word}", "turn one or two of them round")


def hints_of_a_case(item: Item) -> Iterator[Flaw]:
    """A hint belongs to the stage that is being asked; those of the case would never be seen."""
    if isinstance(item.body, Case) and item.hints:
        yield fault(("hints",), "a case has no hints of its own", "give them to a stage")
