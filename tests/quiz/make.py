"""Items for the tests of the quiz."""

from __future__ import annotations

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
from tutor.course.model import Term
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.graders import Words, grade

NO_WORDS = Words.of({})


def item(
    id: str,
    body: Body,
    *,
    objective: str = "nerve-course",
    stem: str = "Which one?",
    hints: tuple[str, ...] = (),
    family: str | None = None,
    weight: float = 1.0,
    draft: bool = False,
    shuffle: bool = True,
    sources: tuple[str, ...] = ("stewart-2008",),
) -> Item:
    return Item(
        id=id,
        type=type(body).__name__.lower(),
        objective=objective,
        level="recall",
        stem=stem,
        explain="Because.",
        body=body,
        sources=sources,
        hints=hints,
        family=family,
        weight=weight,
        status="draft" if draft else None,
        shuffle=shuffle,
    )


def options(right: str, wrong: str) -> tuple[Option, ...]:
    """An option for each letter."""
    return tuple(
        Option(one, f"Option {one}", f"Why {one}.", right=one in right)
        for one in sorted(right + wrong)
    )


def single(id: str = "one", **more: object) -> Item:
    return item(id, Single(options("a", "bcd")), **more)  # type: ignore[arg-type]


def multi(right: str = "abc", wrong: str = "xy") -> Item:
    return item("several", Multi(options(right, wrong)))


def text(
    *accept: str | Accepted,
    reject: tuple[str, ...] = (),
    optional: tuple[str, ...] = (),
    why: str = "That is another.",
) -> Item:
    accepted = tuple(Accepted(one) if isinstance(one, str) else one for one in accept)
    rejected = tuple(Rejected(one, why) for one in reject)
    return item("typed", Text(accepted, rejected, optional))


def number(stem: str = "How much?", **body: object) -> Item:
    return item("measured", Number(**body), stem=stem)  # type: ignore[arg-type]


def truefalse(answer: bool = False) -> Item:
    return item("belief", TrueFalse(answer, Whys("Why true.", "Why false.")))


def mtf(truths: str = "tfft", **more: object) -> Item:
    """A statement for each letter, "t" for a true one."""
    made = (
        Statement(f"s{n}", f"Statement {n}", truth == "t", f"Why {n}.")
        for n, truth in enumerate(truths, 1)
    )
    return item("statements", Mtf(tuple(made)), **more)  # type: ignore[arg-type]


def offered(ids: str) -> tuple[Offered, ...]:
    return tuple(Offered(one, f"Answer {one}") for one in ids)


def asked_for(answers: str) -> tuple[Asked, ...]:
    """A question for each letter, which is the id of its answer."""
    return tuple(
        Asked(f"q{n}", f"Question {n}", answer, f"Why {n}.") for n, answer in enumerate(answers, 1)
    )


def emq(answers: str = "aab", options: str = "abcdef", **more: object) -> Item:
    body = Emq("Where is it?", offered(options), asked_for(answers))
    return item("extended", body, **more)  # type: ignore[arg-type]


def match(answers: str = "abc", right: str = "abcd", **more: object) -> Item:
    body = Match(asked_for(answers), offered(right))
    return item("matched", body, **more)  # type: ignore[arg-type]


def order(steps: str = "abcd", *groups: str, **more: object) -> Item:
    """A step for each letter; those of a group may change places."""
    made = tuple(Step(one, f"Step {one}", f"Why {one}.") for one in steps)
    return item("ordered", Order(made, tuple(map(tuple, groups))), **more)  # type: ignore[arg-type]


def typed_gap(*accept: str, weight: float = 1.0) -> Gap:
    return Gap("text", Text(tuple(map(Accepted, accept))), weight)


def number_gap(answer: float, unit: str | None = None) -> Gap:
    return Gap("number", Number(answer=answer, unit=unit))


def choice_gap(right: str = "a", wrong: str = "bc", weight: float = 1.0) -> Gap:
    return Gap("single", Single(options(right, wrong)), weight)


def cloze(words: str = "", **gaps: Gap) -> Item:
    """Without anything: a typed gap, a choice, and a number that stands before its unit."""
    if not gaps:
        words = "The {{nerve}} winds round the {{place}} at {{angle}} degrees."
        gaps = {
            "nerve": typed_gap("common fibular nerve"),
            "place": choice_gap(),
            "angle": number_gap(90, "degrees"),
        }
    return item("gapped", Cloze(words, tuple(gaps.items())))


def stage(id: str, question: Item, critical: bool = False, hints: tuple[str, ...] = ()) -> Stage:
    """A stage that asks what an item asks."""
    return Stage(
        id,
        question.type,
        f"Then {id} happens. {question.stem}",
        f"Explained {id}.",
        question.body,
        critical=critical,
        hints=hints,
        shuffle=question.shuffle,
    )


def case(*stages: Stage) -> Item:
    """Without anything: a choice that is critical, a number, and statements."""
    made = stages or (
        stage("nerve", single(), critical=True),
        stage("angle", number(answer=90, unit="degrees")),
        stage("signs", mtf()),
    )
    return item("story", Case("A runner who trips", made), stem="A runner trips. She is 30.")


def one_of_each() -> tuple[Item, ...]:
    """An item of every type of the registry."""
    return (
        single(),
        multi(),
        text("deep fibular nerve", reject=("tibial nerve",), optional=("nerve",)),
        number(answer=90, unit="degrees"),
        truefalse(),
        mtf(),
        emq(),
        order(),
        match(),
        cloze(),
        case(),
    )


# A response to each that is right in every part.
RIGHT: dict[str, dict[str, object]] = {
    "single": {"option": "a"},
    "multi": {"options": ["a", "b", "c"]},
    "text": {"text": "deep fibular nerve"},
    "number": {"text": "90 degrees"},
    "truefalse": {"true": False},
    "mtf": {"statements": {"s1": True, "s2": False, "s3": False, "s4": True}},
    "emq": {"stems": {"q1": "a", "q2": "a", "q3": "b"}},
    "order": {"steps": ["a", "b", "c", "d"]},
    "match": {"pairs": {"q1": "a", "q2": "b", "q3": "c"}},
    "cloze": {
        "gaps": {
            "nerve": {"text": "common fibular nerve"},
            "place": {"option": "a"},
            "angle": {"text": "90"},
        }
    },
    "case": {
        "stages": {
            "nerve": {"option": "a"},
            "angle": {"text": "90 degrees"},
            "signs": {"statements": {"s1": True, "s2": False, "s3": False, "s4": True}},
        }
    },
}


def glossary(*names: str | tuple[str, ...]) -> Words:
    """Words from terms; a tuple is a term and its synonyms."""
    terms: dict[str, Term] = {}
    for name in names:
        term, *also = (name,) if isinstance(name, str) else name
        terms[term] = Term(id=term, term=term, text="...", also=tuple(also))
    return Words.of(terms)


def graded(item: Item, typed: str, words: Words = NO_WORDS, asked: int = 0) -> Grade:
    """The grade of a typed answer that can be graded."""
    result = grade(item, {"text": typed}, words, asked)
    assert isinstance(result, Grade), result
    return result


def asked_again(item: Item, typed: str, words: Words = NO_WORDS, asked: int = 0) -> AskAgain:
    """The question back to a typed answer that cannot be graded."""
    result = grade(item, {"text": typed}, words, asked)
    assert isinstance(result, AskAgain), result
    return result
