"""How sure the learner is: asked after an answer and before its feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.plain.question import Command, Instead, flag, number_in

if TYPE_CHECKING:
    from tutor.plain.question import Question

_MORE = (
    "The points are kept apart: they never change your score.",
    "2 pays when you are right 2 times in 3, and 3 when you are right 8 times in 10.",
    "u: choose another answer. q: leave; this answer is not given then.",
)


class ChooseAgain(Exception):  # noqa: N818 - it is no failure
    """The learner wants to change the answer before it is given."""


def ask(question: Question) -> int | None:
    """1, 2 or 3; None when it is passed over. Raises ChooseAgain, or Instead to leave."""
    talk = question.talk
    while True:
        typed = talk.ask(_prompt()).lower()
        if not typed:
            return None
        number = number_in(typed)
        if number is not None and 1 <= number <= 3:
            return number
        match typed:
            case Command.HELP:
                for words in _MORE:
                    talk.say(words)
            case Command.REPEAT:
                talk.gap()
                question.tell()
            case Command.FLAG:
                flag(question.room, question.sitting, question.root)
            case Command.UNDO:
                raise ChooseAgain
            case Command.LEAVE:
                raise Instead(Command.LEAVE)
            case _:
                talk.say("Please type 1, 2 or 3, or press Enter to pass over.")


def _prompt() -> str:
    """The levels with what each earns when right and when wrong."""
    from tutor.memory.calibration import MARKS, WORDS

    levels = [f"{one} {word}, {_stakes(*MARKS[one])}" for one, word in WORDS.items()]
    return f"How sure are you? {'; '.join(levels)} (Enter to pass over):"


def _stakes(right: int, wrong: int) -> str:
    return f"{right} or {f'minus {-wrong}' if wrong else 0}"
