"""Search: a word is typed, and lessons, glossary, notes and answered questions that hold it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tutor.course.search import Found, Hit, Index, Where
from tutor.study.finding import found_item, search_index
from tutor.text import tokens
from tutor.tui import routes
from tutor.tui.lines import Line, Run, paragraph
from tutor.tui.pages.entries import item_lines, page_lines, term_lines
from tutor.tui.pages.found import HEADS, found_lines, no_match
from tutor.tui.screens.find import FindScreen
from tutor.tui.widgets.bars import Heading, Key

_EACH = 12
_ORDER: tuple[Where | None, ...] = (None, *HEADS)


class SearchScreen(FindScreen):
    """Hits in groups. Questions are found once they were answered: nothing is given away."""

    PLACEHOLDER = "type a word"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "filter(1)", "Only one group, then all again"),
        Binding("shift+tab", "filter(-1)", "The group before", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.found = Found(())
        self.only: Where | None = None
        self._index: Index | None = None

    def heading(self) -> Heading:
        state = HEADS[self.only].lower() if self.only else ""
        if self.found.hits:
            count = len(self._shown)
            words = f"{count} match{'es' if count != 1 else ''}"
            state = f"{words} · {state}" if state else words
        return Heading("Search", "", state)

    def keys(self) -> tuple[Key, ...]:
        keys = super().keys()
        if not self.found.hits:
            return keys
        return (*keys[:-2], Key("tab", "filter", "filter(1)"), *keys[-2:])

    @property
    def _shown(self) -> tuple[Hit, ...]:
        return self.found.hits if self.only is None else self.found.of(self.only)

    def look(self, words: str) -> None:
        if self._index is None:
            self._index = self.attempt(lambda: search_index(self.tutor.desk))
        if self._index is not None:
            self.found = self._index.find(words, _EACH)
        if self.only is not None and not self._shown:
            self.only = None

    def hit_lines(self, width: int, height: int) -> Sequence[Line]:
        words = self.line.value
        if not tokens(words):
            said = "Lessons, glossary, your notes, and questions that you have answered."
            return paragraph((Run(said, "muted"),), width)
        if not self.found.hits:
            return no_match(words, self.found.close, "match", width)
        return found_lines(self.found, self.only, self.tutor.desk.library, width, height)

    @property
    def _chosen(self) -> Hit | None:
        target = self.hits.chosen
        if target is None or target not in self.hits.targets or not target.isdigit():
            return None
        return self.found.hits[int(target)] if int(target) < len(self.found.hits) else None

    def entry_lines(self, width: int, height: int) -> Sequence[Line]:
        hit = self._chosen
        return _entry(self, hit, width) if hit is not None else ()

    def open_target(self, target: str) -> None:
        hit = self._chosen
        if hit is None:
            return
        if hit.where is Where.PAGE:
            routes.open_lesson(self.tutor, hit.lesson, hit.page)
            return
        from tutor.tui.screens.terms import EntryScreen

        name = "Glossary" if hit.where is Where.TERM else "Question"
        self.app.push_screen(EntryScreen(name, lambda width, _: _entry(self, hit, width)))

    def action_filter(self, step: int) -> None:
        """Only one of the groups that have hits; after the last, all again."""
        full = [one for one in _ORDER if one is None or self.found.of(one)]
        self.only = full[(full.index(self.only) + step) % len(full)]
        self.show_found()


def _entry(screen: SearchScreen, hit: Hit, width: int) -> list[Line]:
    """What was found, in full."""
    desk = screen.tutor.desk
    library = desk.library
    if hit.where is Where.TERM:
        return term_lines(library.glossary()[hit.id], library, width)
    if hit.where is Where.PAGE:
        return page_lines(library.lesson(hit.lesson), hit.page, width)
    item = found_item(desk, hit.lesson, hit.id)
    if item is None:
        return []
    notes = desk.store.notes(desk.learner.id, library.header.id, item.id)
    return item_lines(item, library, [note.text for note in notes], width)
