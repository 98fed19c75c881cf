"""A stem in two parts: what is told, and the last sentence, which asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tutor.course.items import Case

if TYPE_CHECKING:
    from tutor.course.items import Item

# A sentence ends at . ? or ! before a space and a capital, a digit, a quote or a bold mark.
_SENTENCE_END = re.compile(r"(?<=[.?!])[ \n]+(?=[A-Z0-9\"'“‘(*])")

_TRUE_OR_FALSE = re.compile(r"true or false\?", re.IGNORECASE)


def asked_of(item: Item) -> str:
    """What names an item in a list: the title of a case, else the words that ask."""
    if isinstance(item.body, Case):
        return item.body.title
    return told_and_asked(item.stem)[1] or item.stem


def told_and_asked(stem: str) -> tuple[str, str]:
    """(`told`, `asked`): the vignette, perhaps empty, and the question.

    The question is the last sentence of the last paragraph; "e.g." and the like do not end one.
    """
    text = stem.strip()
    above, _, last = text.rpartition("\n\n")
    if last.lstrip().startswith(("-", "|", "1.")):  # a list or a table asks nothing
        return text, ""
    ends = [m for m in _SENTENCE_END.finditer(last) if not _is_abbreviation(last[: m.start()])]
    if not ends:
        return above.strip(), " ".join(last.split())
    cut = ends[-1]
    # "Which muscles lift the foot? Choose all that apply." asks with both sentences, as does
    # "The tibial nerve lifts the foot. True or false?".
    says_how = not last.rstrip().endswith("?") and last[: cut.start()].endswith("?")
    if says_how or _TRUE_OR_FALSE.fullmatch(last[cut.end() :].strip()):
        if len(ends) < 2:
            return above.strip(), " ".join(last.split())
        cut = ends[-2]
    told = "\n\n".join(part for part in (above.strip(), last[: cut.start()].strip()) if part)
    return told, " ".join(last[cut.end() :].split())


def _is_abbreviation(text: str) -> bool:
    return bool(re.search(r"(?:\b[A-Z]|e\.g|i\.e|vs|approx|Dr|Fig|No)\.$", text))
