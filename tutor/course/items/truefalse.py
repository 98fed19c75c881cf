"""`truefalse`: a statement that is true or false, for a misconception that learners have."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.yamlread.record import Field, Record
from tutor.yamlread.scalars import Bool, Str


@dataclass(frozen=True, slots=True)
class Whys:
    """What to say to those who take the statement for true, and to those who take it for false."""

    true: str
    false: str


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """The stem is the statement; `answer` says whether it is true."""

    answer: bool
    why: Whys

    def key(self) -> object:
        return self.answer


WHYS = Record(
    Whys,
    "the why",
    [Field("true", Str(prose=True)), Field("false", Str(prose=True))],
)
TRUEFALSE = Record(
    TrueFalse,
    "an item of type truefalse",
    [Field("answer", Bool()), Field("why", WHYS)],
)
