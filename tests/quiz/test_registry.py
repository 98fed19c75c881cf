"""A type of the registry has all that it needs, found by its name."""

from __future__ import annotations

import inspect

import pytest

from tests.quiz.make import NO_WORDS, RIGHT, item, one_of_each
from tutor.course.items import Item
from tutor.course.items.registry import CHOICE_TYPES, LATER, TYPES
from tutor.quiz import graders
from tutor.quiz.grade import NO_ANSWER, Grade
from tutor.quiz.graders import final_grade, grader_of
from tutor.quiz.graders.grader import Grader

ITEMS = one_of_each()


def test_these_tests_have_an_item_of_every_type() -> None:
    assert {one.type for one in ITEMS} == set(TYPES) == set(RIGHT)


@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("name", ["grade", "told", "order"])
def test_every_type_has_a_grader_of_its_name(type: str, name: str) -> None:
    module = grader_of(type)
    assert module.__name__ == f"{graders.__name__}.{type}"  # type: ignore[attr-defined]
    wanted = list(inspect.signature(getattr(Grader, name)).parameters)[1:]
    assert list(inspect.signature(getattr(module, name)).parameters) == wanted


def test_types_to_come_are_no_types_yet() -> None:
    assert not set(LATER) & set(TYPES)


def test_choice_types_are_those_of_the_rating_table() -> None:
    assert {*TYPES, *LATER} >= CHOICE_TYPES
    assert {*TYPES, *LATER} - CHOICE_TYPES == {
        "text", "number", "order", "cloze", "case", "generated",
    }  # fmt: skip


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: str(one.type))
def test_a_wholly_right_answer_scores_one(one: Item) -> None:
    graded = final_grade(one, RIGHT[one.type], NO_WORDS)
    assert isinstance(graded, Grade)
    assert (graded.score, graded.right, graded.brief, graded.note) == (1.0, True, "", "")


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: str(one.type))
def test_dont_know_scores_nothing(one: Item) -> None:
    assert final_grade(one, None, NO_WORDS) == NO_ANSWER


def test_the_helper_names_types_as_the_registry_does() -> None:
    assert all(item("x", one.body).type == one.type for one in ITEMS)
