"""Every rule for items: one item that breaks it and nothing else, one that just keeps it."""

import pytest

from tests.check import make
from tutor.check.rules import flaws
from tutor.course.items import Item, Near, Number, Option, Single
from tutor.yamlread.problem import Severity

FAULT, HINT = Severity.FAULT, Severity.HINT

GOOD = {
    "single": make.single(),
    "multi": make.multi(),
    "text": make.text(),
    "number": make.number(),
    "figure with a source": make.single(explain="It heals in 40 % within six weeks."),
    "two hints": make.single(hints=("One.", "Two.")),
    "capital letter that is no option": make.single(
        explain="Vitamin A and root L5 are not at play."
    ),
    "negation in the vignette": make.single(stem="He does NOT smoke. Which nerve is hurt?"),
    "negation after when": make.single(stem="Which nerve is hurt when she does not feel the toes?"),
    "what is lost": make.single(stem="Which movement can he not make?"),
    "not only": make.single(stem="Which nerve is not only a motor nerve?"),
    "why not": make.single(stem="Why does the foot not drop?"),
    "key a little longer": make.single("Tibialis", "Vasti", "Psoas"),
    "key just 1.5 times as long": make.single("T" * 18, "S" * 12, "V" * 12),
    "key longest, not much": make.single(
        "Common fibular nerve", "Tibial nerve here", "Femoral nerve"
    ),
    "long wrong option": make.single(
        "Common fibular nerve", "A", "The tibial nerve behind the knee of the right leg"
    ),
    "multi with one long key": make.multi("Lifting the foot", "Up", "Pushing down", "Turning in"),
    "two qualified": make.single("Mainly the foot", "Partly the hip", "The knee"),
    "wrong one qualified": make.single("The whole foot", "Mainly the hip", "The knee"),
    "rare word in two options": make.single(
        "Plaster pressure", "Plaster infection", "Nerve tumour", stem="A plaster cast. What is it?"
    ),
    "unit in the plural": make.number(Number(answer=90.0, unit="degree")),
    "unit of two": make.number(Number(answer=2.0, unit="mm per day")),
    "unknown unit in the stem": make.number(
        Number(answer=3.0, unit="points"), stem="How many points are given? Type points."
    ),
    "scale with never in each": make.single("Only heel", "Only toes", "Only sole"),
    "at all, all-or-none": make.single("No pain at all", "Pain, all-or-none", "Dull pain"),
    "a number in the options": make.single("Roots L4 and L5", "Roots S1 and S2", "Root C5"),
    "numbers in order": make.single("5 cm", "10 cm", "20 cm", shuffle=False),
    "numbers falling": make.single("20 cm", "10 cm", "5 cm", shuffle=False),
    "times in order": make.single("6 weeks", "3 months", "1 year", shuffle=False),
    "ranges in order": make.single("2-4 cm", "5 cm", "6 to 8 cm", shuffle=False),
    "count without unit": make.number(Number(answer=5.0), stem="How many branches has it?"),
    "range": make.number(Number(low=5.0, high=10.0, unit="degrees")),
    "near band": make.number(
        Number(answer=90.0, unit="degrees", near=Near(0.5, "Measure again.", abs_tol=5.0))
    ),
    "four options, one a named mistake": make.single(
        body=Single(
            (*make.options("Foot", "Hip", "Knee"), Option("x", "Arm", "Why.", error="misread"))
        )
    ),
    "optional word in a longer answer": make.text("deep fibular nerve", optional=("nerve",)),
    "single letter that is no command": make.text("a band", "t"),
    "half a line of words": make.single(stem=" ".join(["word"] * 34) + " what?"),
}

LONG = " ".join(["word"] * 36) + "?"

