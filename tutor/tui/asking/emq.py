"""`emq`: one list of options, and several stems that choose from it one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tutor.tui.asking.parts import Part, Parts
from tutor.tui.lines import Line, Run, paragraph

if TYPE_CHECKING:
    from tutor.course.items import Emq, Item
    from tutor.quiz.event import Response


class EmqForm(Parts):
    """Stem by stem. An option may answer several."""

    @property
    def response(self) -> Response:
        return {"stems": dict(self.given)} if self.given else None

    def head(self, part: Part, width: int, *, spaced: bool) -> list[Line]:
        """The theme stands above the stem."""
        theme = cast("Emq", self.item.body).theme
        above = paragraph((Run(theme, "muted"),), width) if spaced else []
        return [*above, *super().head(part, width, spaced=spaced)]


def form(item: Item, order: tuple[str, ...]) -> EmqForm:
    """A form with nothing chosen."""
    body = cast("Emq", item.body)
    by_id = {one.id: one for one in body.options}
    options = [by_id[id] for id in order]
    return EmqForm(item, order, [Part(one.id, one.text, options) for one in body.stems])
