"""`cloze`: a text with gaps, each answered by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.items.choice import SINGLE
from tutor.course.items.number import NUMBER
from tutor.course.items.text import TEXT
from tutor.course.names import ID
from tutor.yamlread.compound import MapOf
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Number, Str
from tutor.yamlread.tagged import Tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tutor.course.items.item import Body

_MOST = 4
_MARK = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True)
class Gap:
    """A small question of type `single`, `text` or `number`; `weight` is its share of the score."""

    type: str
    body: Body
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Cloze:
    """`text` holds a mark such as {{nerve}} for every gap, which `gaps` names."""

    text: str
    gaps: tuple[tuple[str, Gap], ...]

    def key(self) -> object:
        return sorted([name, gap.type, gap.weight, gap.body.key()] for name, gap in self.gaps)

    def in_text(self) -> tuple[tuple[str, Gap], ...]:
        """The gaps in the order in which they stand in the text."""
        order = marks(self.text)
        return tuple(sorted(self.gaps, key=lambda entry: order.index(entry[0])))

    def filled(self, words: Callable[[str], str]) -> str:
        """The text with `words` of its name in the place of each gap."""
        return _MARK.sub(lambda mark: words(mark[1].strip()), self.text)


def marks(text: str) -> list[str]:
    """The names of the gaps in a text, in its order."""
    return [name.strip() for name in _MARK.findall(text)]


def _objections(body: Cloze) -> Iterator[Objection]:
    names = [name for name, _ in body.gaps]
    if not names:
        yield Objection(("gaps",), "a cloze needs gaps")
    for name in names[_MOST:]:
        yield Objection(("gaps", name), f"more than {_MOST} gaps", "make two items of it")
    found = marks(body.text)
    for name in dict.fromkeys(found):
        if name not in names:
            yield Objection(("text",), f'no gap is called "{name}"', "name it in `gaps`")
        elif found.count(name) > 1:
            yield Objection(("text",), f"{{{{{name}}}}} stands twice in the text")
    for name in names:
        if name not in found:
            message = f"the text has no {{{{{name}}}}}"
            yield Objection(("gaps", name), message, "write it where the gap is")


GAP = Tagged(
    Gap,
    "a gap",
    [Field("type", Str()), Field("weight", Number(low=0.1, high=10), required=False)],
    variants={"single": SINGLE, "text": TEXT, "number": NUMBER},
)
CLOZE = Record(
    Cloze,
    "an item of type cloze",
    [Field("text", Str(prose=True)), Field("gaps", MapOf(ID, GAP))],
    rule=_objections,
)
