"""`case`: a story in stages. Each is answered, and its answer shown, before the next is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.course.items.item import Item
from tutor.course.names import ID, repeated
from tutor.course.shapes import CLAIMS, FIGURE_REF, IDS, MODEL_NAME
from tutor.yamlread.compound import ListOf, MapOf
from tutor.yamlread.record import Field, Objection, Record
from tutor.yamlread.scalars import Bool, Choice, Str
from tutor.yamlread.tagged import Tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tutor.course.items.item import Body, Level
    from tutor.course.model import FigureRef


@dataclass(frozen=True, slots=True)
class Stage:
    """A question of a case. Where it names no objective, level, sources or figure, the case's hold.

    `critical` marks a decision that counts twice.
    """

    id: str
    type: str
    stem: str
    explain: str
    body: Body
    critical: bool = False
    objective: str | None = None
    level: Level | None = None
    sources: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    figure: FigureRef | None = None
    claims: tuple[int, ...] = ()
    shuffle: bool = True
    teaches: tuple[tuple[str, str], ...] = ()

    @property
    def weight(self) -> int:
        """The share of the score."""
        return 2 if self.critical else 1


@dataclass(frozen=True, slots=True)
class Case:
    """The item's stem is what is known before the first stage. `title` names the case in lists."""

    title: str
    stages: tuple[Stage, ...]

    def key(self) -> object:
        return [[one.id, one.type, one.weight, one.body.key()] for one in self.stages]


def stage_items(case: Item) -> tuple[Item, ...]:
    """Each stage of a case as an item of its own, under an id that no item of a course can have.

    Its stem is the story and then the stage's own; empty for an item that is no case.
    """
    if not isinstance(case.body, Case):
        return ()
    return tuple(_item(case, one) for one in case.body.stages)


def _item(case: Item, stage: Stage) -> Item:
    return Item(
        id=f"{case.id}/{stage.id}",
        type=stage.type,
        objective=stage.objective or case.objective,
        level=stage.level or case.level,
        stem=f"{case.stem}\n\n{stage.stem}",
        explain=stage.explain,
        body=stage.body,
        sources=stage.sources or case.sources,
        hints=stage.hints,
        figure=stage.figure or case.figure,
        claims=stage.claims or case.claims,
        weight=stage.weight,
        shuffle=stage.shuffle,
        red_flag=case.red_flag,
        teaches=stage.teaches or case.teaches,
    )


def _objections(body: Case) -> Iterator[Objection]:
    yield from repeated(body.stages, "stages")


def case_record(types: Mapping[str, Record], later: tuple[str, ...]) -> Record:
    """The shape of a case whose stages may be of these types."""
    stage = Tagged(
        Stage,
        "a stage",
        [
            Field("id", ID),
            Field("type", Str()),
            Field("stem", Str(prose=True)),
            Field("explain", Str(prose=True)),
            Field("key", Bool(), required=False, attribute="critical"),
            Field("objective", ID, required=False),
            Field("level", Choice("recall", "apply", "reason"), required=False),
            Field("sources", IDS, required=False),
            Field("hints", ListOf(Str(prose=True), most=2), required=False),
            Field("figure", FIGURE_REF, required=False),
            Field("claims", CLAIMS, required=False),
            Field("shuffle", Bool(), required=False),
            Field("teaches", MapOf(MODEL_NAME, MODEL_NAME), required=False),
        ],
        variants=types,
        later=later,
    )
    return Record(
        Case,
        "an item of type case",
        [Field("title", Str()), Field("stages", ListOf(stage, least=2, most=6))],
        rule=_objections,
    )
