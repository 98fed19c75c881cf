"""A form for every type of item, and what each makes of what is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

import pytest

from tests.conftest import MakeDesk
from tests.plain.drive import QUIZ, converse, said
from tutor.course.items.registry import TYPES
from tutor.course.library import Library
from tutor.plain.run import Opening
from tutor.quiz.event import Kind


@pytest.mark.parametrize("type", TYPES)
def test_every_type_has_its_form(type: str) -> None:
    form = import_module(f"tutor.plain.asking.{type}")
    assert callable(form.tell)
    assert callable(form.answer)


ORDER = ("truefalse", "mtf", "emq", "order", "match", "cloze", "case")


class Asked:
    """One question of the course with every type; those before it are put off."""

    def __init__(self, make_desk: MakeDesk, course: Library, type: str) -> None:
        self._make = lambda: make_desk(course, home=type)
        self._type = type

    def tell(self, *lines: str) -> str:
        """What is told when these lines are typed in answer to it."""
        before = ["s"] * self._queue().index(self._type)
        return converse(self._make(), *before, *lines, opening=QUIZ)

    def _queue(self) -> tuple[str, ...]:
        desk = self._make()
        sitting = next((desk.resume(row) for row in desk.left_open()), None)
        return sitting.session.queue if sitting else ORDER

    @property
    def responses(self) -> list[object]:
        events = self._make().store.events(1)
        return [one.response for one in events if one.kind is Kind.ANSWERED]

    @property
    def scores(self) -> list[float | None]:
        events = self._make().store.events(1)
        return [one.score for one in events if one.kind is Kind.ANSWERED]


Ask = Callable[[str], Asked]


@pytest.fixture
def ask(make_desk: MakeDesk, every: Library) -> Ask:
    return lambda type: Asked(make_desk, every, type)


def numbers(told: str, *texts: str) -> list[str]:
    """The numbers behind which these texts were told in the last question."""
    lines = [line.strip() for line in re.split(r"\nQuestion \d+ of \d+\.", told)[-1].splitlines()]
    return [
        line.partition(".")[0] for text in texts for line in lines if line.endswith(f". {text}")
    ]


@pytest.mark.parametrize(
    ("typed", "true", "score"), [("1", True, 0.0), ("2", False, 1.0), ("False", False, 1.0)]
)
def test_true_or_false(ask: Ask, typed: str, true: bool, score: float) -> None:
    question = ask("truefalse")
    told = question.tell("3", "f", typed)
    assert "Please type 1 for true or 2 for false." in told
    assert "Flagged." in told  # the letter is a command, never the answer
    assert (question.responses, question.scores) == ([{"true": true}], [score])
    assert "That is the superficial branch." in told


def statements(told: str) -> list[str]:
    """The statements in the order told."""
    return [line.split(": ", 1)[1] for line in told.splitlines() if line.startswith("Statement ")]


def test_statements_one_by_one(ask: Ask) -> None:
    question = ask("mtf")
    told = question.tell("1", "u", "r", "1", "n", "2", "2")
    order = statements(told)
    assert "Four statements follow. Each is true or false." in told
    assert order[0] == order[2] == order[3]  # told, one step back, repeated
    assert len(set(order)) == 4
    given = {"1": True, "2": False}
    ids = {"Lifting": "a", "Turning in": "b", "Turning out": "c", "The calf": "d"}

    def id_of(text: str) -> str:
        return next(id for start, id in ids.items() if text.startswith(start))

    shown = list(dict.fromkeys(order))
    expected = {
        id_of(text): given[key] for text, key in zip(shown, "1n22", strict=True) if key in given
    }
    assert question.responses == [{"statements": expected}]
    assert "Not answered; right answer:" in told


def test_all_left_open_is_dont_know(ask: Ask) -> None:
    question = ask("mtf")
    assert "No answer. Here is why." in question.tell("n", "n", "n", "n")
    assert question.responses == [None]


def test_undo_in_the_first_part_is_the_answer_before(ask: Ask) -> None:
    question = ask("mtf")
    assert "There is nothing to undo." in question.tell("u")


def test_several_stems_choose_from_one_list(ask: Ask) -> None:
    question = ask("emq")
    first = question.tell()
    common, deep = numbers(first, "Common nerve", "Deep nerve")
    told = question.tell("7", common, deep)
    assert "Where is the lesion? An answer may fit more than once." in told
    assert "Part 1 of 2: Lifting and turning out are weak." in told
    assert "There are six answers. Please type 1 to 6." in told
    assert question.responses == [{"stems": {"s1": "common", "s2": "deep"}}]
    assert question.scores == [1.0]


def test_steps_in_their_order(ask: Ask) -> None:
    question = ask("order")
    first = question.tell()
    right = numbers(first, "Hip", "Knee", "Neck of the fibula", "Shin")
    told = question.tell("1 2", "1 1 2 3", "one", " ".join(right))
    assert told.count("There are four steps. Please type each number once.") == 3
    assert question.responses == [{"steps": ["hip", "knee", "neck", "shin"]}]
    assert question.scores == [1.0]
    # What is typed as an example gives nothing away: it is not the right order by chance alone.
    assert "as in 2 1 3 4" in told


def test_pairs(ask: Ask) -> None:
    question = ask("match")
    first = question.tell()
    deep, tibial = numbers(first, "Deep nerve", "Tibial nerve")
    told = question.tell(deep, tibial)
    assert "Two to match, each with one of these. Some of these stay over:" in told
    assert "Part 2 of 2: Turning the sole out" in told
    assert question.responses == [{"pairs": {"up": "deep", "out": "tibial"}}]
    assert question.scores == [0.5]
    assert "Your answer: Tibial nerve; right answer: Outer nerve." in told


def test_gaps_one_by_one(ask: Ask) -> None:
    question = ask("cloze")
    first = said(question.tell())
    assert "The (gap 1) nerve winds round the (gap 2) and is (gap 3) percent of it." in first
    (neck,) = numbers(question.tell("common"), "neck")
    told = question.tell("common", neck, "40 apples", "", "", "40")
    assert 'Gap 3: "apples" is not needed here.' in told
    assert "Enter keeps common" in told
    assert f"Enter keeps {neck}" in told
    assert question.scores == [1.0]
    assert question.responses == [
        {
            "gaps": {
                "nerve": {"text": "common"},
                "place": {"option": "neck"},
                "share": {"text": "40"},
            }
        }
    ]


def test_a_gap_left_open(ask: Ask) -> None:
    question = ask("cloze")
    question.tell("common", "n", "n")
    assert question.responses == [{"gaps": {"nerve": {"text": "common"}}}]


# -- a case, stage by stage --------------------------------------------------------------------


def test_a_case_is_asked_stage_by_stage(ask: Ask) -> None:
    question = ask("case")
    first = question.tell()
    assert "A runner who trips, stage 1 of 2." in first
    (out,) = numbers(first, "Turning out")
    told = question.tell("h", out, "r", "u", "", "r", "u", "common nerve", "")
    assert "Hint 1: Think of the branches." in told
    assert "It tells the branches apart." in told
    assert "Enter for the next stage (f flag, r repeat, q leave):" in told
    assert "Question 7 of 7. A runner who trips, stage 2 of 2." in told
    assert "A stage that is answered stays answered" in told
    assert "The whole case: Right." in told
    assert question.responses == [
        {"stages": {"test": {"option": "out"}, "name": {"text": "common nerve"}}}
    ]
    assert question.scores == [1.0]


def test_nobody_is_asked_how_sure_of_a_case(make_desk: MakeDesk, every: Library) -> None:
    first = Opening(lesson="second", quiz=True)
    converse(make_desk(every), *["n", ""] * 3, "q", opening=first)
    told = converse(make_desk(every), *["s"] * 6, "1", "", "word", "", "1", opening=QUIZ)
    before, _, after = told.partition("The whole case:")
    assert "stage 2 of 2." in before
    assert "How sure are you?" not in before
    assert "How sure are you?" in after  # the next question, which is no case


def test_the_story_of_a_case_is_told_once_and_when_it_is_repeated(ask: Ask) -> None:
    question = ask("case")
    story = "A runner trips over her left foot."
    told = question.tell("n", "", "r")
    assert told.count(story) == 2
    before, _, after = told.partition("stage 2 of 2.")
    assert before.count(story) == 1
    assert after.index("Turning out is weak too.") < after.index(story)


def test_a_case_goes_on_at_the_stage_where_it_was_left(ask: Ask) -> None:
    question = ask("case")
    left = question.tell("n", "q")
    assert left.endswith("Question 7 of 7 is kept.\n")
    assert question.responses == []
    told = question.tell("wrong word", "")
    assert "stage 2 of 2." in told
    assert "stage 1 of 2." not in told
    assert "A runner trips over her left foot." in told  # whole again after a pause
    assert question.scores == [0.0]
