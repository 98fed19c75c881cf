"""Where a conversation takes place: the desk, the talk, and what every place needs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from tutor.errors import TutorError
from tutor.plain.spoken import listed, numbers, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from tutor.plain.talk import Talk
    from tutor.study.desk import Desk

T = TypeVar("T")


class Place(Protocol):
    """Somewhere to go. It gives the place that the learner goes on to, None to go back."""

    def __call__(self) -> Place | None: ...


LEAVE = "q"
_REPEAT, _HELP, _TERM, _SEARCH = "r", "?", "g", "/"
_NO_LETTERS: Mapping[str, str] = {}


class GivenUp(Exception):  # noqa: N818 - it says what is the case
    """The record could not be written, and the learner does not want to try again."""


class Room:
    """One learner at one desk, talking. `last_words` say what is kept if the talk ends now."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        self.desk = desk
        self.talk = talk
        self.last_words = ""

    @property
    def today(self) -> date:
        """The day, for "yesterday" and the like."""
        return self.desk.clock.now().date()

    @property
    def kept_words(self) -> str:
        """What becomes of the answers."""
        if self.desk.store.kept:
            return "Everything is saved."
        return "Nothing is kept in this run."

    def fault(self, error: TutorError) -> None:
        """A failure, and the way out of it."""
        self.talk.say(f"{sentence(error.message)} {sentence(error.hint)}".strip())

    def kept(self, write: Callable[[], T]) -> T:
        """What `write` gives once the record has taken it. Raises GivenUp.

        A record that cannot be written has changed nothing, so the same may be tried again.
        """
        while True:
            try:
                return write()
            except TutorError as error:
                self.fault(error)
            self.talk.say("This is not saved yet, and nothing is lost.")
            if self.pick("Enter to try again", enter=True) == LEAVE:
                raise GivenUp

    def visit(self, place: Place) -> None:
        """Go to a place and on from it until one leads back; one that cannot be opened says so."""
        going: Place | None = place
        try:
            while going is not None:
                going = going()
        except TutorError as error:
            self.fault(error)
        except GivenUp:
            self.talk.say("It is left as it was.")

    def pick(
        self,
        prompt: str,
        *,
        most: int = 0,
        enter: bool = False,
        letters: Mapping[str, str] = _NO_LETTERS,
        more: Mapping[str, str] = _NO_LETTERS,
        again: Callable[[], None] | None = None,
    ) -> str:
        """A number from 1 to `most`, a letter, or "" for Enter if that does what the prompt says.

        `letters` say what they do and stand in the prompt; those in `more` only in the help.
        Repeating, help, the glossary and the search are done on the spot; what is none of all
        these is told what there is.
        """
        shown = [f"{letter} {does}" for letter, does in letters.items()]
        if again is not None:
            shown.append("r repeat")
        question = f"{prompt} ({', '.join([*shown, 'q leave'])}):"
        ways = {letter: does for letter, does in {**letters, **more}.items() if letter != _HELP}
        while True:
            typed = self.talk.ask(question)
            word = typed.lower().rstrip(".)") if len(typed) > 1 else typed.lower()
            if word == LEAVE or word in ways or (enter and not word):
                return word
            if word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= most:
                return str(int(word))
            if word == _REPEAT and again is not None:
                self.talk.gap()
                again()
            elif word == _HELP:
                self._help(prompt if enter else "", most, ways, again)
            elif word[:1] in (_TERM, _SEARCH) and self._looked_up(word):
                pass
            else:
                self.talk.say(_what_there_is(most, enter, ways))

    def _looked_up(self, typed: str) -> bool:
        """`g neck` and `/ neck`: a word looked up without leaving the place."""
        sign, rest = typed[0], typed[1:].strip()
        if not rest or (sign == _TERM and typed[1] != " "):
            return False
        if sign == _TERM:
            from tutor.plain.glossary import look_up

            self.visit(lambda: look_up(self, rest))
        else:
            from tutor.plain.search import search_for

            self.visit(lambda: search_for(self, rest))
        return True

    def _help(
        self, on: str, most: int, letters: Mapping[str, str], again: Callable[[], None] | None
    ) -> None:
        if on:
            self.talk.say(f"{on}.")
        if most:
            self.talk.say(f"{numbers(most)}: the one with that number.")
        for letter, does in letters.items():
            self.talk.say(f"{letter}: {does}.")
        if again is not None:
            self.talk.say("r: repeat this.")
        self.talk.say("g and a word: what it means, from the glossary.")
        self.talk.say("slash and a word: search the course.")
        self.talk.say("q: one step back; from the start, leave.")
        self.talk.say(f"Control D: end at once. {self.kept_words}")


def _what_there_is(most: int, enter: bool, letters: Mapping[str, str]) -> str:
    numbered = [f"1 to {most}"] if most > 1 else ["1"] * most
    typed = f"type {listed([*numbered, *letters, LEAVE], 'or')}"
    return f"Please {'press Enter, or ' if enter else ''}{typed}. A question mark tells more."
