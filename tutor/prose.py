"""Markdown in the small: paragraphs, lists, small tables, bold, italic, links to terms.

What is no mark stays text: a star that nothing closes, brackets that are no link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `term` is the id of the glossary term that it links to."""

    text: str
    bold: bool = False
    italic: bool = False
    term: str | None = None


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` are as wide as `header`."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


Block: TypeAlias = Paragraph | Bullets | Numbered | Table

_LINK = re.compile(r"\[([^\[\]]+)\]\(term:([^()\s]+)\)")
_TOKEN = re.compile(rf"{_LINK.pattern}|(\*+)")
_BULLET = re.compile(r"\s*[-*]\s+(?=\S)")
_NUMBER = re.compile(r"\s*([0-9]{1,3})[.)]\s+(?=\S)")
_MAX_COLUMNS = 12
_RULER = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text. Any text has some, and the time grows with its length alone."""
    blocks: list[Block] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif _begins_table(lines, at):
            end = at + 2
            while end < len(lines) and lines[end].lstrip().startswith("|"):
                end += 1
            blocks.append(_table(lines[at], lines[at + 2 : end]))
            at = end
        elif marker := _list_marker(lines[at]):
            items, at = _items(lines, at, marker)
            spans = tuple(_spans(item) for item in items)
            blocks.append(Bullets(spans) if marker is _BULLET else Numbered(spans))
        else:
            end = at + 1
            while end < len(lines) and not _begins_block(lines, end):
                end += 1
            blocks.append(Paragraph(_spans(_joined(lines[at:end]))))
            at = end
    return tuple(blocks)


def plain(text: str) -> str:
    """The text without marks: one line for each paragraph, list entry or table row."""
    return "\n\n".join("\n".join(_plain_lines(block)) for block in parse(text))


def words_of(spans: Spans) -> str:
    """The text of some spans."""
    return "".join([span.text for span in spans])


def term_links(text: str) -> Iterator[tuple[str, str]]:
    """The words and the term's id of every link to a term."""
    for found in _LINK.finditer(text):
        yield found[1], found[2]


def without_terms(text: str, ids: Collection[str]) -> str:
    """The text with the links to some terms replaced by their words."""
    return _LINK.sub(lambda found: found[1] if found[2] in ids else found[0], text)


def _plain_lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(spans):
            yield words_of(spans)
        case Bullets(items):
            yield from (f"- {words_of(item)}" for item in items)
        case Numbered(items):
            yield from (f"{at}. {words_of(item)}" for at, item in enumerate(items, 1))
        case Table(header, rows):
            for row in (header, *rows):
                yield " | ".join(words_of(cell) for cell in row)


def _joined(lines: list[str]) -> str:
    return " ".join([line.strip() for line in lines])


def _list_marker(line: str) -> re.Pattern[str] | None:
    """The kind of list that a line begins. One that does not count from 1 would change a number."""
    if _BULLET.match(line):
        return _BULLET
    found = _NUMBER.match(line)
    return _NUMBER if found and found[1] == "1" else None


def _begins_table(lines: list[str], at: int) -> bool:
    if at + 1 == len(lines) or not lines[at].lstrip().startswith("|"):
        return False
    ruler = lines[at + 1]
    columns = len(_cells(lines[at]))
    return bool(_RULER.fullmatch(ruler)) and columns == ruler.count("|") - 1 <= _MAX_COLUMNS


def _begins_block(lines: list[str], at: int) -> bool:
    line = lines[at]
    return not line.strip() or _list_marker(line) is not None or _begins_table(lines, at)


def _items(lines: list[str], at: int, marker: re.Pattern[str]) -> tuple[list[str], int]:
    """The entries of the list that begins at a line, and the line after it."""
    items: list[list[str]] = []
    while at < len(lines):
        found = marker.match(lines[at])
        if found:
            items.append([lines[at][found.end() :]])
        elif _begins_block(lines, at):
            break
        else:
            items[-1].append(lines[at])
        at += 1
    return [_joined(item) for item in items], at


def _table(first: str, others: list[str]) -> Table:
    header = _cells(first)
    rows = []
    for line in others:
        cells = _cells(line)
        # A row that is too long keeps its words: in its last cell.
        cells += [""] * (len(header) - len(cells))
        cells[len(header) - 1 :] = [" | ".join(cells[len(header) - 1 :])]
        rows.append(tuple(_spans(cell) for cell in cells))
    return Table(tuple(_spans(cell) for cell in header), tuple(rows))


def _cells(line: str) -> list[str]:
    bare = line.strip()[1:].removesuffix("|")
    return [cell.strip() for cell in bare.split("|")]


class _Token:
    """A piece of a line: text, or stars that may begin or end a style."""

    __slots__ = ("closes", "opens", "stars", "term", "text", "twin")

    def __init__(self, text: str, term: str | None = None, stars: int = 0) -> None:
        self.text, self.term, self.stars = text, term, stars
        self.opens = self.closes = False
        self.twin: _Token | None = None  # the second part of three stars


def _spans(text: str) -> Spans:
    spans: list[Span] = []
    run: list[str] = []  # texts in a row of one style
    bold = italic = False

    def end_run() -> None:
        if run:
            spans.append(Span("".join(run), bold, italic))
            run.clear()

    for token in _paired(_tokens(text)):
        if token.opens or token.closes:
            end_run()
            if token.stars == 2:
                bold = token.opens
            else:
                italic = token.opens
        elif token.term is not None:
            end_run()
            spans += [
                Span(one.text, bold or one.bold, italic or one.italic, token.term)
                for one in _spans(token.text)
            ]
        else:
            run.append(token.text)
    end_run()
    return tuple(spans)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        if found.start() > end:
            tokens.append(_Token(text[end : found.start()]))
        end = found.end()
        if found[3] is None:
            tokens.append(_Token(found[1], term=found[2]))
            continue
        stars = len(found[3])
        before = text[found.start() - 1 : found.start()]
        after = text[end : end + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        if stars > 3 or not (opens or closes):
            tokens.append(_Token(found[3]))
            continue
        # Three stars are both styles.
        for part in [2, 1] if stars == 3 else [stars]:
            token = _Token("*" * part, stars=part)
            token.opens, token.closes = opens, closes
            tokens.append(token)
        if stars == 3:
            tokens[-2].twin = tokens[-1]
    if end < len(text):
        tokens.append(_Token(text[end:]))
    return tokens


def _paired(tokens: list[_Token]) -> list[_Token]:
    """Leaves `opens` or `closes` only on stars that belong together; the others become text."""
    waiting: list[_Token] = []  # at most one of each style, the outer one first
    for token in tokens:
        if not token.stars:
            continue
        if token.twin is not None:
            _order(token, token.twin, waiting)
        opens, closes = token.opens, token.closes
        token.opens = token.closes = False
        partner = next((one for one in waiting if one.stars == token.stars), None)
        if partner is not None and closes:
            partner.opens = token.closes = True
            del waiting[waiting.index(partner) :]
        elif partner is None and opens:
            waiting.append(token)
    return tokens


def _order(first: _Token, second: _Token, waiting: list[_Token]) -> None:
    """Lets three stars end the inner style before the outer one."""
    if first.closes and waiting and waiting[-1].stars == second.stars:
        first.stars, second.stars = second.stars, first.stars
        first.text, second.text = second.text, first.text
