"""Words and sentences of an author's text, as the rules look at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from tutor.prose import Bullets, Numbered, Paragraph, Table, parse, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters and digits, with what joins them inside a word: foot-drop, woman's, 2.5.
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
# A sentence ends at its mark, behind closing quotes, before something that can begin the next.
_SENTENCE_END = re.compile(r"(?<=[.?!])([\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[^\Wa-z_])")
_SHORTENED = re.compile(r"\b(?:e\.g|i\.e|vs|cf|approx|Dr|Mr|Mrs|Ms|Prof|Fig|No|St)\.$")

# Words that carry the grammar or the usual furniture of a question; no reader takes a cue from
# them.
_EVERYDAY = """
    about above after again against along among another around because been before began begins
    behind being below between beside beyond both cannot choose comes could does doing done down
    during each either else enough every explains finds first following found from further given
    gives goes happens have having here into itself just kind known last later least less likely
    made make makes many more most much must name nearest need needs next none often once other
    over part place point points right said same says second seen several shall should show shows
    side since some still such take takes tell tells than that their them then there these they
    thing third this those three through today toward towards true type under until upon used
    using very want wants well were what when where whether which while whom whose will with
    within without word would years year months month weeks week days hours minutes old man woman
    patient person people trainee therapist physiotherapist
"""


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order. A hyphenated word is one word."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def stem_of(word: str) -> str:
    """The word without a plural or possessive ending: enough to see that two are the same."""
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def lines(text: str) -> Iterator[str]:
    """The text of each paragraph, list entry and table cell, without marks."""
    for block in parse(text):
        match block:
            case Paragraph(spans):
                yield words_of(spans)
            case Bullets(items) | Numbered(items):
                yield from map(words_of, items)
            case Table(header, rows):
                for row in (header, *rows):
                    yield from map(words_of, row)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        piece = text[start : match.end(1)]
        if _SHORTENED.search(piece):
            continue
        found.append(piece.strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


EVERYDAY = frozenset(map(stem_of, _EVERYDAY.split()))


def quoted(text: str, limit: int = 60) -> str:
    """The text in quotes, shortened to `limit` characters, for a message."""
    flat = " ".join(text.split())
    return f'"{flat}"' if len(flat) <= limit else f'"{flat[: limit - 1].rstrip()}…"'


def cells(text: str) -> int:
    """How many columns of a terminal a name takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
