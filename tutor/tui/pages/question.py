"""A question on the screen: what is told, the line that asks, and the options."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from tutor.quiz.stem import told_and_asked
from tutor.tui.lines import BLANK, Line, Run, Token, paragraph, spread, width_of
from tutor.tui.pages.prose import inline, prose

_SMALLEST_VIGNETTE = 2
_YOURS = "your choice"


class Choice(Protocol):
    """Something that is chosen by its row."""

    @property
    def id(self) -> str:
        """The target of its row."""

    @property
    def text(self) -> str:
        """What stands there."""


class Rows(Protocol):
    """What stands below the line that asks, for a width; `spaced` where there is room."""

    def __call__(self, width: int, *, spaced: bool) -> Sequence[Line]:
        """The lines."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a question shows. `options` are in the shown order; `rows` stand in their place.

    `more_key` turns to the next part of a vignette that is shown in parts.
    """

    stem: str
    options: Sequence[Choice] = ()
    rows: Rows | None = None
    hints: Sequence[str] = ()
    asked_again: str = ""
    more_key: str = "space"

    def below(self, width: int, *, spaced: bool) -> Sequence[Line]:
        """The rows, or the options."""
        if self.rows is not None:
            return self.rows(width, spaced=spaced)
        return option_lines(self.options, width, spaced=spaced)


def question_lines(
    question: Question, width: int, height: int, *, part: int = 0, dense: bool = False
) -> list[Line]:
    """The question on at most `height` rows if that can be done.

    The options and the line that asks are always whole; on a small window the vignette is shown
    in parts, of which `part` is the one to show.
    """
    told, asked = told_and_asked(question.stem)
    vignette = prose(told, width) if told else []
    tail: list[Line] = []
    if asked:
        tail += paragraph(inline(asked, "strong"), width)
    apart = [] if dense else [BLANK]
    for number, hint in enumerate(question.hints, 1):
        tail += apart
        tail += paragraph(inline(hint), width, first=(Run(f"Hint {number}  ", "head"),))
    if question.asked_again:
        tail += apart
        tail += paragraph((Run(question.asked_again, "notice"),), width)
    options = question.below(width, spaced=False)
    spaced = question.below(width, spaced=True)

    def whole(gap: bool, rows: Sequence[Line]) -> list[Line]:
        blank = [BLANK] if gap else []
        top = [*vignette, *(blank if vignette else [])]
        return [*top, *tail, *(blank if rows else []), *rows]

    for gap, rows in ((True, spaced), (True, options), (False, options)):
        if gap and dense:
            continue
        lines = whole(gap, rows)
        if len(lines) <= height:
            return lines
    room = height - len(tail) - len(options) - 1
    if not vignette or room < _SMALLEST_VIGNETTE:
        return whole(False, options)
    return [*_window(vignette, room, part, width, question.more_key), *tail, *options]


def _window(lines: Sequence[Line], room: int, part: int, width: int, key: str) -> list[Line]:
    """`room` lines of a longer text, and how to see the rest."""
    parts = -(-len(lines) // room)
    start = min((part % parts) * room, max(len(lines) - room, 0))
    rest = len(lines) - start - room
    words = f"{rest} more line{'s' if rest != 1 else ''}" if rest > 0 else "from the top"
    more = spread((), (Run(f"{key} ", "key"), Run(words, "muted")), width)
    return [*lines[start : start + room], more]


def option_lines(
    options: Sequence[Choice],
    width: int,
    *,
    spaced: bool,
    ticked: Collection[str] | None = None,
    mark: str | None = None,
) -> list[Line]:
    """The options behind their digits.

    Where several may be chosen, `ticked` are the ids of those that are. `mark` is the id of the one
    that is "your choice".
    """
    lines: list[Line] = []
    for number, option in enumerate(options, 1):
        if lines and spaced:
            lines.append(BLANK)
        box = Run("  ")
        if ticked is not None:
            box = Run("[x] ", "accent") if option.id in ticked else Run("[ ] ", "muted")
        digit = "1234567890"[number - 1 : number] or " "
        first = (Run(f"  {digit} ", "key"), box)
        token: Token = "strong" if option.id == mark else "text"
        rows = paragraph(inline(option.text, token), width, first=first, target=option.id)
        if option.id == mark and width_of(rows[0].runs) + len(_YOURS) + 2 <= width:
            rows[0] = spread(rows[0].runs, (Run(_YOURS, "muted"),), width, target=option.id)
        lines += rows
    return lines
