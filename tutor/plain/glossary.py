"""The glossary: a word looked up, a letter listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.citing import names_of
from tutor.course.search import term_index
from tutor.plain.prose import tell
from tutor.plain.room import LEAVE
from tutor.plain.spoken import count, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course.model import Term
    from tutor.plain.room import Room

_OTHERS = 5


def glossary(room: Room) -> None:
    """Ask for words until the learner leaves."""
    talk = room.talk
    words = count(len(room.desk.library.glossary()), "word")
    talk.gap()
    talk.say(f"Glossary, {words}.")
    while True:
        typed = talk.ask("A word, or a letter for all words that begin with it (q leave):")
        if typed.lower() == LEAVE:
            return
        if typed == "?":
            talk.say("Type a word or its beginning, such as fib. q leaves the glossary.")
        elif len(typed) == 1 and typed.isalpha():
            _list(room, typed.lower())
        elif typed:
            look_up(room, typed)


def look_up(room: Room, word: str) -> None:
    """What a word means; where there are several, the nearest, and the names of the others."""
    talk, terms = room.talk, room.desk.library.glossary()
    found = term_index(terms).find(word)
    if not found.hits:
        close = f" Close to it: {listed(found.close, 'or')}." if found.close else ""
        talk.say(f"No word of the glossary for {word!r}.{close}")
        return
    tell_term(room, terms[found.hits[0].id])
    others = [hit.title for hit in found.hits[1 : 1 + _OTHERS]]
    if others:
        talk.say(f"The word also stands in: {'; '.join(others)}.")


def tell_terms(room: Room, terms: Sequence[Term]) -> None:
    """The words of a page: one is told at once, of several the learner picks."""
    if len(terms) == 1:
        tell_term(room, terms[0])
        return

    def tell() -> None:
        for number, term in enumerate(terms, 1):
            room.talk.say(f"{term.term}.", lead=f"  {number}. ")

    tell()
    on = "Number of a word, Enter to go on"
    while key := room.pick(on, most=len(terms), enter=True, again=tell):
        if key == LEAVE:
            return
        tell_term(room, terms[int(key) - 1])


def tell_term(room: Room, term: Term) -> None:
    """One entry."""
    talk, library = room.talk, room.desk.library
    known = library.glossary()
    talk.gap()
    said = f" Say: {term.say}." if term.say else ""
    talk.say(f"{sentence(term.term)}{said}")
    if term.plain:
        talk.say(f"In plain words: {sentence(term.plain)}")
    tell(talk, term.text)
    if term.also:
        talk.say(f"Also called: {listed(term.also, 'or')}.")
    others = [known[id].term for id in term.confused_with if id in known]
    if others:
        talk.say(f"Not the same: {listed(others, 'or')}.")
    names = names_of(term.sources, library.sources(), short=True)
    if names:
        talk.say(f"Sources: {sentence('; '.join(names))}")
    talk.gap()


def _list(room: Room, letter: str) -> None:
    every = sorted((one.term for one in room.desk.library.glossary().values()), key=str.lower)
    names = [name for name in every if name.lower().startswith(letter)]
    if names:
        room.talk.say(f"{count(len(names), 'word')}: {'; '.join(names)}.")
    else:
        room.talk.say(f"No word begins with {letter.upper()}.")
