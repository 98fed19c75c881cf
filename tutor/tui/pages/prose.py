"""The course's small Markdown as lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.prose import Bullets, Numbered, Paragraph, Span, Table, parse, plain
from tutor.tui.lines import BLANK, Line, Run, Token, paragraph, width_of, wrap

_COLUMN_GAPS = (3, 2)  # the second where the first is too much


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
    """Columns as wide as they need, else at least as wide as their longest words.

    Where even that is too wide, the rows stand below one another, each cell behind its header.
    """
    if not header:
        return []
    head = [tuple(Run(run.text, "muted-bold") for run in cell) for cell in header]
    columns = [[row[i] for row in (head, *rows) if i < len(row)] for i in range(len(head))]
    words = [max(map(_longest_word, column)) for column in columns]
    gap = next((gap for gap in _COLUMN_GAPS if sum(words) + gap * (len(head) - 1) <= width), None)
    if gap is None:
        return _stacked(head, rows, width)
    needs = [max(map(width_of, column)) for column in columns]
    widths = _shared(words, needs, width - gap * (len(head) - 1))
    return [line for row in (head, *rows) for line in _table_row(row, widths, gap)]


def _longest_word(cell: Sequence[Run]) -> int:
    """Cells of the longest word; a word may change its style on the way."""
    return max(
        (width_of([Run(word)]) for word in "".join(run.text for run in cell).split()), default=1
    )


def _shared(least: Sequence[int], needs: Sequence[int], room: int) -> list[int]:
    """Every column gets its least; what is left goes, cell by cell, to the narrowest in need."""
    widths = list(least)
    for _ in range(room - sum(least)):
        in_need = [i for i, width in enumerate(widths) if width < needs[i]]
        if not in_need:
            break
        widths[min(in_need, key=widths.__getitem__)] += 1
    return widths


def _stacked(
    header: Sequence[Sequence[Run]], rows: Sequence[Sequence[Sequence[Run]]], width: int
) -> list[Line]:
    """Each row as lines of `header: text`, with a blank line between rows."""
    lines: list[Line] = []
    for row in rows:
        if lines:
            lines.append(BLANK)
        for name, cell in zip(header, row, strict=False):
            label = (*name, Run(": ", "muted-bold")) if width_of(name) else ()
            lines += paragraph((*label, *cell), width)
    return lines


def _table_row(cells: Sequence[Sequence[Run]], widths: Sequence[int], gap: int) -> list[Line]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=False)]
    lines: list[Line] = []
    for y in range(max((len(cell) for cell in wrapped), default=0)):
        runs: list[Run] = []
        for i, cell in enumerate(wrapped):
            piece = cell[y] if y < len(cell) else ()
            runs += piece
            if i < len(wrapped) - 1:
                runs.append(Run(" " * (widths[i] - width_of(piece) + gap)))
        lines.append(Line(tuple(runs)))
    return lines
