"""What the schema makes of a node, and what it says where it cannot."""

from __future__ import annotations

import pytest

from tests.yamlread.shape import KEPT, SHAPE, WHOLE, Circle, Named, Point, Shape, read, told

ALL = """\
stem: |
  Some text.
name: A name
count: 12
size: -1.50
right: true
level: apply
words: [a, b]
points:
  - {text: a, right: true}
  - text: b
named:
  one: {text: A}
pairs: {a: b, c: d}
pair: {lab: here}
short: [a, {text: b, right: false}]
page: {radius: 2}
shapes: [{type: circle, name: c, radius: 1.5}]
"""


def test_everything_is_read() -> None:
    document = read(ALL)
    assert document.problems == ()
    value = document.value
    assert (value.stem, value.name, value.count, value.size) == ("Some text.", "A name", 12, -1.5)
    assert (value.right, value.level, value.words) == (True, "apply", ("a", "b"))
    assert value.points == (Point("a", True), Point("b"))
    assert value.named == (Named("one", "A"),)
    assert (value.pairs, value.pair) == ((("a", "b"), ("c", "d")), ("lab", "here"))
    assert value.short == (Point("a"), Point("b"))
    assert value.page == Circle(2.0)
    assert value.shapes == (Shape("circle", "c", Circle(1.5)),)


def test_a_frozen_value_thaws_to_the_same() -> None:
    import json

    value = read(ALL).value
    assert WHOLE.thaw(json.loads(json.dumps(WHOLE.freeze(value)))) == value


def test_prose_is_found_with_its_place() -> None:
    prose = dict(WHOLE.prose(read(ALL).value))
    assert prose[("stem",)] == "Some text."
    assert prose[("points", 1, "text")] == "b"
    assert prose[("named", "one", "text")] == "A"
    assert ("name",) not in prose


@pytest.mark.parametrize("word", ["yes", "No", "on", "True", "1"])
def test_a_truth_is_true_or_false_and_nothing_else(word: str) -> None:
    assert told(f"right: {word}") == [(1, 8, f'write true or false, not "{word}"')]


def test_a_quoted_truth_or_number_is_refused_with_a_hint() -> None:
    for text in ("right: 'true'", "count: '3'", "size: '3.5'"):
        (problem,) = read(text).problems
        assert problem.hint == "write it without quotes"


@pytest.mark.parametrize("text", ["two", "1.5", "012", "1e3", "+1", "6:00", "0x1F", "1_000", "٣"])
def test_whole_numbers_are_strict(text: str) -> None:
    assert told(f"count: {text}") == [(1, 8, f'expected a whole number, found "{text}"')]


@pytest.mark.parametrize("text", [".5", "5.", "1e3", "nan", ".inf", "1,5", "9" * 400])
def test_numbers_are_strict(text: str) -> None:
    assert "expected a number" in told(f"size: {text}")[0][2]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("size: 1" + "0" * 400, "it is too large: at most 15 digits before the point"),
        ("size: -1" + "0" * 15 + ".5", "it is too large: at most 15 digits before the point"),
        ("count: 1" + "0" * 15, "it is too large: at most 15 digits before the point"),
        ("size: 0." + "3" * 16, "at most 15 digits behind the point"),
    ],
)
def test_a_number_with_too_many_digits_is_told_so(text: str, hint: str) -> None:
    (problem,) = read(text).problems
    assert problem.hint == hint


def test_bounds_are_named() -> None:
    assert told("count: 2000") == [(1, 8, 'expected 0 to 1000, found "2000"')]
    assert told("page: {radius: -1}") == [(1, 16, 'expected at least 0, found "-1"')]


def test_the_nearest_word_is_offered() -> None:
    assert told("level: aply")[0][2].endswith('found "aply"; did you mean "apply"?')
    assert told("points: [{txt: a}]")[0] == (1, 11, 'unknown key "txt"; did you mean "text"?')


def test_missing_keys_are_named_at_their_group() -> None:
    assert told("points:\n  - right: true\n") == [(2, 5, 'a point needs "text"')]


def test_wrong_shapes_are_named() -> None:
    assert told("words: a") == [(1, 8, 'expected a list, found "a"')]
    assert told("name: [a]") == [(1, 7, "expected text, found a list")]
    assert told("points: [[a]]") == [(1, 10, "expected a point with its keys, found a list")]
    assert told("name:") == [(1, 6, "expected text, found nothing")]
    assert told("name: |\n  a\n  b\n") == [(1, 7, "expected text on one line")]
    assert told("[a]") == [(1, 1, "expected a whole with its keys, found a list")]
    assert told("words: [a, b, c, d, e, f]") == [
        (1, 8, '"words" has 6 entries: it takes at most 5')
    ]
    assert told("pair: {a: b, c: d}") == [(1, 7, '"pair" has 2 entries: it takes one')]


def test_a_comma_inside_braces_is_named_for_what_it_is() -> None:
    (problem,) = read("points: [{text: It lifts, turns and holds}]").problems
    assert problem.message == "a comma inside braces ends the value: quote the text"
    assert problem.column == 27
    assert "turns and holds" in problem.hint


def test_all_problems_of_a_file_are_found_in_one_run() -> None:
    text = "count: two\nright: yes\npoints:\n  - txt: a\nlevel: x\nlost: 1\n"
    assert [one[:2] for one in told(text)] == [(1, 8), (2, 8), (4, 5), (4, 5), (5, 8), (6, 1)]


def test_kinds_of_a_record_are_told_apart() -> None:
    assert told("shapes: [{type: square, name: x}]") == [
        (1, 17, 'type "square" is not known to this version of footdrop yet')
    ]
    assert told("shapes: [{type: circel, name: x, radius: 1}]") == [
        (1, 17, 'unknown type "circel"; did you mean "circle"?')
    ]
    assert told("shapes: [{name: x}]") == [(1, 10, 'a shape needs "type"')]
    assert told("shapes: [{type: circle, name: x}]") == [(1, 10, 'a shape needs "radius"')]
    assert told("shapes: [{type: circle, name: x, radus: 1, radius: 1}]")[0][2] == (
        'unknown key "radus"; did you mean "radius"?'
    )


@pytest.mark.parametrize("key", ["typ", "tpye", "types"])
def test_a_misspelt_type_is_named_where_it_stands(key: str) -> None:
    (problem,) = read(f"shapes: [{{name: x, {key}: circle, radius: 1}}]").problems
    assert problem.message == f'unknown key "{key}"; did you mean "type"?'
    assert (problem.column, problem.hint) == (20, "types: circle")


def test_a_key_of_another_name_is_no_misspelt_type() -> None:
    assert told("shapes: [{name: x, radius: 1}]") == [(1, 10, 'a shape needs "type"')]


def test_shared_keys_are_read_even_where_the_type_is_unknown() -> None:
    assert (1, 31, "expected text, found a list") in told("shapes: [{type: square, name: [a]}]")


def test_a_list_may_keep_its_good_entries() -> None:
    document = read("points: [{text: a}, {txt: b}, {text: c}]", KEPT)
    assert document.value["points"] == (Point("a"), None, Point("c"))


def test_the_schema_knows_the_order_of_what_it_builds() -> None:
    from dataclasses import fields

    for record in (WHOLE, SHAPE.variants["circle"]):
        assert record.attributes == tuple(one.name for one in fields(record.build))


def test_problems_without_end_are_cut_off() -> None:
    problems = told("words: [" + "[], " * 3000 + "]")
    assert len(problems) == 501
    assert "more than 500" in problems[-1][2]