BAD: dict[str, tuple[Item, tuple[str | int, ...], Severity, str]] = {
    "no source": (make.single(sources=()), ("sources",), FAULT, "cites no source"),
    "percentage without source": (
        make.single(sources=(), explain="It heals in 40 %."),
        ("explain",),
        FAULT,
        '"40 %" has no source',
    ),
    "time without source": (
        make.text(sources=(), hints=("It takes two to four weeks.",)),
        ("hints", 0),
        FAULT,
        '"two to four weeks"',
    ),
    "option by letter": (
        make.single(explain="Only option B fits."),
        ("explain",),
        FAULT,
        '"option B"',
    ),
    "option by position": (
        make.multi(hints=("Look at the second answer.",)),
        ("hints", 0),
        FAULT,
        '"second answer"',
    ),
    "letter is right": (make.single(explain="So C is right."), ("explain",), FAULT, '"C is right"'),
    "long sentence": (make.single(stem=LONG), ("stem",), HINT, "36 words"),
    "NOT": (make.single(stem="Which is NOT a cause?"), ("stem",), FAULT, '"NOT"'),
    "not": (make.text(stem="Which muscle is not weak?"), ("stem",), FAULT, '"not"'),
    "doesn't": (make.multi(stem="Which doesn’t fit?"), ("stem",), FAULT, "doesn’t"),
    "except": (
        make.single(stem="All of these are causes, except which?"),
        ("stem",),
        FAULT,
        '"except"',
    ),
    "negative before the order": (
        make.multi(stem="Which of these is not weak? Choose two."),
        ("stem",),
        FAULT,
        '"not"',
    ),
    "four options": (
        make.single("The foot", "The hip", "The knee", "The arm"),
        ("options",),
        HINT,
        "four options",
    ),
    "five options, one named": (
        make.single(
            body=Single(
                (
                    *make.options("Foot", "Hip", "Knee", "Arm"),
                    Option("x", "Ear", "Why.", error="misread"),
                )
            )
        ),
        ("options",),
        HINT,
        "five options",
    ),
    "all of the above": (
        make.single("The foot", "The hip", "All of the above", right=0),
        ("options", 2, "text"),
        FAULT,
        "speaks of the other options",
    ),
    "none of these": (
        make.single("The foot", "The hip", "None of these"),
        ("options", 2, "text"),
        FAULT,
        "speaks of the other options",
    ),
    "A and C": (
        make.single("The foot", "The hip", "Both A and C"),
        ("options", 2, "text"),
        FAULT,
        "speaks of the other options",
    ),
    "always": (
        make.single("It heals", "It always heals", "It stays"),
        ("options", 1, "text"),
        FAULT,
        '"always" is absolute',
    ),
    "often": (
        make.multi("It heals", "It moves", "It often heals", "It stays"),
        ("options", 2, "text"),
        FAULT,
        '"often" says how often',
    ),
    "may": (
        make.single("It heals", "It may heal", "It stays"),
        ("options", 1, "text"),
        FAULT,
        '"may" says how often',
    ),
    "longest key": (
        make.single("The common fibular nerve at the knee", "Tibial nerve", "Femoral nerve"),
        ("options", 0, "text"),
        FAULT,
        "2.9 times as long",
    ),
    "key a little above 1.5 times as long": (
        make.single("T" * 19, "S" * 12, "V" * 12),
        ("options", 0, "text"),
        FAULT,
        "1.6 times as long",
    ),
    "longest keys": (
        make.multi("Lifting the whole foot", "Lifting the great toe", "Down", "Inward"),
        ("options", 0, "text"),
        FAULT,
        "right options are",
    ),
    "lone qualifier": (
        make.single("Mainly the foot", "The whole hip", "The whole knee"),
        ("options", 0, "text"),
        FAULT,
        '"Mainly"',
    ),
    "lone bracket": (
        make.single("Foot (front)", "The whole hip", "The whole knee"),
        ("options", 0, "text"),
        FAULT,
        '"(front)"',
    ),
    "rare word": (
        make.single("Squatting", "Smoking", "Swimming", stem="He was squatting. What did it?"),
        ("options", 0, "text"),
        FAULT,
        '"squatting" stands in the stem',
    ),
    "rare word beside one that all options have": (
        make.single(
            "Squatting on a nerve",
            "Smoke on a nerve",
            "Swims on a nerve",
            stem="He was squatting on a nerve. What did it?",
        ),
        ("options", 0, "text"),
        FAULT,
        '"squatting" stands in the stem',
    ),
    "two options that read the same": (
        make.single("Fibular nerve", "Tibial nerve", "  tibial   Nerve"),
        ("options", 2, "text"),
        FAULT,
        '"tibial   Nerve" stands here twice',
    ),
    "two of several options that read the same": (
        make.multi("Lifting the foot", "Lifting the toes", "Pushing down", "pushing down "),
        ("options", 3, "text"),
        FAULT,
        "stands here twice",
    ),
    "misspelt unit": (
        make.number(Number(answer=90.0, unit="degreez", abs_tol=5.0)),
        ("unit",),
        HINT,
        'the grader knows no unit "degreez"; did you mean "degree"?',
    ),
    "unit made of two, one misspelt": (
        make.number(Number(answer=2.0, unit="millimetres/dya")),
        ("unit",),
        HINT,
        'the grader knows no unit "millimetres/dya"',
    ),
    "numbers not in order": (
        make.single("5 cm", "20 cm", "10 cm", shuffle=False),
        ("options",),
        FAULT,
        "not stand in order",
    ),
    "numbers shuffled": (
        make.single("L3", "L4", "L5"),
        ("options",),
        FAULT,
        "would be shuffled",
    ),
    "no unit": (
        make.number(Number(answer=90.0)),
        ("type",),
        FAULT,
        "no unit",
    ),
    "command": (make.text("heel", "n"), ("accept", 1), FAULT, '"n" is a command'),
    "question mark": (make.text("?"), ("accept", 0), FAULT, '"?" is a command'),
    "only optional words": (make.text("the nerve"), ("accept", 0), FAULT, "nothing is left"),
    "only signs": (make.text("heel", "..."), ("accept", 1), FAULT, "nothing is left"),
    "endless": (make.text("a" * 201), ("accept", 0), FAULT, "201 characters"),
    "accepted and rejected": (
        make.text("Tibial", reject=("tibial nerve",)),
        ("reject", 0),
        FAULT,
        'accepted (as "Tibial") and rejected',
    ),
    "negated": (make.text("not L5"), ("accept", 0), FAULT, "negation"),
    "side is optional": (
        make.text(optional=("nerve", "Left")),
        ("optional-words", 1),
        FAULT,
        '"Left"',
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_good_item_has_no_flaw(name: str) -> None:
    assert list(flaws(GOOD[name])) == []


@pytest.mark.parametrize("name", BAD)
def test_bad_item_has_its_flaw_and_no_other(name: str) -> None:
    item, path, severity, message = BAD[name]
    (flaw,) = flaws(item)
    assert (flaw.path, flaw.severity) == (path, severity)
    assert message in flaw.message


def test_no_correction_is_offered_for_a_unit_made_of_two() -> None:
    (flaw,) = flaws(BAD["unit made of two, one misspelt"][0])
    assert flaw.message.endswith('"millimetres/dya"')


def test_a_common_word_is_no_cue() -> None:
    item = BAD["rare word"][0]
    assert list(flaws(item, common={"squatting"})) == []


def test_the_tolerance_of_a_number_with_a_unit_is_written() -> None:
    item = make.number()
    (flaw,) = flaws(item, is_written=set().__contains__)
    assert (flaw.path, flaw.severity) == (("answer",), FAULT)
    assert "tolerance" in flaw.message
    assert list(flaws(item, is_written={("abs-tol",)}.__contains__)) == []


@pytest.mark.parametrize(
    "body",
    [
        Number(answer=90.0, unit="degrees", abs_tol=5.0),
        Number(answer=90.0, unit="degrees", rel_tol=0.1),
        Number(low=80.0, high=100.0, unit="degrees"),
    ],
)
def test_a_tolerance_or_a_range_is_enough(body: Number) -> None:
    assert list(flaws(make.number(body), is_written=set().__contains__)) == []


def test_a_count_needs_no_tolerance() -> None:
    assert list(flaws(GOOD["count without unit"], is_written=set().__contains__)) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("always", "always"),
        ("option by letter", "option B"),
        ("NOT", "NOT"),
        ("rare word", "squatting"),
    ],
)
def test_the_caret_can_find_the_words(name: str, words: str) -> None:
    (flaw,) = flaws(BAD[name][0])
    assert flaw.words.casefold() == words.casefold()
