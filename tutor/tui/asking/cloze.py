"""`cloze`: a text with gaps, filled one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from tutor.course.items import Single
from tutor.quiz.graders import order_inside
from tutor.quiz.words import gap as gap_name
from tutor.tui.asking.parts import OPEN, Part, Parts
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.prose import inline

if TYPE_CHECKING:
    from tutor.course.items import Cloze, Gap, Item
    from tutor.quiz.event import Response

# Two characters of no text: a gap stands between them until the text is cut into runs.
_GAP = re.compile("\ue000([^\ue001]*)\ue001")


class ClozeForm(Parts):
    """Gap by gap; the text stands above with what was filled in so far."""

    more_key = "f7"

    @property
    def response(self) -> Response:
        gaps = {}
        for name, gap in cast("Cloze", self.item.body).gaps:
            if name in self.given:
                key = "option" if isinstance(gap.body, Single) else "text"
                gaps[name] = {key: self.given[name]}
        return {"gaps": gaps} if gaps else None

    def head(self, part: Part, width: int, *, spaced: bool) -> list[Line]:
        """The text, and which gap is asked."""
        place = Line((Run(f"{part.text} of {len(self.parts)}", "head"),))
        return [*self._filled(width), *([BLANK] if spaced else []), place]

    def overview(self, width: int, *, spaced: bool) -> list[Line]:
        """The filled text above the gaps."""
        rows = super().overview(width, spaced=False)
        return [*self._filled(width), *([BLANK] if spaced else []), *rows]

    def _filled(self, width: int) -> list[Line]:
        by_id = {one.id: (number, one) for number, one in enumerate(self.parts, 1)}
        text = cast("Cloze", self.item.body).filled(lambda name: f"\ue000{name}\ue001")
        runs: list[Run] = []
        for run in inline(text):
            for n, piece in enumerate(_GAP.split(run.text)):
                if n % 2 == 0:
                    runs += [Run(piece, run.token)] if piece else []
                    continue
                number, one = by_id[piece]
                said = self.said(one)
                here = one is self.part
                word = f"[{number} {said}]" if said == OPEN or here else said
                runs.append(Run(word, "accent" if here else "bold"))
        return paragraph(runs, width)


def form(item: Item, order: tuple[str, ...]) -> ClozeForm:
    """A form with open gaps."""

    def part(number: int, name: str, gap: Gap) -> Part:
        if not isinstance(gap.body, Single):
            return Part(name, gap_name(number))
        by_id = {one.id: one for one in gap.body.options}
        return Part(name, gap_name(number), [by_id[id] for id in order_inside(order, name)])

    gaps = cast("Cloze", item.body).in_text()
    return ClozeForm(item, order, [part(n, *entry) for n, entry in enumerate(gaps, 1)])
