"""Small pictures of numbers, as lines: columns, a line chart, bars with a mark.

Each stands beside the same numbers in words (`tutor.study.told`), and shows without colour too.
"""

from __future__ import annotations

from collections.abc import Sequence

from tutor.tui.lines import Line, Run, Token, bar, merged

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_BRAILLE = 0x2800
# The bit of each dot of a braille cell, by row and column.
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_DOWN, _ACROSS = 4, 2  # dots of a cell
_LABEL = 4  # cells left of a chart, for "100 "


def columns(counts: Sequence[int], names: Sequence[str], rows: int, width: int) -> list[Line]:
    """A column for each count from 0 up, its number and its name below; the first is today's."""
    cell = min(max(width // max(len(counts), 1), 4), 6)
    most = max(counts, default=0)
    heights = [_eighths(count, most, rows) for count in counts]
    lines = []
    for row in reversed(range(rows)):
        runs = []
        for i, height in enumerate(heights):
            block = _EIGHTHS[min(max(height - 8 * row, 0), 8)]
            runs.append(Run((block * (cell - 2)).ljust(cell), _token_of(i)))
        lines.append(Line(tuple(runs)))
    numbers = tuple(
        Run(f"{count:<{cell}}", "text" if i else "strong") for i, count in enumerate(counts)
    )
    below = tuple(Run(f"{name[: cell - 1]:<{cell}}", "muted") for name in names)
    return [*lines, Line(numbers), Line(below)]


def _token_of(column: int) -> Token:
    return "quiet" if column else "accent"


def _eighths(count: int, most: int, rows: int) -> int:
    """The height in eighths of a row; what is not zero is seen."""
    if not count:
        return 0
    return max(round(count / most * rows * 8), 1)


def chart(
    values: Sequence[int], mark: int, rows: int, width: int, ends: tuple[str, str]
) -> list[Line]:
    """Percentages as a line on an axis from 0 to 100, with a dotted line at `mark`.

    `ends` are the words below the first and the last value.
    """
    across = max(width - _LABEL - 1, 2)
    ink = _ink(values, rows * _DOWN, across * _ACROSS)
    at = _dot(mark, rows * _DOWN)
    dotted = {(x, at) for x in range(0, across * _ACROSS, 2)}
    last = (across - 1, _dot(values[-1], rows * _DOWN) // _DOWN) if values else None
    labels = {rows - 1: "0", at // _DOWN: str(mark), 0: "100"}
    lines = []
    for row in range(rows):
        runs = [Run(f"{labels.get(row, ''):>3} ", "muted")]
        for column in range(across):
            if (column, row) == last:
                runs.append(Run("●", "key"))
                continue
            bits = _bits(ink, column, row)
            token: Token = "accent" if bits else "rule"
            bits = bits or _bits(dotted, column, row)
            runs.append(Run(chr(_BRAILLE + bits) if bits else " ", token))
        lines.append(Line(merged(runs)))
    first, final = ends
    gap = max(across - len(first) - len(final), 1)
    lines.append(Line((Run(" " * _LABEL + first + " " * gap + final, "muted"),)))
    return lines


def _ink(values: Sequence[int], rows: int, columns: int) -> set[tuple[int, int]]:
    """The dots of a line through the values, from edge to edge and without gaps."""
    if len(values) < 2:
        return set()
    ink: set[tuple[int, int]] = set()
    before = _dot(values[0], rows)
    for x in range(columns):
        place = x * (len(values) - 1) / (columns - 1)
        i = min(int(place), len(values) - 2)
        value = values[i] + (values[i + 1] - values[i]) * (place - i)
        y = _dot(value, rows)
        # Where the line is steep the column holds all dots from the one before.
        step = 1 if y > before else -1
        ink.update((x, dot) for dot in range(before + step, y, step))
        ink.add((x, y))
        before = y
    return ink


def _dot(value: float, rows: int) -> int:
    """The row of dots, from the top, of a percentage."""
    return round((1 - min(max(value, 0), 100) / 100) * (rows - 1))


def _bits(dots: set[tuple[int, int]], column: int, row: int) -> int:
    return sum(
        _DOTS[y][x]
        for y in range(_DOWN)
        for x in range(_ACROSS)
        if (column * _ACROSS + x, row * _DOWN + y) in dots
    )


def marked_bar(share: float, width: int, mark: float | None) -> tuple[Run, ...]:
    """A bar of a share 0..1, with a mark where it should reach at least."""
    runs = bar(share, width)
    if mark is None:
        return runs
    at = min(round(mark * width), width - 1)
    cells = [Run(cell, run.token) for run in runs for cell in run.text]
    cells[at] = Run("┃", "strong")
    return merged(cells)
