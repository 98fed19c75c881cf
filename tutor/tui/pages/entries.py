"""What can be looked up, as lines: a term, a page of a lesson, a question answered before."""

from __future__ import annotations

from tutor.course.citing import names_of
from tutor.course.items import Item
from tutor.course.library import Library
from tutor.course.model import Lesson, RecallCard, Screen, Term
from tutor.quiz.graders import told
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.prose import prose


def term_lines(term: Term, library: Library, width: int) -> list[Line]:
    """An entry of the glossary, with what it is confused with and its sources."""
    say = (Run(f"  {term.say}", "muted"),) if term.say else ()
    lines = paragraph((Run(term.term, "strong"), *say), width)
    if term.plain:
        lines += paragraph((Run(term.plain, "muted"),), width)
    lines += prose(term.text, width)
    if term.also:
        lines += paragraph((Run("Also: " + ", ".join(term.also), "muted"),), width)
    glossary = library.glossary()
    others = [glossary[id].term for id in term.confused_with if id in glossary]
    if others:
        words = Run("Not the same: ", "notice"), Run(", ".join(others), "text")
        lines += paragraph(words, width)
    return lines + _sources(term.sources, library, width)


def page_lines(lesson: Lesson, at: int, width: int) -> list[Line]:
    """A page of a lesson. A card keeps its answer: it is turned in the lesson."""
    place = f"lesson {lesson.number}, {at + 1} of {len(lesson.page_ids)}"
    page = lesson.pages[at] if at < len(lesson.pages) else None
    if isinstance(page, Screen):
        name, text = page.title, prose(page.body, width)
    elif isinstance(page, RecallCard):
        name, text = page.recall, []
    else:
        name, text = "What to take home", []
        for one in lesson.take_home:
            text += prose(one, width)
    head = paragraph((Run(name, "strong"),), width)
    return [*head, *paragraph((Run(place, "muted"),), width), *text]


def item_lines(item: Item, library: Library, notes: list[str], width: int) -> list[Line]:
    """A question that was answered before: its right answer, why, and the learner's notes."""
    lines = prose(item.stem, width, "strong")
    answer = told(item, None, ()).right_answer
    lines += [BLANK, *paragraph((Run("Right: ", "right-bold"), Run(answer)), width)]
    if item.explain:
        lines += [BLANK, *prose(item.explain, width)]
    for note in notes:
        lines += [BLANK, *paragraph((Run("Your note: ", "head"), Run(note)), width)]
    return lines + _sources(item.sources, library, width)


def _sources(keys: tuple[str, ...], library: Library, width: int) -> list[Line]:
    names = names_of(keys, library.sources(), short=True)
    return paragraph((Run(" · ".join(names), "faint"),), width) if names else []
