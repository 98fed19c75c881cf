"""The question that is open: its form, and what was done with it so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tutor.course.items import Item
from tutor.errors import TutorError
from tutor.quiz.event import Response
from tutor.study.sitting import Sitting
from tutor.tui.asking import form_of
from tutor.tui.lines import Line
from tutor.tui.pages.question import Question, question_lines
from tutor.tui.widgets.bars import Key


class Given(NamedTuple):
    """An answer as it is given: `certainty` is 1, 2, 3 or None where it is not asked for."""

    response: Response
    certainty: int | None = None


class Unsaved(NamedTuple):
    """An answer that could not be written: nothing has happened, and it waits to be given again.

    `typed` is what stood in the answer line.
    """

    given: Given
    typed: str
    error: TutorError

    def words(self, key: str) -> str:
        """What failed, what is safe, what to do."""
        hint = f" {self.error.hint}" if self.error.hint else ""
        return f"{self.error.message}. This answer is not saved yet.{hint} Then press {key}."


class OpenQuestion:
    """One question, from when it is shown until it is answered.

    `item` is the item of the session, `asked` what is asked of it: the item itself or, of a case,
    the stage on its turn.
    """

    def __init__(self, sitting: Sitting, item: Item) -> None:
        self.item = item
        self.asked = sitting.session.question(item.id) or item
        self.form = form_of(self.asked, sitting.session.seed)
        self.part = 0
        self.asked_again = ""
        self.unsaved: Unsaved | None = None
        self.pending: Given | None = None
        """The answer that is chosen, while it is asked how sure it is."""
        self._sitting = sitting

    @property
    def has_hints(self) -> bool:
        """Whether there is a hint that was not seen."""
        return self._hints_seen < len(self.asked.hints)

    @property
    def _hints_seen(self) -> int:
        return self._sitting.session.hints_seen(self.item.id)

    def wait(self, response: Response) -> None:
        """The answer is chosen; how sure is it?"""
        self.pending = Given(response)
        self.form.waiting = True

    def choose_again(self) -> None:
        """Back to the choice."""
        self.pending = None
        self.form.waiting = False

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The question as it stands now."""
        again = self.asked_again
        if self.unsaved is not None:
            again = self.unsaved.words("enter" if self.form.typed else "r")
        question = Question(
            stem=self.asked.stem,
            rows=self.form.rows,
            hints=self.asked.hints[: self._hints_seen],
            asked_again=again,
            more_key=self.form.more_key,
        )
        return question_lines(question, width, height, part=self.part)

    def keys(self, *, dont_know: bool = True) -> tuple[Key, ...]:
        """The keys that work now: letters where they are not typed, else function keys."""
        if self.pending is not None:
            return self._sureness_keys()
        typed = self.form.typed
        names = ("f2", "f4", "f5", "f1") if typed else ("h", "n", "→", "?")
        for_hint, for_dont_know, for_skip, for_help = names
        keys: list[Key] = []
        if self.unsaved is not None and not typed:
            keys.append(Key("r", "save again", "again"))
        keys += self.form.keys()
        if self.has_hints:
            keys.append(Key(for_hint, "hint", "hint"))
        if dont_know:
            keys.append(Key(for_dont_know, "don't know", "dont_know"))
        if len(keys) < 4:
            keys.append(Key(for_skip, "skip", "skip"))
        return (*keys, Key("esc", "leave", "leave"), Key(for_help, "help", "help"))

    def _sureness_keys(self) -> tuple[Key, ...]:
        hint = (Key("h", "hint", "hint"),) if self.has_hints else ()
        return (
            Key("1-3", "how sure", stands_above=True),
            Key("enter", "answer", "go_on"),
            Key("esc", "choose again", "leave", short="again"),
            *hint,
            Key("f", "flag", "flag"),
            Key("?", "help", "help"),
        )
