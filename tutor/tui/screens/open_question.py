"""The question that is open: how it is answered, and what was done with it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tutor.course.items import Item
from tutor.errors import TutorError
from tutor.quiz.event import Response
from tutor.study.sitting import Sitting
from tutor.tui.lines import Line
from tutor.tui.pages.question import Question, question_lines
from tutor.tui.widgets.bars import Key


class Form(Enum):
    """How an item of a type is answered on the screen."""

    PICK = "pick"
    TICK = "tick"
    TYPE = "type"


FORMS = {"single": Form.PICK, "multi": Form.TICK, "text": Form.TYPE, "number": Form.TYPE}
# What turns the parts of a long text: where space ticks or is typed, another key.
_MORE_KEYS = {Form.PICK: "space", Form.TICK: "v", Form.TYPE: "f7"}


@dataclass(frozen=True, slots=True)
class Unsaved:
    """An answer that could not be written: nothing has happened, and it waits to be given again.

    `typed` is what stood in the answer line.
    """

    response: Response
    typed: str
    error: TutorError

    def words(self, form: Form) -> str:
        """What failed, what is safe, what to do."""
        hint = f" {self.error.hint}" if self.error.hint else ""
        key = "enter" if form is Form.TYPE else "r"
        return f"{self.error.message}. This answer is not saved yet.{hint} Then press {key}."


class OpenQuestion:
    """One question, from when it is shown until it is answered."""

    def __init__(self, sitting: Sitting, item: Item) -> None:
        self.item = item
        self.form = FORMS[item.type]
        self.options = sitting.shown_options(item)
        self.ticked: frozenset[str] = frozenset()
        self.part = 0
        self.asked_again = ""
        self.unsaved: Unsaved | None = None
        self._sitting = sitting

    @property
    def has_hints(self) -> bool:
        """Whether there is a hint that was not seen."""
        return self._hints_seen < len(self.item.hints)

    @property
    def _hints_seen(self) -> int:
        return self._sitting.session.hints_seen(self.item.id)

    def option(self, number: int) -> str | None:
        """The option that is shown with a digit."""
        return self.options[number - 1].id if number <= len(self.options) else None

    def tick(self, option: str) -> None:
        """Tick an option, or take the tick away."""
        self.ticked ^= {option}

    @property
    def response_ticked(self) -> Response:
        """What is ticked as an answer, in the order shown; None while nothing is."""
        chosen = [option.id for option in self.options if option.id in self.ticked]
        return {"options": chosen} if chosen else None

    def response_typed(self, text: str) -> Response:
        """What Enter in the answer line says.

        The line as it stood when an answer could not be saved gives that answer again: it may
        have been "I don't know", which leaves no text.
        """
        if self.unsaved is not None and self.unsaved.typed == text:
            return self.unsaved.response
        return {"text": text}

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The question as it stands now."""
        asked_again = self.unsaved.words(self.form) if self.unsaved else self.asked_again
        question = Question(
            stem=self.item.stem,
            options=self.options,
            many=self.form is Form.TICK,
            ticked=self.ticked,
            hints=self.item.hints[: self._hints_seen],
            asked_again=asked_again,
            more_key=_MORE_KEYS[self.form],
        )
        return question_lines(question, width, height, part=self.part)

    def keys(self) -> tuple[Key, ...]:
        """The keys that work now: letters where they are not typed, else function keys."""
        names = ("f2", "f4", "f5", "f1") if self.form is Form.TYPE else ("h", "n", "→", "?")
        for_hint, for_dont_know, for_skip, for_help = names
        digits = f"1-{min(len(self.options), 9)}"
        keys: list[Key] = []
        if self.unsaved is not None and self.form is not Form.TYPE:
            keys.append(Key("r", "save again", "again"))
        if self.form is Form.PICK:
            keys.append(Key(digits, "choose"))
        elif self.form is Form.TICK:
            keys.append(Key(digits, "tick", stands_above=True))
        if self.form is not Form.PICK:
            keys.append(Key("enter", "answer", "go_on"))
        if self.has_hints:
            keys.append(Key(for_hint, "hint", "hint"))
        return (
            *keys,
            Key(for_dont_know, "don't know", "dont_know"),
            Key(for_skip, "skip", "skip"),
            Key("esc", "leave", "leave"),
            Key(for_help, "help", "help"),
        )
