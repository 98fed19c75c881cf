"""The course's small Markdown as lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.prose import Bullets, Numbered, Paragraph, Span, Table, parse, plain
from tutor.tui.lines import BLANK, Line, Run, Token, cut, paragraph, width_of, wrap

_COLUMN_GAP = 3


def runs_of(spans: Iterable[Span], base: Token = "text") -> tuple[Run, ...]:
    """Spans as runs. In muted text only bold is told apart."""
    return tuple(Run(span.text, _token(span, base)) for span in spans)


def _token(span: Span, base: Token) -> Token:
    if base == "strong":
        return base
    if base != "text":
        return "muted-bold" if span.bold and base == "muted" else base
    if span.term is not None:
        return "term"
    if span.bold:
        return "bold"
    return "italic" if span.italic else "text"


def inline(text: str, base: Token = "text") -> tuple[Run, ...]:
    """A text of one paragraph (an option, a question) as runs."""
    match parse(text):
        case (Paragraph(spans),):
            return runs_of(spans, base)
    return (Run(plain(text), base),)


def prose(text: str, width: int, base: Token = "text") -> list[Line]:
    """Blocks with a blank line between them."""
    lines: list[Line] = []
    for block in parse(text):
        if lines:
            lines.append(BLANK)
        match block:
            case Paragraph(spans):
                lines += paragraph(runs_of(spans, base), width)
            case Bullets(items):
                for item in items:
                    lines += paragraph(runs_of(item, base), width, first=(Run("•  ", "muted"),))
            case Numbered(items):
                digits = len(str(len(items)))
                for number, item in enumerate(items, 1):
                    mark = (Run(f"{number:>{digits}}  ", "muted"),)
                    lines += paragraph(runs_of(item, base), width, first=mark)
            case Table(header, rows):
                lines += table(
                    [runs_of(cell, "muted") for cell in header],
                    [[runs_of(cell, base) for cell in row] for row in rows],
                    width,
                )
    return lines


def table(
    header: Sequence[Sequence[Run]], rows: Sequence[Sequence[Sequence[Run]]], width: int
) -> list[Line]:
    """Columns as wide as they need; when that is too wide, they share the width by need."""
    if not header:
        return []
    count = len(header)
    everything = [header, *rows]
    needs = [
        max(max((width_of(row[i]) for row in everything if i < len(row)), default=1), 1)
        for i in range(count)
    ]
    room = width - _COLUMN_GAP * (count - 1)
    widths = needs if sum(needs) <= room else _shared(needs, room)
    lines = _table_row(
        [tuple(Run(run.text, "muted-bold") for run in cell) for cell in header], widths
    )
    for row in rows:
        lines += _table_row(row, widths)
    return [Line(cut(line.runs, width)) for line in lines]


def _shared(needs: Sequence[int], room: int) -> list[int]:
    """Narrow columns keep what they need; the wide ones share the rest."""
    widths = [0] * len(needs)
    left, open_columns = room, sorted(range(len(needs)), key=lambda i: needs[i])
    while open_columns:
        i = open_columns.pop(0)
        widths[i] = max(min(needs[i], left // (len(open_columns) + 1)), 1)
        left -= widths[i]
    return widths


def _table_row(cells: Sequence[Sequence[Run]], widths: Sequence[int]) -> list[Line]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=False)]
    lines: list[Line] = []
    for y in range(max((len(cell) for cell in wrapped), default=0)):
        runs: list[Run] = []
        for i, cell in enumerate(wrapped):
            piece = cell[y] if y < len(cell) else ()
            runs += piece
            if i < len(wrapped) - 1:
                runs.append(Run(" " * (widths[i] - width_of(piece) + _COLUMN_GAP)))
        lines.append(Line(tuple(runs)))
    return lines
