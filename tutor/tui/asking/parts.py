"""What the types with several questions have in common: part after part, then all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tutor.quiz.words import one_line
from tutor.tui.asking.form import Form, digits_key
from tutor.tui.lines import BLANK, Line, Run, beside, cut, paragraph, spread
from tutor.tui.pages.prose import inline
from tutor.tui.pages.question import Choice, option_lines
from tutor.tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course.items import Item

OPEN = "____"
# No id of a part has this shape.
ANSWER = "/answer"
_TWO_COLUMNS_FROM = 56


class Part(NamedTuple):
    """A question of several: one of `options`, or typed where there are none."""

    id: str
    text: str
    options: Sequence[Choice] = ()


class Parts(Form):
    """The parts are answered one by one, then looked over, changed, and given together.

    `at` is the part that is asked; None while all are looked over.
    """

    def __init__(self, item: Item, order: tuple[str, ...], parts: Sequence[Part]) -> None:
        super().__init__(item, order)
        self.parts = tuple(parts)
        self.at: int | None = 0
        self.given: dict[str, str] = {}
        self._bar: str | None = None
        self._over = False  # all parts were passed once

    # -- what is shown -----------------------------------------------------------------------

    @property
    def part(self) -> Part | None:
        """The part that is asked now."""
        return self.parts[self.at] if self.at is not None else None

    @property
    def typed(self) -> bool:
        part = self.part
        return part is not None and not part.options

    @property
    def text(self) -> str:
        part = self.part
        return self.given.get(part.id, "") if part is not None else ""

    @property
    def bar(self) -> str | None:
        part = self.part
        if part is None or not part.options:
            return self._bar
        return self.given.get(part.id, part.options[0].id)

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """The part that is asked with its options, or all parts with what was answered."""
        part = self.part
        if part is None:
            return self.overview(width, spaced=spaced)
        options = option_lines(part.options, width, spaced=False)
        head = self.head(part, width, spaced=spaced)
        return [*head, *([BLANK] if spaced and options else []), *options]

    def head(self, part: Part, width: int, *, spaced: bool) -> list[Line]:
        """The part that is asked; where there is room, those before it and their answers."""
        lines: list[Line] = []
        for number, one in enumerate(self.parts[: self.at] if spaced else (), 1):
            lines.append(self._brief(number, one, width))
        if lines:
            lines.append(BLANK)
        place = (Run(f"{(self.at or 0) + 1} of {len(self.parts)}  ", "head"),)
        return [*lines, *paragraph(inline(part.text, "bold"), width, first=place)]

    def overview(self, width: int, *, spaced: bool) -> list[Line]:
        """Every part with its answer, and the row that gives them all."""
        lines: list[Line] = []
        for number, one in enumerate(self.parts, 1):
            if lines and spaced:
                lines.append(BLANK)
            lines += self._row(number, one, width)
        return [*lines, *([BLANK] if spaced else []), Line((Run("    Answer", "bold"),), ANSWER)]

    def _row(self, number: int, one: Part, width: int) -> list[Line]:
        answer = (Run(self.said(one), "bold" if one.id in self.given else "notice"),)
        left = paragraph(inline(one.text), width, first=(Run(f"  {number} ", "muted"),))
        if width >= _TWO_COLUMNS_FROM:
            half = (width - 3) // 2
            left = paragraph(inline(one.text), half, first=(Run(f"  {number} ", "muted"),))
            lines = beside(left, paragraph(answer, width - half - 3), half)
        else:
            lines = [*left, *paragraph(answer, width, first=(Run("    "),))]
        return [line._replace(target=one.id) for line in lines]

    def _brief(self, number: int, one: Part, width: int) -> Line:
        said = cut((Run(self.said(one), "muted"),), width // 2)
        return spread((Run(f"{number} ", "muted"), *inline(one.text, "muted")), said, width)

    def said(self, one: Part) -> str:
        """What was answered to a part, in words."""
        given = self.given.get(one.id)
        texts = {option.id: one_line(option.text) for option in one.options}
        return OPEN if given is None else texts.get(given, given)

    def keys(self) -> tuple[Key, ...]:
        part = self.part
        if part is None:
            return (Key("enter", "answer or change", "go_on", short="answer"),)
        back = (Key("f6", "before", "back"),) if self.at else ()
        if not part.options:
            return (Key("enter", "next gap", "go_on", short="next"), *back)
        back = (Key("←", "before", "back"),) if self.at else ()
        return (Key(digits_key(len(part.options)), "choose"), *back)

    # -- answering ---------------------------------------------------------------------------

    def digit(self, number: int, bar: str | None) -> bool:
        """An option of the part that is asked; while all are looked over, the part to change."""
        part = self.part
        if part is not None and number <= len(part.options):
            self.choose(part.options[number - 1].id)
        elif part is None and number <= len(self.parts):
            self.at = number - 1
        return False

    def choose(self, target: str, *, clicked: bool = False) -> bool:
        """An option, a part to change, or the row that answers."""
        part = self.part
        if part is not None:
            self.given[part.id] = target
            self._go_on()
            return False
        if target != ANSWER:
            self.at = [one.id for one in self.parts].index(target)
            return False
        if not self.given:
            self.notice = "Answer at least one, or press n if you don't know."
        return bool(self.given)

    def type(self, text: str) -> bool:
        """The answer to the part that is asked; an empty line leaves it open."""
        part = self.part
        if part is not None:
            self.given.pop(part.id, None)
            if text.strip():
                self.given[part.id] = text
            self._go_on()
        return False

    def turn(self, step: int) -> bool:
        """The part before, or the next one; this one is left as it is."""
        if step < 0:
            to = len(self.parts) - 1 if self.at is None else self.at - 1
            if to < 0:
                return False
            self.at = to
            return True
        if self.at is None:
            return False
        self._go_on()
        return True

    def _go_on(self) -> None:
        """The next part; after the last one, or one that was changed, all of them."""
        last = self.at is None or self.at + 1 == len(self.parts)
        if self.at is not None and not last and not self._over:
            self.at += 1
        else:
            self._look_over()

    def _look_over(self) -> None:
        self.at, self._over = None, True
        left = next((one.id for one in self.parts if one.id not in self.given), None)
        self._bar = left or ANSWER

    def ask_again(self) -> None:
        """All parts are shown, with what is missing said above them."""
        self._look_over()
        self._bar = self.parts[0].id
