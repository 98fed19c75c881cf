"""Places are right whatever stands before them, and can be asked for later."""

from __future__ import annotations

import pytest

from tests.yamlread.shape import read, told
from tutor.yamlread.problem import render


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("points: [{text: é𝄞α, right: yes}]", (1, 29)),
        ("points: [{text: 👩‍⚕️, right: yes}]", (1, 30)),
        ("name: 日本語\nright: yes\n", (2, 8)),
        ("right:\tyes\n", (1, 8)),
        ("# é\n\nright:   yes\n", (3, 10)),
        ("stem: |\n  é\n  𝄞\nright: yes\n", (4, 8)),
    ],
)
def test_places_count_characters(text: str, place: tuple[int, int]) -> None:
    assert told(text)[0][:2] == place


def test_places_can_be_asked_for_later() -> None:
    text = "name: x\npoints:\n  - text: a\n  - text: |\n      two lines\n      with a word\n"
    places = read(text).places
    assert places.at(("name",)) == (1, 7)
    assert places.at(("points", 1, "text")) == (4, 11)
    assert places.at(("points", 1, "text"), "word") == (6, 14)
    assert places.at(("points", 1, "text"), "absent") == (4, 11)
    assert places.at(("points", 7, "text")) == (3, 3)
    assert places.at(()) == (1, 1)


def test_what_stands_in_a_file_can_be_asked_for_unread() -> None:
    text = "name: x\nponts:\n  - text: [a, {b: c}]\n  - text: |\n      lines\n"
    places = read(text).places
    assert places.written(("name",)) == "x"
    assert places.written(("ponts",)) == places.written(("no", 1)) == ""
    assert (places.count(("ponts",)), places.count(("name",))) == (2, 0)
    assert places.names(("ponts", 1)) == ("text",)
    assert list(places.texts(("ponts",))) == [
        (("ponts", 0, "text", 0), "a"),
        (("ponts", 0, "text", 1, "b"), "c"),
        (("ponts", 1, "text"), "lines"),
    ]
    assert list(places.texts(("ponts", 7))) == []


@pytest.mark.parametrize("data", [b"name: [", b"name: caf\xe9", b"name: x\0"])
def test_nothing_stands_in_a_file_that_was_refused(data: bytes) -> None:
    places = read(data).places
    assert places.names(()) == ()
    assert places.at(("name",)) == (1, 1)


def test_a_later_problem_has_its_source_line() -> None:
    problem = read("points:\n  - text: abc\n").places.problem(("points", 0, "text"), "no", "yes")
    assert (problem.path, problem.line, problem.column) == ("a.yaml", 2, 11)
    assert problem.source == "  - text: abc"


def test_the_caret_stands_below_its_character() -> None:
    for text in (
        "name: 日本 é\nright: Z # 日本\n",
        "right: \tZ\n",
        "points: [{text: 日本, right: Z}]",
    ):
        lines = render(read(text).problems[0]).split("\n")
        column = lines[2].index("^")
        wide = sum(2 if ord(char) > 0x2E80 else 1 for char in lines[1][: lines[1].index("Z")])
        assert column == wide


def test_a_problem_is_shown_in_full() -> None:
    assert render(read("points:\n  - txt: L5\n    text: a\n").problems[0]) == (
        'a.yaml:2:5: error: unknown key "txt"; did you mean "text"?\n'
        "    - txt: L5\n"
        "      ^\n"
        "  hint: Keys: text, right."
    )


def test_a_long_line_is_cut_round_the_place() -> None:
    text = "points: [" + "{text: abc}, " * 500 + "{txt: a}]"
    lines = render(read(text).problems[0]).split("\n")
    assert len(lines[1]) <= 4 + 96
    assert lines[1][lines[2].index("^") :].startswith("txt")


def test_control_characters_are_made_visible() -> None:
    shown = render(read("na\x1bme: x\u202ey\n").problems[0])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
