"""A lesson, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tutor.course.citing import names_of
from tutor.course.model import Lesson, RecallCard, Screen
from tutor.prose import term_links
from tutor.tui import routes
from tutor.tui.lines import TWO_COLUMNS_FROM, Line
from tutor.tui.pages.left_out import why_no_quiz
from tutor.tui.pages.lesson import (
    figure_lines,
    recall_lines,
    screen_lines,
    take_home_lines,
)
from tutor.tui.screens.place import Place
from tutor.tui.widgets.bars import Heading, Key
from tutor.tui.widgets.sheet import Sheet


class LessonScreen(Place):
    """The pages of a lesson; what was seen goes into the record as it is shown."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "forward", "Read on: rest of the page, then the next one"),
        Binding("left,backspace", "back", "The page before"),
        Binding("space", "turn", "Turn the card"),
        Binding("s", "sources", "Where the statements come from"),
        Binding("g", "terms", "The terms of this page"),
        Binding("tab,shift+tab", "other_side", "To the words of the picture, to scroll them"),
        Binding("q", "quiz", "Straight to the quiz"),
    ]

    def __init__(self, lesson: Lesson, page: int | None = None) -> None:
        super().__init__()
        self.lesson = lesson
        self._pages: tuple[Screen | RecallCard | None, ...] = lesson.pages
        if lesson.take_home:
            self._pages = (*self._pages, None)
        self._page_wanted = page
        self.index = 0
        self._turned = False
        self._sources = False
        self.text = Sheet(self._lines, reading=True, id="text")
        self.figure = Sheet(self._figure_beside, id="figure")

    def body(self) -> ComposeResult:
        self.index = self._first_page()
        with Horizontal(classes="columns"):
            yield self.text
            yield self.figure

    def on_mount(self) -> None:
        super().on_mount()
        self._show()

    def _first_page(self) -> int:
        if self._page_wanted is not None:
            return min(max(self._page_wanted, 0), len(self._pages) - 1)
        desk = self.tutor.desk
        known = self.attempt(lambda: desk.store.reading(desk.learner.id, desk.library.header.id))
        reading = known.get(self.lesson.id) if known else None
        if reading is None:
            return 0
        ids = self.lesson.page_ids
        return ids.index(reading.last) if reading.last in ids else 0

    @property
    def page(self) -> Screen | RecallCard | None:
        """The page in sight; None is the one with what to take home."""
        return self._pages[self.index]

    def _show(self) -> None:
        self._turned = False
        desk = self.tutor.desk
        course, page_id = desk.library.header.id, self.lesson.page_ids[self.index]
        # If it cannot be written, reading goes on; only the place is not kept.
        self.attempt(lambda: desk.store.mark_read(desk.learner.id, course, self.lesson.id, page_id))
        self._place_figure()
        self.text.focus()
        self.text.show(self._lines)
        self.figure.show(self._figure_beside)
        self.refresh_bars()

    def heading(self) -> Heading:
        count = len(self._pages)
        return Heading(
            self.lesson.short,
            f"Lesson {self.lesson.number}",
            f"{self.index + 1} of {count}",
            (self.index + 1) / count,
        )

    def keys(self) -> tuple[Key, ...]:
        page = self.page
        last = self.index == len(self._pages) - 1
        if self.text.more_below:
            on = Key("enter", "more", "forward")
        elif last:
            on = Key("enter", "quiz" if self._questions else "home", "forward")
        else:
            on = Key("enter", "next", "forward")
        keys = [on]
        if self.index:
            keys.append(Key("←", "back", "back"))
        if isinstance(page, RecallCard) and not self._turned:
            keys.insert(0, Key("space", "turn", "turn"))
        if self._terms():
            keys.append(Key("g", "terms", "terms"))
        if page is not None and page.sources:
            keys.append(Key("s", "sources", "sources"))
        return (*keys[:4], Key("esc", "home", "leave"), Key("?", "help", "help"))

    @property
    def _questions(self) -> int:
        entry = self.tutor.desk.library.entry(self.lesson.id)
        return min(entry.items, self.tutor.desk.library.header.ask) if entry else 0

    # -- drawing -----------------------------------------------------------------------------

    def _lines(self, width: int, height: int) -> Sequence[Line]:
        page = self.page
        if page is None:
            return take_home_lines(self.lesson, self._questions, width)
        if isinstance(page, RecallCard):
            return recall_lines(page, width, turned=self._turned)
        names: Sequence[str] = ()
        if self._sources:
            names = names_of(page.sources, self.tutor.desk.library.sources(), short=False)
        below = () if self.figure.display else self._figure(width)
        return screen_lines(page, width, sources=names, figure=below)

    def _figure_beside(self, width: int, height: int) -> Sequence[Line]:
        return self._figure(width)

    def _figure(self, width: int) -> Sequence[Line]:
        page = self.page
        if not isinstance(page, Screen) or page.figure is None:
            return ()
        figure = self.tutor.desk.library.figure(page.figure.name)
        return figure_lines(figure, page.figure, width) if figure is not None else ()

    def on_resize(self, event: events.Resize) -> None:
        """The figure's words stand beside the text or below it."""
        self._place_figure()

    def _place_figure(self) -> None:
        page = self.page
        has_figure = isinstance(page, Screen) and page.figure is not None
        self.figure.display = has_figure and self.size.width >= TWO_COLUMNS_FROM

    # -- keys --------------------------------------------------------------------------------

    @on(Sheet.Scrolled, "#text")
    def _scrolled(self) -> None:
        self.refresh_bars()

    def action_forward(self) -> None:
        """The rest of this page, then the next; after the last one the quiz."""
        if self.text.more_below:
            self.text.action_page(1)
        elif self.index < len(self._pages) - 1:
            self.index += 1
            self._show()
        elif self._questions:
            self.action_quiz()
        else:
            self.app.pop_screen()

    def action_back(self) -> None:
        """The page before."""
        if self.index:
            self.index -= 1
            self._show()

    def action_other_side(self) -> None:
        """The other column."""
        if self.figure.display:
            (self.text if self.figure.has_focus else self.figure).focus()

    def action_turn(self) -> None:
        """Turn a recall card; elsewhere the space bar reads on."""
        if isinstance(self.page, RecallCard):
            self._turned = not self._turned
            self.text.relay()
            self.refresh_bars()
        elif self.text.more_below:
            self.text.action_page(1)

    def action_sources(self) -> None:
        """Show the sources, on this page and the next ones."""
        self._sources = not self._sources
        self.text.relay()
        if self._sources:
            self.text.action_end(1)
        self.refresh_bars()

    def _terms(self) -> tuple[str, ...]:
        """The glossary ids that the page links to, each once, in order."""
        page = self.page
        if page is None:
            text = "\n\n".join(self.lesson.take_home)
        else:
            text = page.body if isinstance(page, Screen) else page.answer
        return tuple(dict.fromkeys(id for _, id in term_links(text)))

    def action_terms(self) -> None:
        """What the words mean."""
        glossary = self.tutor.desk.library.glossary()
        terms = tuple(glossary[id] for id in self._terms() if id in glossary)
        if not terms:
            self.notice("No glossary term on this page.")
            return
        from tutor.tui.screens.terms import TermsScreen

        self.app.push_screen(TermsScreen(terms))

    def action_quiz(self) -> None:
        """Leave the lesson for its quiz."""
        app = self.tutor
        if not self._questions:
            self.problem(why_no_quiz(app.desk.library, self.lesson.id))
            return
        app.pop_screen()
        routes.open_quiz(app, self.lesson.id)
