"""A question on the screen: what is told, the line that asks, and the options."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tutor.course.items import Option
from tutor.quiz.stem import told_and_asked
from tutor.tui.lines import BLANK, Line, Run, paragraph, spread
from tutor.tui.pages.prose import inline, prose

_SMALLEST_VIGNETTE = 2


@dataclass(frozen=True, slots=True)
class Question:
    """What a question shows. `options` are in the shown order; `ticked` are ids (multi).

    `more_key` turns to the next part of a vignette that is shown in parts.
    """

    stem: str
    options: Sequence[Option] = ()
    many: bool = False
    ticked: Collection[str] = ()
    hints: Sequence[str] = ()
    asked_again: str = ""
    more_key: str = "space"


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
    options = option_lines(question, width, spaced=False)
    spaced = option_lines(question, width, spaced=True)

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


def option_lines(question: Question, width: int, *, spaced: bool) -> list[Line]:
    """The options with their digits; of several that may be chosen, the ticked ones are marked."""
    lines: list[Line] = []
    for number, option in enumerate(question.options, 1):
        if lines and spaced:
            lines.append(BLANK)
        digit = f"{number}" if number <= 9 else " "
        if question.many:
            ticked = option.id in question.ticked
            box = Run("[x] ", "accent") if ticked else Run("[ ] ", "muted")
        else:
            box = Run("  ")
        first = (Run(f"  {digit} ", "key"), box)
        lines += paragraph(inline(option.text), width, first=first, target=option.id)
    return lines
