"""What every item has, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from tutor.course.model import FigureRef

Level = Literal["recall", "apply", "reason"]


class Body(Protocol):
    """The part of an item that its type decides. Each type is a frozen dataclass."""

    def key(self) -> object:
        """What grading depends on, as plain JSON values.

        Its digest tells an edited key from edited words, so wording stays out of it.
        """


@dataclass(frozen=True, slots=True)
class Item:
    """A question. Its id is unique in the whole course and never used again."""

    id: str
    type: str
    objective: str
    level: Level
    stem: str
    explain: str
    body: Body
    sources: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    figure: FigureRef | None = None
    claims: tuple[int, ...] = ()
    family: str | None = None
    weight: float = 1.0
    status: Literal["draft"] | None = None
    shuffle: bool = True
    red_flag: bool = False
    teaches: tuple[tuple[str, str], ...] = ()
