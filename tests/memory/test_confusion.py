"""Items that were mixed up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import item, number
from tutor.course.items import Accepted, Item, Multi, Number, Option, Rejected, Single, Text
from tutor.memory.confusion import confused_pairs


def choice(id: str, right: str, *wrong: str, **more: object) -> Item:
    """A choice whose options have their first letter as id."""
    offered = [Option(right[0], right, "Why.", right=True)]
    offered += [Option(one[0], one, "Why.") for one in wrong]
    return item(id, Single(tuple(offered)), **more)  # type: ignore[arg-type]


def several(id: str, right: list[str], wrong: list[str]) -> Item:
    options = [Option(one[0], one, "Why.", right=True) for one in right]
    return item(id, Multi((*options, *(Option(one[0], one, "Why.") for one in wrong))))


def typed(id: str, *accept: str, reject: tuple[str, ...] = (), **more: object) -> Item:
    rejected = tuple(Rejected(one, "Why.") for one in reject)
    return item(id, Text(tuple(map(Accepted, accept)), rejected), **more)  # type: ignore[arg-type]


FOOT = choice("foot", "Fibular nerve", "Tibial nerve", "L5 root")
CALF = choice("calf", "Tibial nerve", "Fibular nerve", "Sural nerve")
BACK = choice("back", "L5 root", "S1 root", "Sural nerve")
TOES = typed("toes", "tibial nerve", "nervus tibialis")
ITEMS = [FOOT, CALF, BACK, TOES]


def test_answered_with_the_right_answer_of_another() -> None:
    assert confused_pairs([FOOT, CALF, BACK], [("foot", {"option": "T"})]) == (("calf", "foot"),)
    assert confused_pairs([FOOT, CALF, BACK], [("foot", {"option": "L"})]) == (("back", "foot"),)


def test_every_item_that_asks_for_it_and_the_mirrored_one_first() -> None:
    # "calf" offers the fibular nerve as a mistake: the mirrored question.
    pairs = confused_pairs(ITEMS, [("foot", {"option": "T"})])
    assert pairs == (("calf", "foot"), ("foot", "toes"))
    assert confused_pairs(ITEMS[::-1], [("foot", {"option": "T"})]) == pairs


def test_a_mistake_that_nothing_asks_for_names_nothing() -> None:
    assert confused_pairs(ITEMS, [("calf", {"option": "S"}), ("back", {"option": "S"})]) == ()


def test_what_was_mixed_up_more_often_comes_first() -> None:
    wrong = [("foot", {"option": one}) for one in "TLL"]
    assert confused_pairs([FOOT, CALF, BACK], wrong) == (("back", "foot"), ("calf", "foot"))


def test_both_ways_are_one_pair() -> None:
    wrong = [("foot", {"option": "T"}), ("calf", {"option": "F"})]
    assert confused_pairs([FOOT, CALF], wrong) == (("calf", "foot"),)


def test_a_choice_of_several_answers_but_asks_for_no_single_one() -> None:
    lifters = several("lifters", ["Deep fibular nerve"], ["Tibial nerve"])
    assert confused_pairs([lifters, CALF], [("lifters", {"options": ["D", "T"]})]) == (
        ("calf", "lifters"),
    )
    wrong = choice("which", "Sural nerve", "Deep fibular nerve")
    assert confused_pairs([lifters, wrong], [("which", {"option": "D"})]) == ()


def test_a_typed_answer_names_another_item_too() -> None:
    which = typed("which", "fibular nerve", reject=("tibial nerve",))
    assert confused_pairs([which, CALF], [("which", {"text": " the TIBIAL  nerve "})]) == (
        ("calf", "which"),
    )
    # Near the right answer, yet not its name: a slip is no confusion.
    assert confused_pairs([which, CALF], [("which", {"text": "tibal nerve"})]) == ()


def test_a_right_answer_is_no_confusion() -> None:
    other = choice("other", "Fibular nerve", "Tibial nerve")
    assert confused_pairs([FOOT, other], [("foot", {"option": "F"})]) == ()


def test_siblings_and_drafts_are_no_pairs() -> None:
    foot = choice("foot", "Fibular nerve", "Tibial nerve", family="neck")
    calf = choice("calf", "Tibial nerve", "Fibular nerve", family="neck")
    draft = choice("draft", "Tibial nerve", "Fibular nerve", draft=True)
    assert confused_pairs([foot, calf, draft], [("foot", {"option": "T"})]) == ()
    assert confused_pairs([foot, draft], [("draft", {"option": "F"})]) == ()


@pytest.mark.parametrize(
    "response",
    [
        None,
        {},
        {"option": "gone"},
        {"option": 3},
        {"option": ["T"]},
        {"options": "T"},
        {"options": [None, 1]},
        {"text": "tibial nerve"},
    ],
)
def test_a_response_that_does_not_fit_names_nothing(response: dict[str, object] | None) -> None:
    assert confused_pairs(ITEMS, [("foot", response)]) == ()


@pytest.mark.parametrize("text", ["", "...", "x" * 100_000, 7, None])
def test_a_typed_answer_that_is_none(text: object) -> None:
    assert confused_pairs(ITEMS, [("toes", {"text": text})]) == ()


def test_an_item_that_is_gone_or_of_another_kind() -> None:
    assert confused_pairs(ITEMS, [("gone", {"option": "T"})]) == ()
    measured = number(answer=4.0)
    assert isinstance(measured.body, Number)
    assert confused_pairs([*ITEMS, measured], [("measured", {"text": "tibial nerve"})]) == ()


@given(st.lists(st.tuples(st.sampled_from(["foot", "calf", "back"]), st.sampled_from("FTLS"))))
def test_pairs_are_pairs_of_two_items_once(wrong: list[tuple[str, str]]) -> None:
    pairs = confused_pairs(ITEMS, [(id, {"option": option}) for id, option in wrong])
    assert len(set(pairs)) == len(pairs)
    assert all(one < other for one, other in pairs)
    assert pairs == confused_pairs(ITEMS, [(id, {"option": one}) for id, one in reversed(wrong)])
