"""Items, lessons and pages without a flaw, to spoil in one place at a time."""

from dataclasses import replace
from typing import Any

from tutor.course.items import Accepted, Body, Item, Multi, Number, Option, Rejected, Single, Text
from tutor.course.model import Lesson, Objective, Quiz, RecallCard, Screen


def options(*texts: str, right: int = 0, rights: int = 1) -> tuple[Option, ...]:
    """Options with these texts; from index `right` on, `rights` of them are right."""
    return tuple(
        Option(f"o{index}", text, "The reason.", right=right <= index < right + rights)
        for index, text in enumerate(texts)
    )


def single(*texts: str, **changes: Any) -> Item:
    right = changes.pop("right", 0)
    texts = texts or ("Common fibular nerve", "Tibial nerve at the ankle", "Femoral nerve")
    return _item("single", Single(options(*texts, right=right)), changes)


def multi(*texts: str, **changes: Any) -> Item:
    rights = changes.pop("rights", 2)
    texts = texts or ("Lifting the foot", "Lifting the toes", "Pushing down", "Turning in")
    return _item("multi", Multi(options(*texts, rights=rights)), changes)


def text(*accept: str, **changes: Any) -> Item:
    body = Text(
        tuple(map(Accepted, accept or ("deep fibular nerve",))),
        tuple(Rejected(one, "The reason.") for one in changes.pop("reject", ("tibial nerve",))),
        changes.pop("optional", ("nerve",)),
    )
    return _item("text", body, changes)


def number(body: Number | None = None, **changes: Any) -> Item:
    return _item("number", body or Number(answer=90.0, unit="degrees"), changes)


def _item(type: str, body: Body, changes: dict[str, Any]) -> Item:
    whole = Item(
        id="an-item",
        type=type,
        objective="nerve-course",
        level="apply",
        stem="A man cannot lift his foot after he has worked in a squat. What is hurt?",
        explain="Weak lifting and weak turning outward fit.",
        body=body,
        sources=("stewart-2008",),
        hints=("Look at the branch.",),
    )
    return replace(whole, **changes)


def screen(**changes: Any) -> Screen:
    whole = Screen("first", "A screen", "nerve-course", "The nerve is shallow.", sources=("a",))
    return replace(whole, **changes)


def card(**changes: Any) -> RecallCard:
    return replace(RecallCard("pause", "What lies under the nerve?", "Bone."), **changes)


def lesson(**changes: Any) -> Lesson:
    whole = Lesson(
        id="peroneal-nerve",
        number=4,
        title="The common fibular nerve",
        short="The common fibular nerve",
        part="nerve",
        minutes=12,
        objectives=(Objective("nerve-course", "Trace the nerve", "Trace the nerve."),),
        pages=(screen(), card()),
        take_home=("It is shallow.", "It lies on bone.", "It has two branches."),
    )
    return replace(whole, **changes)


def quiz(*items: Item) -> Quiz:
    return Quiz("peroneal-nerve", items)
