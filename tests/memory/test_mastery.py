"""Mastery of an objective: every state, and every way from one to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.make import day
from tutor.course.items.registry import CHOICE_TYPES
from tutor.memory.mastery import RECOGNISED, Evidence, Mastery, State, mastery

WELL_KNOWN = [0.95]


def answers(*told: str) -> list[Evidence]:
    """Answers, oldest first as told: "2 text right", "3 single wrong certain" (study day first);
    each is an item of its own. Comes newest first, as evidence does.
    """
    made = []
    for n, one in enumerate(told):
        at, type, how, *more = one.split()
        made.append(
            Evidence(
                f"item-{n}",
                day(int(at)),
                how == "right",
                type,
                3 if "certain" in more else None,
                applied="applied" in more,
            )
        )
    return made[::-1]


FOUR_RIGHT = ("1 text right", "1 single right", "2 single right", "2 single right")


def state(*told: str, recalls: list[float] = WELL_KNOWN) -> State:
    return mastery(answers(*told), recalls).state


def word(*told: str) -> str:
    return mastery(answers(*told), []).word


def test_no_evidence_is_new() -> None:
    assert mastery([], []) == Mastery(State.NEW, 0, 0, exam_ready=False)


def test_the_first_answer_is_learning() -> None:
    assert state("1 text right") is state("1 text wrong") is State.LEARNING


def test_four_of_five_over_two_days_are_secure() -> None:
    assert state("1 text wrong", *FOUR_RIGHT) is State.SECURE
    assert state(*FOUR_RIGHT, "3 text wrong") is State.SECURE


def test_four_of_four_are_four_of_five_whatever_the_fifth() -> None:
    assert state(*FOUR_RIGHT) is State.SECURE
    assert state(*FOUR_RIGHT[:3]) is State.LEARNING


def test_three_of_five_are_not_enough() -> None:
    assert state(*FOUR_RIGHT, "3 text wrong", "3 text wrong") is State.LEARNING


def test_only_the_newest_five_count() -> None:
    assert state(*["1 text wrong"] * 9, "1 text wrong", *FOUR_RIGHT) is State.SECURE
    assert state("1 text right", "2 text right", *["3 single right"] * 5) is State.LEARNING


def test_right_on_one_day_only_is_not_enough() -> None:
    assert state(*["1 text right"] * 5) is State.LEARNING
    assert state(*["1 text right"] * 4, "2 text wrong") is State.LEARNING
    assert state(*["1 text right"] * 4, "2 text right") is State.SECURE


@pytest.mark.parametrize("type", sorted(RECOGNISED - {"truefalse"}))
def test_recognising_alone_is_not_enough(type: str) -> None:
    recognised = [f"{n} {type} right" for n in (1, 1, 2, 2)]
    assert state(*recognised) is State.LEARNING
    assert state(*recognised, "2 text wrong") is State.LEARNING
    assert state(*recognised, "2 text right") is State.SECURE
    assert state(*recognised, f"2 {type} right applied") is State.SECURE


@pytest.mark.parametrize("type", ["text", "number", "cloze", "order", "hotspot", "case"])
def test_one_produced_answer_is_enough(type: str) -> None:
    assert state(f"1 {type} right", *FOUR_RIGHT[1:]) is State.SECURE


def test_check_and_mastery_agree_on_what_is_recognised() -> None:
    # "footdrop check" says of an objective that it can never be secure.
    assert CHOICE_TYPES - {"hotspot"} == RECOGNISED


@pytest.mark.parametrize("last_two", [("wrong certain", "right"), ("right", "wrong certain")])
def test_a_confident_error_among_the_last_two_is_not_secure(last_two: tuple[str, str]) -> None:
    told = ("1 text right", "1 text right", "2 text right", *(f"3 text {one}" for one in last_two))
    assert state(*told) is State.LEARNING
    assert state(*(one.removesuffix(" certain") for one in told)) is State.SECURE
    assert state(*told, "3 text right", "3 text right") is State.SECURE


def test_secure_fades_and_comes_back() -> None:
    assert state(*FOUR_RIGHT, recalls=[0.9, 0.69]) is State.FADING
    assert state(*FOUR_RIGHT, recalls=[0.9, 0.71]) is State.SECURE
    assert state(*FOUR_RIGHT, recalls=[0.8]) is State.SECURE
    assert state(*FOUR_RIGHT, recalls=[]) is State.SECURE


def test_only_what_was_secure_fades() -> None:
    assert state("1 text right", recalls=[0.1]) is State.LEARNING
    assert mastery([], [0.1]).state is State.NEW


def test_true_or_false_counts_half() -> None:
    eight = [f"{n} truefalse right" for n in (1, 1, 1, 1, 2, 2, 2, 2)]
    assert state("1 text right", *eight) is State.SECURE
    assert state("1 text right", *eight[2:]) is State.SECURE  # 1 + 6 halves
    assert state("1 text right", *eight[3:]) is State.LEARNING
    # Ten of them are the five newest, and no other is among them.
    assert state("1 text right", *eight, *eight[:2]) is State.LEARNING


def test_of_an_item_and_day_the_first_answer_counts() -> None:
    wrong, *_ = answers("1 text wrong")
    later = [wrong._replace(right=True)] * 3
    assert mastery([*later, wrong], []) == Mastery(State.LEARNING, 0, 1)
    next_day = wrong._replace(right=True, day=day(2))
    assert mastery([next_day, *later, wrong], []) == Mastery(State.LEARNING, 1, 2)


def test_the_first_answer_counts_in_its_own_place() -> None:
    first, *others = answers(*["1 text right"] * 5, "1 text wrong")
    repeat = first._replace(right=True)
    assert mastery([repeat, *others, first], []) == Mastery(State.LEARNING, 5, 5)


def test_growing_or_weak() -> None:
    assert word("1 text right") == "growing"
    assert word("1 text wrong") == "weak"
    assert word("1 text right", "1 text wrong") == "growing"
    assert word("1 text right", "1 text wrong", "1 text wrong") == "weak"
    assert word(*["1 text right"] * 2, *["2 text wrong"] * 3) == "weak"
    assert word(*["1 text right"] * 3, *["2 text wrong"] * 2) == "growing"


EIGHT = ("1 text right", *["2 single right"] * 3, *["3 single right"] * 3, "3 text right")


@pytest.mark.parametrize(
    ("told", "ready"),
    [
        (EIGHT, True),
        (("1 text wrong", "1 text wrong", *EIGHT), True),
        (("1 text right", *["1 text wrong"] * 3, *EIGHT[2:]), False),
        (EIGHT[1:], False),
        (("2 text right", *EIGHT[1:]), False),
        ((*EIGHT, "4 text wrong certain"), False),
        ((*EIGHT, *["4 text wrong"] * 2), False),
    ],
)
def test_exam_ready_asks_eight_of_ten_over_three_days(told: tuple[str, ...], ready: bool) -> None:
    assert mastery(answers(*told), WELL_KNOWN).exam_ready is ready


def test_what_fades_is_not_ready() -> None:
    assert not mastery(answers(*EIGHT), [0.5]).exam_ready


@pytest.mark.parametrize(
    ("made", "word", "words"),
    [
        (Mastery(State.NEW, 0, 0), "new", "New: nothing answered yet."),
        (Mastery(State.LEARNING, 1, 4), "weak", "Weak: 1 of the last 4 right."),
        (Mastery(State.LEARNING, 1, 1), "growing", "Growing: 1 of 1 right."),
        (Mastery(State.SECURE, 5, 5), "secure", "Secure for now: 5 of the last 5 right."),
        (Mastery(State.SECURE, 4, 5, True), "secure", "Ready for an exam: 4 of the last 5 right."),
        (
            Mastery(State.FADING, 4, 5),
            "fading",
            "Fading: 4 of the last 5 right, but that was some time ago.",
        ),
    ],
)
def test_words(made: Mastery, word: str, words: str) -> None:
    assert (made.word, made.words) == (word, words)


EVIDENCE = st.lists(
    st.builds(
        Evidence,
        st.sampled_from("abcd"),
        st.integers(0, 4).map(day),
        st.booleans(),
        st.sampled_from(["text", "single", "truefalse"]),
        st.sampled_from([None, 1, 2, 3]),
    ),
    max_size=20,
)


@given(EVIDENCE, st.lists(st.floats(0, 1), max_size=4))
def test_always_some_state_with_its_counts(evidence: list[Evidence], recalls: list[float]) -> None:
    made = mastery(evidence, recalls)
    assert 0 <= made.right <= made.asked <= 10
    assert (made.state is State.NEW) == (not evidence)
    assert made.words.endswith(".")
    assert not made.exam_ready or made.state is State.SECURE


@given(EVIDENCE)
def test_one_more_wrong_answer_makes_nobody_secure(evidence: list[Evidence]) -> None:
    ordered = sorted(evidence, key=lambda one: one.day, reverse=True)
    wrong = Evidence("new", day(5), False, "text", None)
    if mastery(ordered, []).state is State.LEARNING:
        assert mastery([wrong, *ordered], []).state is State.LEARNING
