"""Lines of styled text for a given width: the one layout idea behind every screen.

A screen describes a region as a list of `Line`s and a widget draws them. Nothing here knows
Textual, and author text is only ever cut into cells, never parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len, set_cell_size, split_text

Token = Literal[
    "text",
    "bold",
    "italic",
    "strong",
    "head",
    "muted",
    "muted-bold",
    "faint",
    "term",
    "key",
    "accent",
    "quiet",
    "rule",
    "right",
    "right-bold",
    "wrong",
    "wrong-bold",
    "notice",
    "notice-bold",
]

# Columns from which two things stand side by side: text and figure, an answer and its why.
TWO_COLUMNS_FROM = 72

# C0, DEL, C1, and the characters that turn the direction of a whole line: each would disturb
# the cells of its neighbours. The reader refuses them in a course; names are typed by people.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SPACES = str.maketrans("\t\n\r", "   ")
_WORDS = re.compile(r"\S+|\s+")
# Characters for each cell that are looked at: measuring all of a text without end takes 20 ms for
# each of its lines.
_NEAR = 8


class Run(NamedTuple):
    """A piece of text in one style."""

    text: str
    token: Token = "text"


class Line(NamedTuple):
    """One row of cells. Lines of the same `target` are chosen together."""

    runs: tuple[Run, ...] = ()
    target: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Late(NamedTuple):
    """A line that is made when it comes into sight: a long map is mostly out of it."""

    make: Callable[[], Line]
    target: str | None = None


BLANK = Line()


def safe(text: str) -> str:
    """`text` as it can be drawn: tabs and line ends are spaces, and each other character that would
    break the grid has a visible stand-in.
    """
    if _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.translate(_SPACES))


def width_of(runs: Iterable[Run]) -> int:
    """Cells that the runs take when they are drawn."""
    return sum(cell_len(safe(run.text)) for run in runs)


def cut(runs: Sequence[Run], width: int) -> tuple[Run, ...]:
    """The runs on at most `width` cells; what does not fit ends in an ellipsis."""
    if not _wider(runs, width):
        return tuple(runs)
    kept: list[Run] = []
    room = max(width - 1, 0)
    for run in runs:
        if not _wider((run,), room):
            kept.append(run)
            room -= width_of((run,))
            continue
        beginning = safe(run.text[: _NEAR * width])
        kept.append(Run(set_cell_size(beginning, room).rstrip() + "…", run.token))
        break
    return tuple(kept) if width > 0 else ()


def _wider(runs: Iterable[Run], width: int) -> bool:
    """Whether the runs take more than `width` cells; no more of them is measured than needed."""
    near = _NEAR * max(width, 1)
    for run in runs:
        for start in range(0, len(run.text), near):
            width -= cell_len(safe(run.text[start : start + near]))
            if width < 0:
                return True
    return False


def _pieces(runs: Iterable[Run], width: int) -> Iterator[tuple[str, Token, bool]]:
    """Words and gaps in order; a word wider than the line comes in pieces that fit."""
    for run in runs:
        for match in _WORDS.finditer(safe(run.text)):
            piece = match.group()
            if piece.isspace():
                yield " ", run.token, True
                continue
            near = _NEAR * width
            while len(piece) > near or cell_len(piece) > width:
                head, _ = split_text(piece[:near], width)
                if head.endswith(" "):  # a wide character lies across the edge, and would be lost
                    head, _ = split_text(piece[:near], width - 1)
                head = head or piece[0]  # a wide character on a line of one cell
                yield head, run.token, False
                piece = piece[len(head) :]
            if piece:
                yield piece, run.token, False


def wrap(runs: Iterable[Run], width: int) -> list[tuple[Run, ...]]:
    """Break the runs at spaces into lines of at most `width` cells; at least one line."""
    width = max(width, 1)
    lines: list[list[Run]] = [[]]
    used = 0
    # A word may change style in its middle ("**L5**-root"): its pieces have no gap between them
    # and must not be parted, so they are gathered until the next gap.
    word: list[Run] = []
    gap: Run | None = None

    def put() -> None:
        nonlocal used, gap
        if not word:
            return
        size = width_of(word)
        space = 1 if gap and used else 0
        if used and used + space + size > width:
            lines.append([])
            used = space = 0
        if space and gap:
            lines[-1].append(gap)
        for run in word:
            room = width - used - space
            if used and cell_len(run.text) > room:
                lines.append([])
                used = space = 0
            lines[-1].append(run)
            used += cell_len(run.text) + space
            space = 0
        word.clear()
        gap = None

    for piece, token, is_gap in _pieces(runs, width):
        if is_gap:
            put()
            gap = gap or Run(piece, token)
        else:
            word.append(Run(piece, token))
    put()
    return [merged(line) for line in lines]


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one style as one run: fewer segments to draw and to send."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].token == run.token:
            joined[-1] = Run(joined[-1].text + run.text, run.token)
        else:
            joined.append(run)
    return tuple(joined)


def paragraph(
    runs: Iterable[Run],
    width: int,
    *,
    first: Sequence[Run] = (),
    hang: int | None = None,
    target: str | None = None,
) -> list[Line]:
    """Wrapped text behind a `first` part (a number, a bullet, spaces).

    Continuation lines are indented by `hang` cells, by default the width of `first`.
    """
    indent = width_of(first) if hang is None else hang
    lines = wrap(runs, width - indent)
    pad = Run(" " * indent)
    return [
        Line((*(first if index == 0 else ((pad,) if indent else ())), *line), target)
        for index, line in enumerate(lines)
    ]


def spread(
    left: Sequence[Run], right: Sequence[Run], width: int, *, target: str | None = None
) -> Line:
    """`left` at the left edge, `right` at the right edge; the left part gives way."""
    right = cut(right, width)
    room = width - width_of(right) - (2 if right else 0)
    left = cut(left, max(room, 0))
    gap = width - width_of(left) - width_of(right)
    return Line(merged((*left, Run(" " * max(gap, 0)), *right)) if right else left, target)


def beside(
    left: Sequence[Line], right: Sequence[Line], left_width: int, gap: int = 3
) -> list[Line]:
    """Two blocks of lines side by side; the targets are those of the left block, then the right."""
    rows: list[Line] = []
    for index in range(max(len(left), len(right))):
        one = left[index] if index < len(left) else BLANK
        two = right[index] if index < len(right) else BLANK
        pad = left_width + gap - width_of(one.runs)
        runs = (*one.runs, Run(" " * max(pad, 1)), *two.runs) if two.runs else one.runs
        rows.append(Line(runs, one.target or two.target))
    return rows


def bar(share: float, width: int, token: Token = "accent") -> tuple[Run, ...]:
    """A share 0..1 as a line: heavy for done, light for to go; readable without colour."""
    done = round(min(max(share, 0.0), 1.0) * width)
    if share > 0:
        done = max(done, 1)
    if share < 1:
        done = min(done, width - 1)
    return tuple(
        run for run in (Run("━" * done, token), Run("─" * (width - done), "rule")) if run.text
    )
