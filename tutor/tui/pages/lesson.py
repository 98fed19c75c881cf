"""A page of a lesson: text, the words of its figure, a recall card, or what to take home."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.model import Figure, FigureRef, Lesson, RecallCard, Screen
from tutor.tui.lines import BLANK, Line, Run, paragraph
from tutor.tui.pages.feedback import labelled
from tutor.tui.pages.prose import inline, prose

_STRUCTURES_SHOWN = 5


def screen_lines(
    screen: Screen, width: int, *, sources: Sequence[str] = (), figure: Sequence[Line] = ()
) -> list[Line]:
    """Title and text; below them the figure's words where there is no room beside, and sources."""
    lines = [*paragraph((Run(screen.title, "strong"),), width), BLANK]
    lines += prose(screen.body, width)
    if figure:
        lines += [BLANK, *figure]
    if sources:
        lines += [BLANK, *source_lines(sources, width)]
    return lines


def source_lines(sources: Sequence[str], width: int) -> list[Line]:
    """Where the statements of a page come from."""
    lines: list[Line] = []
    for index, name in enumerate(sources):
        lines += labelled("Sources" if not index else "", (Run(name, "muted"),), width, "faint")
    return lines


def figure_lines(figure: Figure, ref: FigureRef, width: int) -> list[Line]:
    """A figure in words: what it shows, and where the structures lie that the text is about."""
    lines = [Line((Run("In the picture", "head"),))]
    view = figure.title + (f", {figure.viewpoint}" if _adds(figure) else "")
    lines += paragraph((Run(view, "muted"),), width)
    named = [figure.structure(id) for id in ref.highlight]
    listed = [one for one in named if one is not None] or [
        one for one in figure.structures if (ref.view or "whole") in (one.views or ("whole",))
    ][:_STRUCTURES_SHOWN]
    for structure in listed:
        lines += [BLANK, *paragraph((Run(structure.name, "bold"),), width)]
        lines += paragraph((Run(structure.where, "muted"),), width)
    return lines


def _adds(figure: Figure) -> bool:
    """Whether the viewpoint says more than the title ("from the front" of a front view)."""
    last = figure.viewpoint.lower().split()[-1:]
    return bool(last) and last[0] not in figure.title.lower()


def recall_lines(card: RecallCard, width: int, *, turned: bool) -> list[Line]:
    """A question to answer in one's head, then its answer."""
    lines = [Line((Run("Think, then turn the card", "head"),)), BLANK]
    lines += paragraph(inline(card.recall, "strong"), width)
    lines.append(BLANK)
    if turned:
        lines += prose(card.answer, width)
    else:
        lines.append(Line((Run("space", "key"), Run(" turns it", "muted"))))
    return lines


def take_home_lines(lesson: Lesson, questions: int, width: int) -> list[Line]:
    """The sentences to keep, and what follows."""
    lines = [Line((Run("What to take home", "strong"),)), BLANK]
    for sentence in lesson.take_home:
        lines += [*paragraph(inline(sentence), width, first=(Run("•  ", "accent"),)), BLANK]
    if questions:
        ask = f"Now the quiz: {questions} questions. Everything is saved as you answer."
        lines += paragraph((Run(ask, "muted"),), width)
    return lines
