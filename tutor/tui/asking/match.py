"""`match`: each on the left gets its partner from one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.tui.asking.parts import Part, Parts

if TYPE_CHECKING:
    from tutor.course.items import Item, Match
    from tutor.quiz.event import Response


class MatchForm(Parts):
    """One on the left after the other. What is taken already may be taken again, and changed."""

    @property
    def response(self) -> Response:
        return {"pairs": dict(self.given)} if self.given else None


def form(item: Item, order: tuple[str, ...]) -> MatchForm:
    """A form without pairs."""
    body = cast("Match", item.body)
    by_id = {one.id: one for one in body.right}
    options = [by_id[id] for id in order]
    return MatchForm(item, order, [Part(one.id, one.text, options) for one in body.left])
