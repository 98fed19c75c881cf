"""What every form has: rows that can be chosen, or a line to type in, and what is chosen so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.quiz.event import Response
    from tutor.tui.lines import Line
    from tutor.tui.widgets.bars import Key

DIGITS = "1234567890"
"""The keys of the first ten rows; further ones are reached with the bar."""


class Form:
    """One question while it is open.

    What a key does says whether the answer is complete with it: True, and it is given. `notice` is
    what to say otherwise, if anything.
    """

    more_key = "space"
    """What turns the parts of a long text: where space ticks, another key."""
    space_chooses = False

    def __init__(self, item: Item, order: tuple[str, ...]) -> None:
        self.item = item
        self.order = order
        self.notice = ""
        self.waiting = False
        """The answer is chosen, and only how sure it is remains to be said."""

    @property
    def typed(self) -> bool:
        """Whether the answer line is open now."""
        return False

    @property
    def text(self) -> str:
        """What stands in the answer line when it opens."""
        return ""

    @property
    def bar(self) -> str | None:
        """The row that carries the bar when the rows are shown anew; None leaves it where it is."""
        return None

    @property
    def response(self) -> Response:
        """What is answered so far; None is nothing at all."""
        raise NotImplementedError

    def rows(self, width: int, *, spaced: bool) -> list[Line]:
        """What stands below the line that asks; `spaced` where there is room."""
        raise NotImplementedError

    def keys(self) -> tuple[Key, ...]:
        """The keys of this form that work now."""
        raise NotImplementedError

    def digit(self, number: int, bar: str | None) -> bool:
        """A digit was pressed (0 is 10) while `bar` carried the bar."""
        return False

    def choose(self, target: str, *, clicked: bool = False) -> bool:
        """Enter on a row, or a click on it."""
        return False

    def space(self, target: str) -> bool:
        """The space bar on a row, where `space_chooses`."""
        return False

    def type(self, text: str) -> bool:
        """Enter in the answer line."""
        return False

    def turn(self, step: int) -> bool:
        """Go to the next part (1) or the one before (-1); False where there is none."""
        return False

    def ask_again(self) -> None:
        """The answer could not be graded yet."""


def digits_key(count: int) -> str:
    """ "1-4"; of ten and more "1-9 0"."""
    return f"1-{count}" if count < len(DIGITS) else "1-9 0"


def digit_of(number: int) -> str:
    """The key of a row, from 1; a space where it has none."""
    return DIGITS[number - 1] if number <= len(DIGITS) else " "
