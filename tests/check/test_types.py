"""The rules for items on the types that are answered in parts."""

from dataclasses import replace

import pytest

from tests.check import make
from tests.check.test_items import BAD as BAD_QUESTIONS
from tests.check.test_items import GOOD as GOOD_QUESTIONS
from tutor.check.rules import flaws, quiz_flaws
from tutor.check.rules.lengths import longest_key_habit
from tutor.check.rules.twins import near_duplicates
from tutor.course.items import Item, Number
from tutor.yamlread.problem import Severity

FAULT, HINT = Severity.FAULT, Severity.HINT

GOOD = {
    "truefalse": make.truefalse(),
    "truefalse after a story": make.truefalse("He often trips. His root is hurt. True or false?"),
    "mtf": make.mtf(),
    "mtf with a finding": make.mtf("He cannot lift it", "It is weak", "It is numb", "It is cold"),
    "emq": make.emq(),
    "emq with a word of the stem in two options": make.emq("The plexus or the sciatic nerve?", "x"),
    "match": make.match(),
    "order": make.order(),
    "order with a first step": make.order(explain="The first step is the root."),
    "order with only": make.order("Only root", "Plexus", "Sciatic nerve", "Common nerve"),
    "cloze": make.cloze(),
    "cloze with a count": make.cloze("It has {{count}} branches.", count=make.number(Number(2.0))),
    "case": make.case(),
}

BAD: dict[str, tuple[Item, tuple[str | int, ...], Severity, str]] = {
    "true and vague": (
        make.truefalse("Stimulation is often helpful. True or false?"),
        ("stem",),
        FAULT,
        '"often" says how often',
    ),
    "true and absolute": (
        make.truefalse("Foot drop always recovers. True or false?"),
        ("stem",),
        FAULT,
        '"always" is absolute',
    ),
    "true and negative": (
        make.truefalse("The nerve is not deep. True or false?"),
        ("stem",),
        HINT,
        '"is not"',
    ),
    "absolute statement": (
        make.mtf("It heals", "It never heals", "It moves", "It stays"),
        ("statements", 1, "text"),
        FAULT,
        '"never" is absolute',
    ),
    "negative statement": (
        make.mtf("It heals", "It is NOT deep", "It moves", "It stays"),
        ("statements", 1, "text"),
        HINT,
        '"NOT"',
    ),
    "one-sided statements": (
        make.mtf(truths="ffff"),
        ("statements",),
        HINT,
        "every statement is false",
    ),
    "statement by number": (
        make.mtf(explain="So statement 2 is an old belief."),
        ("explain",),
        FAULT,
        '"statement 2"',
    ),
    "the second statement": (
        make.mtf(explain="The second statement is an old belief."),
        ("explain",),
        FAULT,
        '"second statement"',
    ),
    "statement about statements": (
        make.mtf("It heals", "It moves", "It stays", "All of the above"),
        ("statements", 3, "text"),
        FAULT,
        "speaks of the other options",
    ),
    "option by letter": (make.emq(explain="So option B fits."), ("explain",), FAULT, '"option B"'),
    "none of these": (
        make.emq(places=(*make.PLACES[:5], "None of these")),
        ("options", 5, "text"),
        FAULT,
        "speaks of the other options",
    ),
    "negative stem of a theme": (
        make.emq("Which of these is not the place?", "His back hurts."),
        ("stems", 0, "text"),
        FAULT,
        '"not"',
    ),
    "echo of a stem": (
        make.emq("His back hurts.", "The plexus was torn."),
        ("options", 1, "text"),
        FAULT,
        '"plexus" stands in the stem',
    ),
    "two options that read the same": (
        make.emq(places=(*make.PLACES[:5], "plexus ")),
        ("options", 5, "text"),
        FAULT,
        "stands here twice",
    ),
    "roots out of order": (
        make.emq(places=("L4", "L2", "L3", "L5", "L1", "L6"), shuffle=False),
        ("options",),
        FAULT,
        "not stand in order",
    ),
    "numbers shuffled on the right": (
        make.match(right=("10 cm", "20 cm", "30 cm")),
        ("right",),
        FAULT,
        "would be shuffled",
    ),
    "echo of the left side": (
        make.match("Lifting", "Superficial feeling"),
        ("right", 1, "text"),
        FAULT,
        '"superficial"',
    ),
    "three steps": (make.order("Root", "Plexus", "Nerve"), ("steps",), HINT, "3 steps"),
    "two steps that read the same": (
        make.order("Root", "Plexus", "Nerve", "root"),
        ("steps", 3, "text"),
        FAULT,
        "stands here twice",
    ),
    "a long step": (
        make.order("Root", "Plexus", "Nerve", " ".join(["word"] * 36)),
        ("steps", 3, "text"),
        HINT,
        "36 words",
    ),
    "command in a gap": (
        make.cloze("{{a}} or {{b}}", a=make.text("h"), b=make.text()),
        ("gaps", "a", "accept", 0),
        FAULT,
        '"h" is a command',
    ),
    "two options of a gap that read the same": (
        make.cloze("{{a}}", a=make.single("Neck", "Shaft", " SHAFT")),
        ("gaps", "a", "options", 2, "text"),
        FAULT,
        "stands here twice",
    ),
    "misspelt unit of a gap": (
        make.cloze("It stands at {{a}}.", a=make.number(Number(answer=90.0, unit="degreez"))),
        ("gaps", "a", "unit"),
        HINT,
        '"degreez"; did you mean "degree"?',
    ),
    "misspelt unit of a stage": (
        make.case(make.text(), make.number(Number(answer=90.0, unit="degreez"))),
        ("stages", 1, "unit"),
        HINT,
        '"degreez"; did you mean "degree"?',
    ),
    "longest key of a gap": (
        make.cloze("{{a}}", a=make.single("The narrow neck of the bone", "Shaft", "Tip")),
        ("gaps", "a", "options", 0, "text"),
        FAULT,
        "times as long",
    ),
    "echo of the text round a gap": (
        make.cloze(
            "Squatting is a case of {{a}}.", a=make.single("Squatting", "Smoking", "Swimming")
        ),
        ("gaps", "a", "options", 0, "text"),
        FAULT,
        '"squatting"',
    ),
    "a figure without a source in a stage": (
        replace(
            make.case(replace(make.single(), explain="In six weeks."), make.text()), sources=()
        ),
        ("stages", 0, "explain"),
        FAULT,
        '"six weeks" has no source',
    ),
    "a gap in a stage": (
        make.case(make.single(), make.cloze("{{a}}", a=make.text("n"))),
        ("stages", 1, "gaps", "a", "accept", 0),
        FAULT,
        '"n" is a command',
    ),
    "hints of a case": (make.case(hints=("Think.",)), ("hints",), FAULT, "no hints of its own"),
}


