"""An open question: told, told again, and answered line by line."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from tutor.plain.asking import form_of
from tutor.plain.prose import one_line, tell
from tutor.plain.spoken import numbers, small
from tutor.quiz.shuffle import shown_order
from tutor.quiz.stem import told_and_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tutor.course.items import Item
    from tutor.plain.room import Room
    from tutor.quiz.event import Response
    from tutor.study.sitting import Sitting

T = TypeVar("T")


class Command(StrEnum):
    """What a single letter does in the place of an answer."""

    HINT = "h"
    REPEAT = "r"
    DONT_KNOW = "n"
    FLAG = "f"
    UNDO = "u"
    SKIP = "s"
    LEAVE = "q"
    HELP = "?"


_DOES = {
    Command.HINT: "a hint",
    Command.REPEAT: "the question again",
    Command.DONT_KNOW: "I don't know; the explanation follows",
    Command.FLAG: "flag the question, or take the flag away",
    Command.UNDO: "undo: one step back, or the answer before",
    Command.SKIP: "skip; the question comes again at the end",
    Command.LEAVE: "leave; your place is kept",
    Command.HELP: "this list",
}


class Instead(Exception):  # noqa: N818 - it is no failure
    """A command in the place of an answer, which ends the question for now."""

    def __init__(self, command: Command) -> None:
        super().__init__(command)
        self.command = command


class Question:
    """One item, asked in a room. A form tells its options and takes its answer through this.

    `item` is what is asked, which is a stage where `root`, the item of the session, is a case.
    `before` is the answer that could not be graded yet, when it is asked for again; `does` says
    what each letter does.
    """

    does: ClassVar[Mapping[Command, str]] = _DOES

    def __init__(self, room: Room, sitting: Sitting, root: Item) -> None:
        self.room, self.talk, self.sitting, self.root = room, room.talk, sitting, root
        self.item = sitting.session.question(root.id) or root
        self.before: Response = None
        self._form = form_of(self.item.type)
        self._tell_part: Callable[[], None] | None = None

    def tell(self, *, story: bool = True) -> None:
        """All of it: what is told, what is asked, the options, the hints seen so far.

        Without its `story` a stage of a case begins with its own words.
        """
        stem = self.item.stem
        told, asked = told_and_asked(stem if story else stem.removeprefix(self.root.stem))
        if told:
            tell(self.talk, told)
        if asked:
            self.talk.say(one_line(asked))
        self._form.tell(self)
        for number, hint in enumerate(self.item.hints[: self._hints_seen], 1):
            self._tell_hint(number, hint)
        if self._tell_part is not None:
            self._tell_part()

    def answer(self) -> Response:
        """The learner's answer. Raises Instead for a command in its place."""
        return self._form.answer(self)

    # -- for the forms -----------------------------------------------------------------------

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of what is shown in the order of this session."""
        return shown_order(self.item, self.sitting.session.seed)

    def tell_numbered(self, texts: Iterable[str]) -> None:
        """Options, each behind its number."""
        for number, text in enumerate(texts, 1):
            self.talk.say(one_line(text), lead=f"  {number}. ")

    def line(self, what: str, how: str = "") -> str:
        """What is typed in answer to `what`; `how` says how, such as "1 to 4".

        Hints, repeating, flags and help are done on the spot; other commands raise Instead.
        """
        while True:
            keys = [*([how] if how else []), *self.letters]
            typed = self.talk.ask(f"{what} ({', '.join(keys)}):")
            try:
                command = Command(typed.lower())
            except ValueError:
                return typed
            self._carry_out(command)

    def number(self, what: str, most: int, keep: int = 0) -> int:
        """A number from 1 to `most`, the number of options; Enter gives `keep`, if there is one."""
        how = numbers(most) + (f", Enter keeps {keep}" if keep else "")
        while True:
            typed = self.line(what, how)
            number = number_in(typed) if typed or not keep else keep
            if number is not None and 1 <= number <= most:
                return number
            self.talk.say(f"There are {small(most)} answers. Please type {numbers(most)}.")

    def in_parts(
        self, count: int, tell: Callable[[int], None], ask: Callable[[int], T]
    ) -> list[T | None]:
        """The answers to parts that are told and asked one by one.

        Undo goes one part back, "don't know" leaves a part open (None). All of them left open is
        "don't know" for the whole.
        """
        answers: list[T | None] = []
        while len(answers) < count:
            self._tell_part = partial(tell, len(answers))
            self._tell_part()
            try:
                answers.append(ask(len(answers)))
            except Instead as instead:
                if instead.command is Command.DONT_KNOW:
                    answers.append(None)
                elif instead.command is Command.UNDO and answers:
                    answers.pop()
                else:
                    raise
            finally:
                self._tell_part = None
        if all(one is None for one in answers):
            raise Instead(Command.DONT_KNOW)
        return answers

    # -- commands ----------------------------------------------------------------------------

    @property
    def letters(self) -> list[str]:
        """The letters that stand in the prompt; the others are in the help."""
        hint = ["h hint"] if self._has_hint else []
        return [*hint, "r repeat", "n don't know"]

    def _carry_out(self, command: Command) -> None:
        match command:
            case Command.HINT:
                self.hint()
            case Command.REPEAT:
                self.talk.gap()
                self.tell()
            case Command.FLAG:
                flag(self.room, self.sitting, self.root)
            case Command.HELP:
                self._help()
            case _:
                raise Instead(command)

    @property
    def _hints_seen(self) -> int:
        return self.sitting.session.hints_seen(self.root.id)

    @property
    def _has_hint(self) -> bool:
        return self._hints_seen < len(self.item.hints)

    def hint(self) -> None:
        """The next hint, if there is one."""
        if not self._has_hint:
            self.talk.say("There is no further hint." if self.item.hints else "No hint here.")
            return
        hint = self.room.kept(lambda: self.sitting.hint(self.root))
        if hint is not None:
            self._tell_hint(self._hints_seen, hint)

    def _tell_hint(self, number: int, hint: str) -> None:
        count = f" of {len(self.item.hints)}" if len(self.item.hints) > 1 else ""
        self.talk.say(f"Hint {number}{count}: {one_line(hint)}")

    def _help(self) -> None:
        for command, does in self.does.items():
            sign = "question mark" if command is Command.HELP else command
            self.talk.say(f"{sign}: {does}.")
        self.talk.say(f"Control D: end at once. {self.room.kept_words}")


def truth(question: Question, what: str) -> bool:
    """True or false, by number or by word."""
    while True:
        typed = question.line(what, "1 true, 2 false").lower()
        said = {"1": True, "true": True, "2": False, "false": False}.get(typed.rstrip(".)"))
        if said is not None:
            return said
        question.talk.say("Please type 1 for true or 2 for false.")


def flag(room: Room, sitting: Sitting, item: Item) -> None:
    """Set or take away the learner's flag."""
    flagged = room.kept(lambda: sitting.flag(item))
    room.talk.say("Flagged." if flagged else "The flag is taken away.")


def number_in(typed: str) -> int | None:
    """A number as people type it: "3", "3." and "3)"."""
    digits = typed.rstrip(".) ")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def numbers_in(typed: str, most: int) -> list[int] | None:
    """Several numbers, such as "1 3", "1, 3" or "1 and 3"; each once, in the order typed.

    Where no more than nine are offered, "13" means 1 and 3. None where something else stands there
    or a number is not offered.
    """
    words = typed.replace(",", " ").replace(";", " ").replace("+", " ").split()
    found: list[int] = []
    for word in words:
        if word.lower() == "and":
            continue
        number = number_in(word)
        if number is not None and 1 <= number <= most:
            found.append(number)
        elif most <= 9 and word.isascii() and word.isdigit() and len(set(word)) == len(word):
            found += [int(digit) for digit in word]
        else:
            return None
    fits = all(1 <= number <= most for number in found)
    return list(dict.fromkeys(found)) if found and fits else None
