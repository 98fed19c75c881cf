"""A question of an exam: it may be answered again, and says what its answer is so far."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.memory.calibration import WORDS
from tutor.quiz.event import Response
from tutor.quiz.graders import ResponseError, told
from tutor.quiz.shuffle import shown_order
from tutor.quiz.words import one_line
from tutor.tui.asking.picking import Picking
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.screens.open_question import OpenQuestion
from tutor.tui.widgets.bars import Key


class ExamQuestion(OpenQuestion):
    """Kept while the exam is on the screen: its form is found as it was left."""

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The question, and below it the answer that stands."""
        answer = self._answer_lines(width) if self.pending is None else []
        lines = [*super().lines(width, height - len(answer))]
        return [*lines, *answer]

    def _answer_lines(self, width: int) -> list[Line]:
        choice = self._sitting.session.chosen(self.item.id)
        if choice is None or choice.response is None:
            return []
        said = []
        if isinstance(self.form, Picking) or self.form.response != choice.response:
            said.append(self._in_words(choice.response))  # the form does not show it
        if choice.certainty is not None:
            said.append(WORDS[choice.certainty])
        words = " · ".join(one for one in said if one)
        return [BLANK, *paragraph((Run("Your answer  ", "head"), Run(words or "kept")), width)]

    def _in_words(self, response: Response) -> str:
        try:
            # Nothing is graded here: only the words of what was answered are taken.
            order = shown_order(self.item, self._sitting.session.seed)
            return one_line(told(self.item, response, order).given)
        except ResponseError:  # the item was changed meanwhile
            return ""

    def keys(self, *, dont_know: bool = True) -> tuple[Key, ...]:
        """The keys that work now: letters where they are not typed, else function keys."""
        if self.pending is not None:
            return (
                Key("1-3", "how sure", stands_above=True),
                Key("enter", "answer", "go_on"),
                Key("esc", "choose again", "leave", short="again"),
                Key("?", "help", "help"),
            )
        typed = self.form.typed
        for_flag, for_next, for_list, for_help = (
            ("f3", "f5", "f8", "f1") if typed else ("f", "→", "l", "?")
        )
        keys = [Key("r", "save again", "again")] if self.unsaved is not None and not typed else []
        keys += self.form.keys()[:2]
        if len(keys) < 2:
            keys.append(Key(for_next, "next", "skip"))
        return (
            *keys[:2],
            Key(for_flag, "flag", "flag"),
            Key(for_list, "list", "list"),
            Key("esc", "leave", "leave"),
            Key(for_help, "help", "help"),
        )
