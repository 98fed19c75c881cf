"""`text`: a short typed answer."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.course.items.choice import Mistake


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer that counts, wholly (credit 1) or in part."""

    text: str
    credit: float = 1.0
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A wrong answer that learners give, with its own feedback."""

    text: str
    why: str
    error: Mistake | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """`optional_words` may be typed or left out ("nerve")."""

    accept: tuple[Accepted, ...]
    reject: tuple[Rejected, ...] = ()
    optional_words: tuple[str, ...] = ()

    def key(self) -> object:
        return {
            "accept": [[one.text, one.credit] for one in self.accept],
            "reject": [one.text for one in self.reject],
            "optional": list(self.optional_words),
        }
