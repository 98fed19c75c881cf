"""Figures in words: what one shows, and where its structures lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.plain.spoken import count, listed, sentence, small

if TYPE_CHECKING:
    from tutor.course.model import Figure, FigureRef, Structure
    from tutor.plain.talk import Talk

_FIRST = 5
_WHOLE = "whole"


def tell_figure(talk: Talk, figure: Figure, ref: FigureRef, *, full: bool) -> None:
    """Title, viewpoint and the structures: those that the text is about, or all in this view."""
    shown = structures(figure, ref, full=full)
    view = f", {ref.view.replace('-', ' ')}" if ref.view and ref.view != _WHOLE else ""
    seen = figure.viewpoint if _adds(figure) else ""
    talk.gap()
    talk.say(f"Figure: {sentence(figure.title + view)} {sentence(seen)}".rstrip())
    if not shown:
        return
    word = "structure" if len(shown) == 1 else "structures"
    talk.say(f"{small(len(shown)).capitalize()} {word}:")
    for number, one in enumerate(shown, 1):
        talk.say(f"{sentence(one.name)} {sentence(one.where)}", lead=f"  {number}. ")


def tell_structure(talk: Talk, structure: Structure) -> None:
    """One structure with its other names."""
    also = f" Also called: {listed(structure.also, 'or')}." if structure.also else ""
    talk.say(f"{sentence(structure.name)} {sentence(structure.where)}{also}")


def structures(figure: Figure, ref: FigureRef, *, full: bool) -> list[Structure]:
    """Those that are highlighted, else the first of the view; or all of the view."""
    seen = [one for one in figure.structures if (ref.view or _WHOLE) in (one.views or (_WHOLE,))]
    lit = [one for id in ref.highlight if (one := figure.structure(id)) is not None]
    if full:
        return [*lit, *(one for one in seen if one not in lit)]
    return lit or seen[:_FIRST]


def more_words(figure: Figure, ref: FigureRef) -> str:
    """What the whole list would add: "3 more structures", or nothing."""
    more = len(structures(figure, ref, full=True)) - len(structures(figure, ref, full=False))
    return count(more, "more structure") if more else ""


def _adds(figure: Figure) -> bool:
    """Whether the viewpoint says more than the title ("from the front" of a front view)."""
    last = figure.viewpoint.lower().split()[-1:]
    return bool(last) and last[0] not in figure.title.lower()
