"""Items for the tests of the quiz."""

from __future__ import annotations

from tutor.course.items import (
    Accepted,
    Body,
    Item,
    Multi,
    Number,
    Option,
    Rejected,
    Single,
    Text,
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
    kinds: dict[type, str] = {Single: "single", Multi: "multi", Text: "text", Number: "number"}
    return Item(
        id=id,
        type=kinds[type(body)],
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
