"""The form of each type by itself: what keys and clicks make of it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.plain.course import every_type
from tutor.course.items import Item
from tutor.course.items.registry import TYPES
from tutor.course.library import Library, open_course
from tutor.quiz.graders import Words, final_grade
from tutor.tui.asking import asks, form_of, is_typed
from tutor.tui.asking.form import Form, digit_of, digits_key
from tutor.tui.asking.parts import ANSWER, Parts

SEED = 7


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_course(every_type(tmp_path_factory.mktemp("every")), None)


def targets(form: Form) -> list[str]:
    lines = form.rows(76, spaced=True)
    return list(dict.fromkeys(line.target for line in lines if line.target))


def text(form: Form) -> str:
    return " ".join(line.text for line in form.rows(76, spaced=True))


def grade(item: Item, form: Form) -> float:
    return final_grade(item, form.response, Words.of({})).score


@pytest.mark.parametrize("type", [name for name in TYPES if name != "case"])
def test_each_type_has_its_module(type: str) -> None:
    assert callable(asks(type).form)


def test_a_case_is_asked_by_the_types_of_its_stages() -> None:
    with pytest.raises(ModuleNotFoundError):
        asks("case")


@pytest.mark.parametrize("type", ["truefalse", "mtf", "emq", "order", "match", "cloze"])
@pytest.mark.parametrize("width", [36, 56, 76, 84])
def test_rows_keep_the_width_and_nothing_is_answered_at_first(
    every: Library, type: str, width: int
) -> None:
    form = form_of(every.items()[type], SEED)
    assert form.response is None
    for spaced in (True, False):
        for line in form.rows(width, spaced=spaced):
            assert cell_len(line.text) <= width


@pytest.mark.parametrize(("digit", "said"), [(1, True), (2, False)])
def test_true_or_false(every: Library, digit: int, said: bool) -> None:
    form = form_of(every.items()["truefalse"], SEED)
    assert form.digit(digit, None)
    assert form.response == {"true": said}
    assert not form.digit(3, None)


def test_statements_are_said_one_after_the_other(every: Library) -> None:
    item = every.items()["mtf"]
    form = form_of(item, SEED)
    right = {"a": 1, "b": 2, "c": 1, "d": 2}
    bar = targets(form)[0]
    for _ in right:
        assert not form.digit(right[bar], bar)
        bar = form.bar or ""
    assert form.choose(bar)
    assert grade(item, form) == 1.0
    assert text(form).count("[true ]") == 2


def test_open_statements_are_named_once_and_may_stay_open(every: Library) -> None:
    form = form_of(every.items()["mtf"], SEED)
    first, second, *_ = targets(form)
    assert not form.choose(first)  # nothing said: never an answer
    assert not form.choose(first)
    form.digit(1, first)
    assert not form.choose(second)
    assert form.notice.startswith("Three are open")
    assert form.bar == second
    assert form.choose(second)
    assert form.response == {"statements": {first: True}}


def test_a_click_turns_a_statement_round(every: Library) -> None:
    form = form_of(every.items()["mtf"], SEED)
    one = targets(form)[0]
    for said in (True, False, True):
        assert not form.choose(one, clicked=True)
        assert form.response == {"statements": {one: said}}


def test_steps_are_picked_in_their_order_and_the_last_is_placed_by_itself(every: Library) -> None:
    item = every.items()["order"]
    form = form_of(item, SEED)
    shown = targets(form)
    for step in ("hip", "knee"):
        assert not form.digit(shown.index(step) + 1, None)
        assert form.response is None
    form.choose("neck")
    assert form.response == {"steps": ["hip", "knee", "neck", "shin"]}
    assert grade(item, form) == 1.0
    assert form.choose(shown[0])  # Enter anywhere answers now


def test_a_step_is_taken_out_again_and_the_later_ones_move_up(every: Library) -> None:
    form = form_of(every.items()["order"], SEED)
    for step in ("knee", "hip"):
        form.space(step)
    form.space("knee")
    assert "[1] Hip" in text(form)
    assert not form.choose("hip")  # Enter does not take out what has its place
    assert form.notice
    for step in ("knee", "neck"):
        form.choose(step, clicked=True)
    assert form.response == {"steps": ["hip", "knee", "neck", "shin"]}


@pytest.mark.parametrize(
    ("type", "right"),
    [("emq", {"s1": "common", "s2": "deep"}), ("match", {"up": "deep", "out": "outer"})],
)
def test_parts_are_chosen_one_by_one_then_looked_over(
    every: Library, type: str, right: dict[str, str]
) -> None:
    item = every.items()[type]
    form = form_of(item, SEED)
    assert isinstance(form, Parts)
    for answer in right.values():
        assert not form.digit(targets(form).index(answer) + 1, None)
    assert form.part is None
    assert form.bar == ANSWER
    assert targets(form) == [*right, ANSWER]
    assert form.choose(ANSWER)
    assert grade(item, form) == 1.0


def test_a_part_is_changed_before_all_of_it_is_given(every: Library) -> None:
    form = form_of(every.items()["match"], SEED)
    assert isinstance(form, Parts)
    form.choose("tibial")
    form.choose("outer")
    form.choose("up", clicked=True)  # from the list of all
    assert form.at == 0
    assert form.bar == "tibial"
    form.choose("deep")
    assert form.at is None  # and not to the part after it
    assert form.response == {"pairs": {"up": "deep", "out": "outer"}}


def test_parts_are_turned_and_may_stay_open(every: Library) -> None:
    form = form_of(every.items()["emq"], SEED)
    assert isinstance(form, Parts)
    assert not form.turn(-1)
    assert form.turn(1)
    assert form.turn(-1)
    assert form.at == 0
    form.turn(1)
    form.turn(1)
    assert form.at is None
    assert not form.turn(1)
    assert form.bar == "s1"  # the first that is open
    assert not form.choose(ANSWER)
    assert "at least one" in form.notice
    form.turn(-1)
    assert form.at == 1


def test_gaps_are_typed_and_chosen(every: Library) -> None:
    item = every.items()["cloze"]
    form = form_of(item, SEED)
    assert form.typed
    form.type("common")
    assert not form.typed
    form.digit(targets(form).index("neck") + 1, None)
    form.type("  ")  # left open
    assert form.response == {"gaps": {"nerve": {"text": "common"}, "place": {"option": "neck"}}}
    form.choose("share")
    form.type("40")
    assert form.choose(ANSWER)
    assert grade(item, form) == 1.0
    assert "The common nerve winds round the neck and is 40 percent" in text(form)


def test_a_gap_keeps_what_was_typed_when_it_is_opened_again(every: Library) -> None:
    form = form_of(every.items()["cloze"], SEED)
    form.type("common")
    form.turn(-1)
    assert form.text == "common"
    form.type("")
    assert form.response is None


def test_ten_options_have_a_digit_each() -> None:
    assert [digit_of(number) for number in (1, 9, 10, 11)] == ["1", "9", "0", " "]
    assert (digits_key(4), digits_key(12)) == ("1-4", "1-9 0")


def test_which_types_are_typed(every: Library, small: Library) -> None:
    typed = {id for id, item in {**every.items(), **small.items()}.items() if is_typed(item)}
    assert {"cloze", "first-text", "first-number"} <= typed
    assert not typed & {"mtf", "emq", "order", "match", "case", "truefalse", "first-single"}
