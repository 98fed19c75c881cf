"""The glossary: all terms, narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.model import Term
from tutor.course.search import Index, term_index
from tutor.tui.lines import TWO_COLUMNS_FROM, Line, Run, cut, width_of
from tutor.tui.pages.entries import term_lines
from tutor.tui.pages.found import no_match
from tutor.tui.screens.find import FindScreen
from tutor.tui.widgets.bars import Heading


class GlossaryScreen(FindScreen):
    """Names at the left, the entry that carries the bar at the right."""

    PLACEHOLDER = "type a word, or its beginning"
    BESIDE_FROM = TWO_COLUMNS_FROM

    def __init__(self) -> None:
        super().__init__()
        self.terms: tuple[Term, ...] = ()
        self.close: tuple[str, ...] = ()
        self._index: Index | None = None

    def on_mount(self) -> None:
        self.look("")
        super().on_mount()

    @property
    def _all(self) -> dict[str, Term]:
        return dict(self.tutor.desk.library.glossary())

    def heading(self) -> Heading:
        count, total = len(self.terms), len(self._all)
        return Heading("Glossary", "", f"{count} of {total}" if count < total else f"{total} words")

    def look(self, words: str) -> None:
        glossary = self._all
        if not words.strip():
            self.close = ()
            self.terms = tuple(sorted(glossary.values(), key=lambda term: term.term.casefold()))
            return
        if self._index is None:
            self._index = term_index(glossary)
        found = self._index.find(words, len(glossary))
        self.terms = tuple(glossary[hit.id] for hit in found.hits)
        self.close = found.close

    def hit_lines(self, width: int, height: int) -> Sequence[Line]:
        if not self.terms and self.line.value.strip():
            return no_match(self.line.value, self.close, "word", width)
        return [self._row(term, width) for term in self.terms]

    def _row(self, term: Term, width: int) -> Line:
        runs = [Run("  "), Run(term.term)]
        also = ", ".join(term.also)
        if also and width_of(runs) + 6 < width:
            runs.append(Run(f"  {also}", "muted"))
        return Line(cut(runs, width), term.id)

    def entry_lines(self, width: int, height: int) -> Sequence[Line]:
        term = self._all.get(self.hits.chosen or "")
        return term_lines(term, self.tutor.desk.library, width) if term is not None else ()

    def open_target(self, target: str) -> None:
        term = self._all.get(target)
        if term is not None:
            from tutor.tui.screens.terms import TermsScreen

            self.app.push_screen(TermsScreen((term,), on_page=False))
