"""Typed words as they are compared: without case, accents, punctuation and a leading article."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A + or - that ends a number is kept: an MRC grade of "4-" is not 4. Otherwise letters and digits.
_TOKEN = re.compile(r"(?<![^\W_])\d+[+-](?![^\W_])|[^\W_]+")
_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_ARTICLES = frozenset({"the", "a", "an"})
# These tell answers apart, so no item may declare them optional.
_NEVER_OPTIONAL = frozenset({"left", "right"})

Tokens = tuple[str, ...]


def tokens(text: str) -> Tokens:
    """The words of `text`, normalised, without a leading article.

    Empty when it holds no letter and no digit.
    """
    found = _words(text)
    return found[1:] if found and found[0] in _ARTICLES else found


def _words(text: str) -> Tokens:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_MINUS)
    apart = unicodedata.normalize("NFD", folded)
    # Mn: accents. Cf: soft hyphens, joiners and direction marks that come with pasted text.
    bare = "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cf"))
    return tuple(_TOKEN.findall(unicodedata.normalize("NFC", bare)))


def without(words: Tokens, optional: frozenset[str]) -> Tokens:
    """`words` less the optional ones."""
    return tuple(word for word in words if word not in optional)


def optional_words(listed: Iterable[str]) -> frozenset[str]:
    """The words of an item's `optional_words`, normalised; an article may be one of them."""
    return frozenset(word for one in listed for word in _words(one)) - _NEVER_OPTIONAL
