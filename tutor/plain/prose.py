"""The course's small Markdown as paragraphs that can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.prose import Bullets, Numbered, Paragraph, Table, parse, plain, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.plain.talk import Talk
    from tutor.prose import Spans


def tell(talk: Talk, text: str, lead: str = "") -> None:
    """Blocks with an empty line between paragraphs; the first stands behind `lead`."""
    for at, block in enumerate(parse(text)):
        if at:
            talk.gap()
        match block:
            case Paragraph(spans):
                talk.say(words_of(spans), lead)
            case Bullets(items):
                for item in items:
                    talk.say(words_of(item), lead="- ")
            case Numbered(items):
                for number, item in enumerate(items, 1):
                    talk.say(words_of(item), lead=f"{number}. ")
            case Table(header, rows):
                for row in rows:
                    talk.say(_row(header, row), lead="- ")
        lead = ""


def one_line(text: str) -> str:
    """A short text (an option, a question) as one paragraph."""
    return " ".join(plain(text).split())


def _row(header: tuple[Spans, ...], row: tuple[Spans, ...]) -> str:
    """A row as a voice would tell it: every cell behind its heading."""
    return f"{'; '.join(_cells(header, row))}."


def _cells(header: tuple[Spans, ...], row: tuple[Spans, ...]) -> Iterator[str]:
    for name, cell in zip(map(words_of, header), map(words_of, row), strict=True):
        if cell:
            yield f"{name}: {cell}" if name else cell
