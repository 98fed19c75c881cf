"""Every type: whatever a response holds, and whatever order its author chose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quiz.make import NO_WORDS, RIGHT, one_of_each
from tutor.course.digest import key_digest
from tutor.course.items import Case, Cloze, Emq, Item, Match, Mtf, Multi, Single
from tutor.quiz.feedback import Feedback, feedback_of
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.graders import ResponseError, final_grade, grade, told
from tutor.quiz.session import Outcome
from tutor.quiz.shuffle import shown_order

ITEMS = one_of_each()
EACH = pytest.mark.parametrize("one", ITEMS, ids=lambda one: str(one.type))

_IDS = ["a", "b", "q1", "s1", "nerve", "place", "angle", "signs", "gone"]
_KEYS = ["option", "options", "text", "true", "statements", "stems", "steps", "pairs", "gaps"]
_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([*_IDS, "90 degrees", "deep fibular nerve", "\ud800"])
)
JSON = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*_IDS, *_KEYS, "stages"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def _bent(draw: st.DrawFn, one: Item) -> Any:
    """A right response with something else somewhere in it."""

    def bend(value: Any) -> Any:
        if draw(st.integers(0, 3)) == 0:
            return draw(JSON)
        if isinstance(value, dict):
            return {key: bend(inner) for key, inner in value.items()}
        return [bend(inner) for inner in value] if isinstance(value, list) else value

    return bend(RIGHT[one.type])


@EACH
@settings(max_examples=25)
@given(data=st.data())
def test_it_is_graded_or_does_not_fit(one: Item, data: st.DataObject) -> None:
    response = data.draw(_bent(one) | JSON)
    order = shown_order(one, 1)
    try:
        graded = grade(one, response, NO_WORDS)
        final = final_grade(one, response, NO_WORDS)
    except ResponseError:
        with pytest.raises(ResponseError):
            told(one, response, order)
        return
    assert isinstance(graded, AskAgain) or graded == final
    assert 0 <= final.score <= 1
    assert final.score == round(final.score, 4)
    assert told(one, response, order, final).right_answer


@EACH
@settings(max_examples=25)
@given(data=st.data())
def test_an_answer_of_the_log_is_always_shown(one: Item, data: st.DataObject) -> None:
    response = data.draw(_bent(one) | JSON)
    score = data.draw(st.sampled_from([0.0, 0.5, 1.0]))
    outcome = Outcome(response=response, score=score, hints=0, ms=0, changed=False)
    got = feedback_of(one, outcome, NO_WORDS, shown_order(one, 1))
    assert isinstance(got, Feedback)
    assert got.headline
    assert got.right_answer


@EACH
def test_100_kilobytes_are_an_answer_like_another(one: Item) -> None:
    def blown_up(value: Any) -> Any:
        if isinstance(value, str):
            return value + "x" * 100_000
        if isinstance(value, dict):
            return {key: blown_up(inner) for key, inner in value.items()}
        return [blown_up(inner) for inner in value] if isinstance(value, list) else value

    response = blown_up(RIGHT[one.type])
    graded = grade(one, response, NO_WORDS)
    if isinstance(graded, Grade):
        assert 0 <= graded.score <= 1
        assert len(told(one, response, (), graded).given) < 500


def _turned(body: Any, data: st.DataObject) -> Any:
    """The body with what may stand in any order in another order."""

    def turn(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(data.draw(st.permutations(things)))

    match body:
        case Single() | Multi():
            return replace(body, options=turn(body.options))
        case Emq():
            return replace(body, options=turn(body.options), stems=turn(body.stems))
        case Match():
            return replace(body, left=turn(body.left), right=turn(body.right))
        case Mtf():
            return replace(body, statements=turn(body.statements))
        case Cloze():
            gaps = tuple((name, replace(g, body=_turned(g.body, data))) for name, g in body.gaps)
            return replace(body, gaps=turn(gaps))
        case Case():
            stages = tuple(replace(one, body=_turned(one.body, data)) for one in body.stages)
            return replace(body, stages=stages)
    return body


def _turned_response(value: Any, data: st.DataObject) -> Any:
    """The same answers under their ids in another order; a list of steps keeps its own."""
    if not isinstance(value, dict):
        return value
    keys = data.draw(st.permutations(list(value)))
    return {key: _turned_response(value[key], data) for key in keys}


@EACH
@settings(max_examples=25)
@given(data=st.data())
def test_another_order_changes_neither_grade_nor_key(one: Item, data: st.DataObject) -> None:
    other = replace(one, body=_turned(one.body, data))
    assert key_digest(other) == key_digest(one)
    response = data.draw(_bent(one))
    try:
        graded = final_grade(one, response, NO_WORDS)
    except ResponseError:
        return
    again = final_grade(other, _turned_response(response, data), NO_WORDS)
    assert (again.score, again.verdict) == (graded.score, graded.verdict)


@EACH
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), data=st.data())
def test_the_order_shown_does_not_hang_on_the_author_s(
    one: Item, seed: int, data: st.DataObject
) -> None:
    other = replace(one, body=_turned(one.body, data))
    assert set(shown_order(other, seed)) == set(shown_order(one, seed))
    if not isinstance(one.body, Cloze | Case):  # there it is the order of the text
        assert shown_order(other, seed) == shown_order(one, seed)
