"""A lesson, screen by screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tutor.course.citing import names_of
from tutor.course.model import RecallCard, Screen
from tutor.plain import figures, routes
from tutor.plain.prose import one_line, tell
from tutor.plain.room import LEAVE
from tutor.plain.spoken import count, sentence
from tutor.prose import term_links

if TYPE_CHECKING:
    from tutor.course.model import Figure, FigureRef, Lesson, Structure
    from tutor.plain.room import Place, Room


def read_lesson(room: Room, lesson: str, page: int | None = None) -> Place | None:
    """Read from a page on, or from where it was left; after the last page comes the quiz."""
    return _Reading(room, room.desk.library.lesson(lesson)).read(page)


class _Reading:
    """The pages of a lesson; what was read goes into the record as it is shown."""

    def __init__(self, room: Room, lesson: Lesson) -> None:
        self.room, self.talk, self.lesson = room, room.talk, lesson
        # None is the page with what to take home.
        self.pages: tuple[Screen | RecallCard | None, ...] = lesson.pages
        if lesson.take_home:
            self.pages = (*self.pages, None)
        self.at = 0
        self.turned = False

    @property
    def page(self) -> Screen | RecallCard | None:
        return self.pages[self.at]

    @property
    def last(self) -> bool:
        return self.at == len(self.pages) - 1

    def read(self, page: int | None) -> Place | None:
        """Until the learner leaves or goes on to the quiz."""
        lesson = self.lesson
        length = f"{count(len(self.pages), 'screen')}, about {count(lesson.minutes, 'minute')}."
        self.talk.gap()
        self.talk.say(f"Lesson {lesson.number}: {sentence(lesson.title)} {length}")
        self.at = self._left_at() if page is None else min(max(page, 0), len(self.pages) - 1)
        self._open()
        while True:
            key = self._key()
            if key == LEAVE:
                self.talk.say(f"Your place is kept: screen {self.at + 1} of {len(self.pages)}.")
                return None
            if key == "t" or (key == "" and self._waits is None and self.last):
                go_on = self._questions > 0
                return partial(routes.take_quiz, self.room, lesson.id) if go_on else None
            self._do(key)

    def _do(self, key: str) -> None:
        if key == "" and (card := self._waits) is not None:
            self.turned = True
            self._tell_answer(card)
        elif key in ("", "b"):
            self.at += 1 if key == "" else -1
            self._open()
        elif key == "c":
            self._contents()
        elif key == "s":
            self._sources()
        elif key == "g":
            from tutor.plain.glossary import tell_terms

            known = self.room.desk.library.glossary()
            tell_terms(self.room, [known[id] for id in self._terms() if id in known])
        elif key == "d":
            self._tell_figure(full=True)
        elif self._figure is not None:
            structures = figures.structures(*self._figure, full=True)
            figures.tell_structure(self.talk, structures[int(key) - 1])

    def _key(self) -> str:
        """What the learner wants, at a page that was told."""
        letters = {"b": "back"} if self.at else {}
        terms = len(self._terms())
        if terms:
            letters["g"] = count(terms, "word")
        more = {"c": "the list of the screens"}
        if self.page is not None and self.page.sources:
            more["s"] = "the sources of this screen"
        if self._questions:
            more["t"] = "take the quiz now"
        structures: list[Structure] = []
        if self._figure is not None:
            structures = figures.structures(*self._figure, full=True)
            if words := figures.more_words(*self._figure):
                letters["d"] = words
        on = self._prompt
        return self.room.pick(
            on, most=len(structures), enter=True, letters=letters, more=more, again=self._tell
        )

    @property
    def _waits(self) -> RecallCard | None:
        """The card that is not turned yet."""
        page = self.page
        return page if isinstance(page, RecallCard) and not self.turned else None

    @property
    def _prompt(self) -> str:
        if self._waits is not None:
            return "Enter to turn the card"
        if not self.last:
            return "Enter for the next screen"
        return "Enter for the quiz" if self._questions else "Enter to go back"

    @property
    def _questions(self) -> int:
        library = self.room.desk.library
        entry = library.entry(self.lesson.id)
        return min(entry.items, library.header.ask) if entry else 0

    # -- telling -----------------------------------------------------------------------------

    def _open(self) -> None:
        """Tell the page and note that it was read."""
        self.turned = False
        desk = self.room.desk
        id = self.lesson.page_ids[self.at]
        # If it cannot be written, reading goes on; only the place is not kept.
        self.room.visit(
            lambda: desk.store.mark_read(
                desk.learner.id, desk.library.header.id, self.lesson.id, id
            )
        )
        self.talk.gap()
        self._tell()

    def _tell(self) -> None:
        page, talk = self.page, self.talk
        where = f"Screen {self.at + 1} of {len(self.pages)}"
        if isinstance(page, Screen):
            talk.say(f"{where}: {sentence(page.title)}")
            talk.gap()
            tell(talk, page.body)
            self._tell_figure(full=False)
        elif page is not None:
            talk.say(f"{where}: a card. Think of the answer, then turn it.")
            talk.gap()
            talk.say(one_line(page.recall))
            if self.turned:
                self._tell_answer(page)
        else:
            talk.say(f"{where}: What to take home.")
            talk.gap()
            for number, words in enumerate(self.lesson.take_home, 1):
                talk.say(one_line(words), lead=f"{number}. ")
            if self._questions:
                talk.say(f"Now the quiz: {count(self._questions, 'question')}.")
        talk.gap()

    def _tell_figure(self, *, full: bool) -> None:
        if self._figure is not None:
            figures.tell_figure(self.talk, *self._figure, full=full)

    def _tell_answer(self, card: RecallCard) -> None:
        self.talk.gap()
        self.talk.say("The answer:")
        tell(self.talk, card.answer)
        self.talk.gap()

    @property
    def _figure(self) -> tuple[Figure, FigureRef] | None:
        """The figure of the page and what of it the page is about."""
        page = self.page
        if not isinstance(page, Screen) or page.figure is None:
            return None
        figure = self.room.desk.library.figure(page.figure.name)
        return None if figure is None else (figure, page.figure)

    def _sources(self) -> None:
        page = self.page
        keys = page.sources if page is not None else ()
        for name in names_of(keys, self.room.desk.library.sources(), short=False):
            self.talk.say(sentence(name), lead="- ")

    def _terms(self) -> tuple[str, ...]:
        """The glossary ids that the page links to, each once, in order."""
        page = self.page
        if page is None:
            text = "\n\n".join(self.lesson.take_home)
        elif isinstance(page, Screen):
            text = page.body
        else:  # the answer's words would give it away
            text = page.answer if self.turned else ""
        return tuple(dict.fromkeys(id for _, id in term_links(text)))

    def _contents(self) -> None:
        """The list of the screens; a number goes there."""

        def tell_titles() -> None:
            for number, page in enumerate(self.pages, 1):
                self.talk.say(_title(page), lead=f"  {number}. ")

        tell_titles()
        key = self.room.pick("Number of a screen", most=len(self.pages), again=tell_titles)
        if key != LEAVE:
            self.at = int(key) - 1
        self._open()

    def _left_at(self) -> int:
        desk = self.room.desk
        reading = desk.store.reading(desk.learner.id, desk.library.header.id).get(self.lesson.id)
        ids = self.lesson.page_ids
        return ids.index(reading.last) if reading is not None and reading.last in ids else 0


def _title(page: Screen | RecallCard | None) -> str:
    if page is None:
        return "What to take home"
    return page.title if isinstance(page, Screen) else f"Card: {one_line(page.recall)}"
