"""How a source is named in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.course.model import Source

_SHORT = 32


def source_name(source: Source) -> str:
    """A source in one line: who or what, and when."""
    who = f"{source.by}: " if source.by else ""
    when = f" ({source.year})" if source.year else ""
    return f"{who}{source.title}{when}"


def short_source(source: Source) -> str:
    """A source in a few words: author or body, else the journal, else the title; and the year."""
    origin = source.by or source.where or source.title
    name = re.split(r"[;,:(]", origin)[0].strip()
    words = name.split()
    # "Stewart JD" and "Johnston TE et al." are people; other names are bodies.
    if len(words) > 1 and words[1].isupper() and len(words[1]) <= 3:
        name = words[0]
    if len(name) > _SHORT:
        from textwrap import shorten

        name = shorten(name, _SHORT, placeholder=" …")
    return f"{name} {source.year}" if source.year else name


def names_of(keys: Iterable[str], sources: Mapping[str, Source], *, short: bool) -> list[str]:
    """Names for keys, each once, in order; keys that are not listed are left out."""
    name = short_source if short else source_name
    return list(dict.fromkeys(name(sources[key]) for key in keys if key in sources))
