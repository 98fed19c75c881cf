"""Every rule for lessons, pages and quizzes: one bad case and one that just keeps it."""

import pytest

from tests.check import make
from tutor.check.flaw import Flaw
from tutor.check.rules import lesson_flaws, objective_flaws, page_flaws, quiz_flaws, term_flaws
from tutor.course.model import Lesson, Objective, Quiz, RecallCard, Screen, Term
from tutor.yamlread.problem import Severity

FAULT, HINT = Severity.FAULT, Severity.HINT


def only(found: object) -> Flaw:
    (flaw,) = found  # type: ignore[misc]
    assert isinstance(flaw, Flaw)
    return flaw


@pytest.mark.parametrize(
    "lesson",
    [
        make.lesson(),
        make.lesson(title="x" * 60, short="x" * 27),
        make.lesson(objectives=(Objective("nerve-course", "x" * 28, "Text."),)),
        make.lesson(take_home=("One.",) * 5),
    ],
)
def test_good_lesson(lesson: Lesson) -> None:
    assert list(lesson_flaws(lesson)) == []


@pytest.mark.parametrize(
    ("lesson", "path", "severity", "words"),
    [
        (make.lesson(title="x" * 28, short="x" * 28), ("title",), FAULT, "28 characters"),
        (make.lesson(title="脚" * 14, short="脚" * 14), ("title",), FAULT, "28 characters"),
        (make.lesson(title="Long", short="x" * 28), ("short",), FAULT, "28 characters"),
        (
            make.lesson(objectives=(Objective("nerve-course", "x" * 29, "Text."),)),
            ("objectives", "nerve-course", "short"),
            FAULT,
            "29 characters",
        ),
        (make.lesson(take_home=("One.", "Two.")), ("take-home",), FAULT, "2 take-home"),
        (make.lesson(take_home=("One.",) * 6), ("take-home",), FAULT, "6 take-home"),
        (make.lesson(take_home=()), ("take-home",), FAULT, "no take-home"),
        (
            make.lesson(take_home=("One.", "Two.", " ".join(["word"] * 36) + ".")),
            ("take-home", 2),
            HINT,
            "36 words",
        ),
    ],
)
def test_bad_lesson(
    lesson: Lesson, path: tuple[str | int, ...], severity: Severity, words: str
) -> None:
    flaw = only(lesson_flaws(lesson))
    assert (flaw.path, flaw.severity) == (path, severity)
    assert words in flaw.message


NINETY = " ".join(["It is one of ten words in this short line."] * 9)


@pytest.mark.parametrize(
    "page",
    [
        make.screen(body=NINETY),
        make.screen(body="It takes 6 weeks."),
        make.screen(body="\n".join(f"{n}. word" for n in range(1, 61))),
        make.screen(body="\n".join("- " + "word " * 8 for _ in range(8))),
        make.card(),
        make.card(answer="It takes 6 weeks.", sources=("a",)),
    ],
)
def test_good_page(page: Screen | RecallCard) -> None:
    assert list(page_flaws(page)) == []


@pytest.mark.parametrize(
    ("page", "path", "severity", "words"),
    [
        (make.screen(body=NINETY + " More."), ("body",), FAULT, "91 words"),
        (make.screen(sources=()), ("sources",), FAULT, "cites no source"),
        (
            make.screen(body="It takes **6** weeks, in 40%.", sources=()),
            ("body",),
            FAULT,
            '"40%" has no source',
        ),
        (make.card(answer="About ten months."), ("answer",), FAULT, '"ten months"'),
        (make.screen(body=" ".join(["word"] * 36) + "."), ("body",), HINT, "36 words"),
        (make.card(recall=" ".join(["word"] * 36) + "?"), ("recall",), HINT, "36 words"),
    ],
)
def test_bad_page(
    page: Screen | RecallCard, path: tuple[str | int, ...], severity: Severity, words: str
) -> None:
    flaw = only(page_flaws(page))
    assert (flaw.path, flaw.severity) == (path, severity)
    assert words in flaw.message


def test_a_figure_in_the_glossary_needs_its_source() -> None:
    flaw = only(term_flaws(Term("a", "a", "It lasts 6 weeks.")))
    assert (flaw.path, flaw.severity) == (("text",), FAULT)
    assert list(term_flaws(Term("a", "a", "It lasts 6 weeks.", sources=("s",)))) == []
    assert list(term_flaws(Term("a", "a", "A long bone."))) == []


def test_two_fifths_of_the_items_are_typed() -> None:
    choices = [make.single()] * 3
    assert list(quiz_flaws(make.quiz(*choices, make.text(), make.number()))) == []
    flaw = only(quiz_flaws(make.quiz(*choices, make.multi(), make.text())))
    assert (flaw.path, flaw.severity) == (("items",), HINT)
    assert "1 of 5 items" in flaw.message
    # Four items are the beginning of a quiz.
    assert list(quiz_flaws(make.quiz(*choices, make.multi()))) == []
    # A draft is not asked.
    drafts = [make.text(status="draft")] * 9
    only(quiz_flaws(make.quiz(*choices, make.multi(), make.text(), *drafts)))


def _objectives(quiz: Quiz) -> list[Flaw]:
    return list(objective_flaws(quiz, make.lesson()))


def test_an_objective_has_three_items() -> None:
    assert _objectives(make.quiz(*[make.text()] * 3)) == []
    (flaw,) = _objectives(make.quiz(*[make.text()] * 2))
    assert (flaw.path, flaw.severity) == (("objectives", "nerve-course"), HINT)
    assert "2 items" in flaw.message
    # None at all is for the reader to say.
    assert _objectives(make.quiz()) == []


def test_an_objective_has_something_typed_or_applied() -> None:
    recalled = [make.single(level="recall")] * 3
    (flaw,) = _objectives(make.quiz(*recalled))
    assert "never be secure" in flaw.message
    assert _objectives(make.quiz(*recalled, make.text(level="recall"))) == []
    assert _objectives(make.quiz(*recalled, make.multi(level="reason"))) == []
