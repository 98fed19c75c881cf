"""What `single` and `multi` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.graders.grader import Row

if TYPE_CHECKING:
    from collections.abc import Collection

    from tutor.course.items.choice import Option


def rows(
    options: tuple[Option, ...], chosen: Collection[str], order: tuple[str, ...]
) -> tuple[Row, ...]:
    """The options as feedback shows them: the right ones, those chosen, then the others.

    Within each group as they were shown. An option that `order` does not name comes last.
    """
    place = {one: n for n, one in enumerate(order, 1)}
    unknown = len(place)
    for option in options:
        if option.id not in place:
            unknown += 1
            place[option.id] = unknown
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
