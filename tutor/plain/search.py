"""Search: what was found, by group, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.search import Hit, Where
from tutor.plain import routes
from tutor.plain.prose import tell
from tutor.plain.room import LEAVE
from tutor.plain.spoken import count, listed, sentence, stopped
from tutor.study.finding import search_index

if TYPE_CHECKING:
    from tutor.plain.room import Room

_HEADS = {
    Where.TERM: "Glossary",
    Where.PAGE: "Lessons",
    Where.ITEM: "Questions you answered",
    Where.NOTE: "Your notes",
}
_EACH = 6


def search(room: Room) -> None:
    """Ask for words until the learner leaves."""
    room.talk.gap()
    room.talk.say("Search the lessons, the glossary, your notes, and questions you have answered.")
    while True:
        typed = room.talk.ask("Words to search for (q leave):")
        if typed.lower() == LEAVE:
            return
        if typed:
            search_for(room, typed)


def search_for(room: Room, words: str) -> None:
    """List what holds these words; a number opens it."""
    found = search_index(room.desk).find(words, _EACH)
    if not found.hits:
        close = f" Close to it: {listed(found.close, 'or')}." if found.close else ""
        room.talk.say(f"No match for {words!r}.{close}")
        return

    def show() -> None:
        talk = room.talk
        talk.gap()
        talk.say(f"{count(len(found.hits) + found.more, 'match', 'matches')} for {words!r}.")
        if found.more:
            talk.say(f"These {len(found.hits)} come first.")
        number = 0
        for where, head in _HEADS.items():
            group = found.of(where)
            if group:
                talk.say(f"{head}:")
            for hit in group:
                number += 1
                talk.say(_words(room, hit), lead=f"  {number}. ")

    show()
    while True:
        key = room.pick("Number to open it", most=len(found.hits), again=show)
        if key == LEAVE:
            return
        _open(room, found.hits[int(key) - 1])


def _words(room: Room, hit: Hit) -> str:
    entry = room.desk.library.entry(hit.lesson)
    number = entry.number if entry else ""
    excerpt = f" {sentence(hit.excerpt)}" if hit.excerpt else ""
    if hit.where is Where.TERM:
        return f"{sentence(hit.title)}{excerpt}"
    if hit.where is Where.PAGE:
        return f"Lesson {number}, screen {hit.page + 1}: {sentence(hit.title)}{excerpt}"
    what = "Your note in quiz" if hit.where is Where.NOTE else "Quiz"
    return f"{what} {number}: {sentence(hit.title)}"


def _open(room: Room, hit: Hit) -> None:
    library = room.desk.library
    if hit.where is Where.TERM:
        from tutor.plain.glossary import tell_term

        tell_term(room, library.glossary()[hit.id])
    elif hit.where is Where.PAGE:
        room.visit(lambda: routes.read(room, hit.lesson, hit.page))
    else:
        room.visit(lambda: _tell_item(room, hit))


def _tell_item(room: Room, hit: Hit) -> None:
    """A question and why its answer is so; for looking up, so nothing is scored."""
    quiz = room.desk.library.quiz(hit.lesson)
    item = next((one for one in quiz.items if one.id == hit.id), None) if quiz else None
    if item is None:
        return
    from tutor.quiz.graders import told

    room.talk.gap()
    tell(room.talk, item.stem)
    if room.pick("Enter for the answer", enter=True) != LEAVE:
        room.talk.say(f"Right answer: {stopped(told(item, None, ()).right_answer)}")
        tell(room.talk, item.explain)
