"""`emq` and `match`: rows of the type table."""

from __future__ import annotations

import pytest

from tests.quiz.make import NO_WORDS, emq, match
from tutor.course.items import Item
from tutor.quiz.grade import Verdict
from tutor.quiz.graders import final_grade, told

# Both items ask for a, a, b or a, b, c; "-" leaves a question out.
KEYS = {"emq": "stems", "match": "pairs"}


def chosen(one: Item, answers: str) -> dict[str, object]:
    pairs = {f"q{n}": answer for n, answer in enumerate(answers, 1) if answer != "-"}
    return {KEYS[one.type]: pairs}


@pytest.mark.parametrize(
    ("one", "answers", "score"),
    [
        (emq("aab"), "aab", 1.0),
        (emq("aab"), "aaa", 0.6667),
        (emq("aab"), "a-b", 0.6667),
        (emq("aab"), "bba", 0.0),
        (emq("ab"), "aa", 0.5),
        (match("abc"), "abc", 1.0),
        (match("abc"), "abd", 0.6667),
        (match("abc"), "acb", 0.3333),
        (match("abc"), "aaa", 0.3333),  # one answer for all finds its own pair
        (match("abc"), "ab-", 0.6667),
        (match("abc"), "bcd", 0.0),
    ],
)
def test_the_score_is_the_share_of_right_pairs(one: Item, answers: str, score: float) -> None:
    assert final_grade(one, chosen(one, answers), NO_WORDS).score == score


@pytest.mark.parametrize("one", [emq(), match()])
def test_without_a_pair_there_is_no_answer(one: Item) -> None:
    assert final_grade(one, chosen(one, ""), NO_WORDS).verdict is Verdict.NO_ANSWER


def test_what_the_course_dropped_is_not_right_and_is_said_to_be_gone() -> None:
    one = emq("aab")
    response = {"stems": {"q1": "a", "q2": "gone", "vanished": "b"}}
    assert final_grade(one, response, NO_WORDS).score == 0.3333
    rows = told(one, response, ()).rows
    assert [row.given for row in rows] == ["Answer a", "an option that is no longer offered", ""]


def test_what_counted_is_said() -> None:
    one = match("abc")
    assert final_grade(one, chosen(one, "abd"), NO_WORDS).brief == "2 of 3 right"
    assert final_grade(one, chosen(one, "bcd"), NO_WORDS).brief == "0 of 3 right"
