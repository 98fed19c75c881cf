"""What a search found, as lines in groups."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.library import Library
from tutor.course.search import Found, Hit, Where
from tutor.tui.lines import Line, Run, cut, paragraph, width_of
from tutor.tui.screens.find import CLOSE

HEADS = {
    Where.TERM: "Glossary",
    Where.PAGE: "Lessons",
    Where.ITEM: "Questions you answered",
    Where.NOTE: "Your notes",
}

_FEW, _MANY = 3, 6
_TALL = 24  # rows of the list


def found_lines(
    found: Found, only: Where | None, library: Library, width: int, height: int
) -> list[Line]:
    """The groups with their hits; a hit's target is its place among all hits.

    Of each group a few, so that all groups are in sight; of one group that was asked for all.
    """
    most = len(found.hits) if only else _FEW if height < _TALL else _MANY
    lines: list[Line] = []
    hidden = found.more
    for where, head in HEADS.items():
        group = [(at, hit) for at, hit in enumerate(found.hits) if hit.where is where]
        if not group or only not in (None, where):
            continue
        lines.append(Line((Run(head, "head"),)))
        lines += [_hit(hit, str(at), library, width) for at, hit in group[:most]]
        hidden += len(group[most:])
    if hidden and only is None:
        said = f"and {hidden} more: tab shows one group, more letters narrow it"
        lines += paragraph((Run(said, "faint"),), width)
    return lines


def _hit(hit: Hit, target: str, library: Library, width: int) -> Line:
    entry = library.entry(hit.lesson)
    number = (Run(f"{entry.number:>2}  ", "muted"),) if entry else ()
    runs = [Run("  "), *number, Run(hit.title)]
    if hit.excerpt and width_of(runs) + 6 < width:
        runs.append(Run(f"  {hit.excerpt}", "muted"))
    return Line(cut(runs, width), target)


def no_match(words: str, close: Sequence[str], what: str, width: int) -> list[Line]:
    """ "No match for 'fibulra'. Close to it: fibula." Each word that is close can be chosen."""
    said = f"No {what} for {words.strip()!r}."
    lines = paragraph((Run(said + (" Close to it:" if close else "")),), width)
    return [*lines, *(Line((Run("  "), Run(word)), CLOSE + word) for word in close)]