def test_a_unit_that_the_story_of_a_case_names_is_known_to_the_learner() -> None:
    inner = make.number(Number(answer=3.0, unit="blorps"))
    assert list(flaws(make.case(inner, make.text(), stem="Force is told in blorps."))) == []
    assert list(flaws(make.case(inner, make.text())))


@pytest.mark.parametrize("name", GOOD)
def test_good_item_has_no_flaw(name: str) -> None:
    assert list(flaws(GOOD[name])) == []


@pytest.mark.parametrize("name", BAD)
def test_bad_item_has_its_flaw_and_no_other(name: str) -> None:
    item, path, severity, message = BAD[name]
    (flaw,) = flaws(item)
    assert (flaw.path, flaw.severity) == (path, severity)
    assert message in flaw.message


@pytest.mark.parametrize("name", GOOD_QUESTIONS)
def test_a_good_question_is_a_good_stage(name: str) -> None:
    assert list(flaws(make.case(make.text("heel"), GOOD_QUESTIONS[name]))) == []


# Sources and hints belong to the item as a whole.
BAD_STAGES = [
    name for name, (item, path, *_) in BAD_QUESTIONS.items() if item.sources and path[0] != "hints"
]


@pytest.mark.parametrize("name", BAD_STAGES)
def test_a_bad_question_is_a_bad_stage(name: str) -> None:
    item, path, severity, message = BAD_QUESTIONS[name]
    (flaw,) = flaws(make.case(make.text("heel"), item))
    assert (flaw.path, flaw.severity) == (("stages", 1, *path), severity)
    assert message in flaw.message


def test_the_tolerance_is_looked_for_where_the_number_stands() -> None:
    gapped = make.cloze("At {{angle}} degrees.", angle=make.number())
    for item, place in (
        (gapped, ("gaps", "angle", "abs-tol")),
        (make.case(make.text(), make.number()), ("stages", 1, "abs-tol")),
    ):
        (flaw,) = flaws(item, is_written=set().__contains__)
        assert flaw.path == (*place[:-1], "answer")
        assert list(flaws(item, is_written={place}.__contains__)) == []


def test_statements_steps_and_stems_belong_to_what_makes_two_items_alike() -> None:
    others = ("It is round", "It is long", "It is thick", "It is thin")
    pairs = [
        (make.mtf(), make.mtf(*others)),
        (make.order(), make.order("Heel", "Sole", "Toes", "Hip")),
        (make.emq(), make.emq("She walked far in new boots.", "He has slept in a chair.")),
        (make.match(), make.match("Pushing down", "Bending the great toe")),
        (make.cloze(), make.cloze("At the {{nerve}} of the bone it may be felt.")),
    ]
    for one, other in pairs:
        assert near_duplicates([one, other]) == []
        assert near_duplicates([one, one]) == [(1, 0)]


def test_longest_keys_of_stages_and_gaps_make_a_habit_too() -> None:
    longest = make.single("Common fibular nerve", "Tibial nerve", "Femoral nerve")
    said = longest_key_habit([make.case(longest, make.cloze("{{a}}", a=longest))] * 10)
    assert said is not None
    assert "20 of 20" in said


CHOSEN = [make.single(), make.multi(), make.truefalse(), make.mtf(), make.emq(), make.match()]
CHOSEN.append(make.cloze("{{a}}", a=make.single()))
FOUND = [make.text(), make.number(), make.order(), make.cloze(), make.case()]


@pytest.mark.parametrize("item", CHOSEN, ids=lambda item: str(item.type))
def test_what_is_recognised_counts_as_chosen(item: Item) -> None:
    assert list(quiz_flaws(make.quiz(*[item] * 4, *FOUND[:1])))


@pytest.mark.parametrize("item", FOUND, ids=lambda item: str(item.type))
def test_what_is_typed_ordered_or_solved_counts_as_found(item: Item) -> None:
    assert not list(quiz_flaws(make.quiz(item, item, *CHOSEN[:3])))
