"""Items, lessons and pages without a flaw, to spoil in one place at a time."""

from dataclasses import replace
from typing import Any

from tutor.course.items import (
    Accepted,
    Asked,
    Body,
    Case,
    Cloze,
    Emq,
    Gap,
    Item,
    Match,
    Mtf,
    Multi,
    Number,
    Offered,
    Option,
    Order,
    Rejected,
    Single,
    Stage,
    Statement,
    Step,
    Text,
    TrueFalse,
    Whys,
)
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


def truefalse(
    stem: str = "The tibial nerve lifts the foot. True or false?", **changes: Any
) -> Item:
    body = TrueFalse(False, Whys("It pushes.", "It pushes."))
    return _item("truefalse", body, {"stem": stem, **changes})


STATEMENTS = ("It lifts the foot", "It turns the sole", "It feels the web", "It bends the knee")


def mtf(*texts: str, truths: str = "tftf", **changes: Any) -> Item:
    made = (
        Statement(f"s{n}", text, truth == "t", "The reason.")
        for n, (text, truth) in enumerate(zip(texts or STATEMENTS, truths, strict=True))
    )
    changes = {"stem": "What is true of the nerve? Judge each statement.", **changes}
    return _item("mtf", Mtf(tuple(made)), changes)


PLACES = ("Root", "Plexus", "Sciatic nerve", "Common nerve", "Deep nerve", "Spinal cord")


def asked(*texts: str) -> tuple[Asked, ...]:
    """Questions whose answers are the first, the second and so on of what is offered."""
    return tuple(Asked(f"q{n}", text, f"o{n}", "The reason.") for n, text in enumerate(texts))


def offered(*texts: str) -> tuple[Offered, ...]:
    return tuple(Offered(f"o{n}", text) for n, text in enumerate(texts))


def emq(*stems: str, places: tuple[str, ...] = PLACES, **changes: Any) -> Item:
    stems = stems or ("His back hurts, too.", "A tumour of the pelvis was found.")
    body = Emq("Where is the lesion?", offered(*places), asked(*stems))
    return _item("emq", body, {"stem": "Where is the lesion most likely?", **changes})


def match(*left: str, right: tuple[str, ...] = ("Deep", "Superficial", "Sural")) -> Item:
    left = left or ("Lifting the foot", "Turning the sole out")
    body = Match(asked(*left), offered(*right))
    return _item("match", body, {"stem": "Which nerve does it? Match each."})


def order(*steps: str, **changes: Any) -> Item:
    steps = steps or ("Root", "Plexus", "Sciatic nerve", "Common nerve")
    made = tuple(Step(f"s{n}", text, "The reason.") for n, text in enumerate(steps))
    return _item("order", Order(made), {"stem": "Put the way in order.", **changes})


def cloze(words: str = "The {{nerve}} is hurt.", **gaps: Item) -> Item:
    """With gaps that ask what these items ask."""
    gaps = gaps or {"nerve": text()}
    made = tuple((name, Gap(one.type, one.body)) for name, one in gaps.items())
    return _item("cloze", Cloze(words, made), {"stem": "Fill the gaps."})


def case(*stages: Item, **changes: Any) -> Item:
    """With stages that ask what these items ask."""
    stages = stages or (single(), text())
    made = tuple(
        Stage(f"s{n}", one.type, one.stem, one.explain, one.body, shuffle=one.shuffle)
        for n, one in enumerate(stages)
    )
    changes = {"stem": "A runner trips.", "hints": (), **changes}
    return _item("case", Case("A runner", made), changes)


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
