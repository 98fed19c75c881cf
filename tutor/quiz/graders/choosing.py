"""What the types with options have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.graders.grader import Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tutor.course.items.choice import Option
    from tutor.quiz.shuffle import Mixing


def rows(
    options: tuple[Option, ...], chosen: Collection[str], order: tuple[str, ...]
) -> tuple[Row, ...]:
    """The options as feedback shows them: the right ones, those chosen, then the others.

    Within each group as they were shown. An option that `order` does not name comes last.
    """
    place = places((one.id for one in options), order)
    made = [
        Row(
            id=one.id,
            number=place[one.id],
            text=one.text,
            why=one.why,
            right=one.right,
            chosen=one.id in chosen,
        )
        for one in options
    ]
    return tuple(sorted(made, key=lambda row: (not row.right, not row.chosen, row.number)))


def places(ids: Iterable[str], order: tuple[str, ...]) -> dict[str, int]:
    """The number of each id, from 1, in the order shown; what it does not name comes last."""
    named = dict.fromkeys((*order, *ids))
    return {one: n for n, one in enumerate(named, 1)}


def options_order(options: tuple[Option, ...], mixing: Mixing) -> tuple[str, ...]:
    """Mixed, but for an option that stays last."""
    free = [one.id for one in options if one.pin is None]
    pinned = [one.id for one in options if one.pin == "last"]
    return (*mixing.mixed(free), *pinned)
