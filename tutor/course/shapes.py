"""The shapes of what is taught: a lesson and its pages, as written and as kept."""

from __future__ import annotations

from tutor.course.model import FigureRef, Lesson, Objective, RecallCard, Screen
from tutor.course.names import ID
from tutor.yamlread.compound import Keyed, ListOf, PairOf, WithKey
from tutor.yamlread.record import Field, Record
from tutor.yamlread.scalars import Choice, Int, Str

LINE = Str()
PROSE = Str(prose=True)
IDS = ListOf(ID)
CLAIMS = ListOf(Int(low=1))
# Names of the leg and gait models: `check` compares them with the models themselves.
MODEL_NAME = Str(pattern="[A-Za-z0-9][A-Za-z0-9_-]*", expected="a name of the model")

FIGURE_REF = Record(
    FigureRef,
    "a figure",
    [
        Field("name", ID),
        Field("view", ID, required=False),
        Field("highlight", IDS, required=False),
    ],
)
OBJECTIVE = Record(
    Objective,
    "an objective",
    [Field("short", LINE), Field("text", PROSE)],
    given=("id",),
)
OBJECTIVES = Keyed(ID, OBJECTIVE)
SCREEN = Record(
    Screen,
    "a screen",
    [
        Field("id", ID),
        Field("title", LINE),
        Field("objective", ID),
        Field("body", PROSE),
        Field("figure", FIGURE_REF, required=False),
        Field("tool", PairOf(Choice("lab", "gait", "exercise"), MODEL_NAME), required=False),
        Field("claims", CLAIMS, required=False),
        Field("sources", IDS),
    ],
)
RECALL_CARD = Record(
    RecallCard,
    "a recall card",
    [
        Field("id", ID),
        Field("recall", PROSE),
        Field("answer", PROSE),
        Field("objective", ID, required=False),
        Field("sources", IDS, required=False),
    ],
)
PAGE = WithKey("recall", RECALL_CARD, SCREEN)
TAKE_HOME = ListOf(PROSE)
# As kept in the cache: whole, in the order of the model's attributes.
LESSON = Record(
    Lesson,
    "a lesson",
    [
        Field("id", ID),
        Field("number", Int()),
        Field("title", LINE),
        Field("short", LINE),
        Field("part", ID),
        Field("minutes", Int()),
        Field("objectives", OBJECTIVES),
        Field("pages", ListOf(PAGE)),
        Field("take_home", TAKE_HOME),
    ],
)
