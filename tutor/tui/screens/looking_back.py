"""What was answered, looked at again: the feedback on one item of a sitting."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.items import Item
from tutor.course.library import Library
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.pages.feedback import feedback_lines
from tutor.tui.pages.lesson import names_of

# From this size on the question stays whole above its feedback.
_WHOLE_QUESTION = (84, 30)


class LookingBack:
    """How much of the question and of its sources is shown above and below the feedback."""

    def __init__(self, sitting: Sitting, *, whole_question: bool = False) -> None:
        self.whole_question = whole_question
        self.full_sources = False
        self._sitting = sitting

    def lines(self, item: Item, library: Library, width: int, height: int) -> Sequence[Line]:
        """The feedback on an answered item."""
        roomy = width >= _WHOLE_QUESTION[0] and height >= _WHOLE_QUESTION[1]
        names = names_of(item.sources, library.sources(), short=not self.full_sources)
        return feedback_lines(
            self._sitting.feedback(item),
            item.stem,
            names,
            width,
            height,
            whole_question=self.whole_question or roomy,
        )
