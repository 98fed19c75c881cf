"""Every row of the guide's two tables: what YAML would make of a text, and hostile files."""

from __future__ import annotations

import pytest

from tests.yamlread.shape import read, told
from tutor.yamlread.problem import Severity

NUMBERS = "1.10 012 6:00 12:30 2026-01-01 1e3 1.0e+3 4/5 3+ 4- 0-5 50%"
WORDS = "No yes on off y = << null ~ L5 weak:eversion"


@pytest.mark.parametrize("written", [*NUMBERS.split(), *WORDS.split(), "3 - 5"])
def test_text_is_taken_as_written(written: str) -> None:
    document = read(f"stem: {written}\nwords: [{written}]\n")
    assert document.problems == ()
    assert document.value.stem == written
    assert document.value.words == (written,)


def test_text_cut_by_a_comment_sign_is_named() -> None:
    document = read("stem: What's #1?\n")
    assert document.value.stem == "What's"
    (problem,) = document.problems
    assert problem.severity is Severity.HINT
    assert (problem.line, problem.column) == (1, 14)


@pytest.mark.parametrize(
    "text", ['stem: "What is #1?"\n', "stem: |\n  What is #1?\n", "name: x  # a comment\n"]
)
def test_a_comment_sign_that_cuts_nothing_is_not_named(text: str) -> None:
    assert read(text).problems == ()


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("stem: weak: eversion", 11, "colon"),
        ('stem: "a" b', 11, "quotes end"),
        ("stem: - x", 7, "hyphen"),
        ("stem: >60", 9, "> or |"),
        ("stem: @x", 7, "begin with @"),
        ("stem: %x", 7, "begin with %"),
        ("stem: &amp; x", 11, "& or *"),
        ("stem: [1, 2\nname: x", 5, "bracket"),
        ("stem: 'x", 9, "not closed"),
        ('stem: "\\q"', 9, "backslash"),
    ],
)
def test_bad_syntax_has_a_place_and_a_way_out(text: str, column: int, words: str) -> None:
    document = read(text)
    assert document.value is None
    (problem,) = document.problems
    assert problem.column == column
    assert problem.message.startswith("not YAML: ")
    assert words in problem.hint


def test_a_tab_is_named() -> None:
    (problem,) = read("words:\n\t- x\n").problems
    assert (problem.line, problem.column) == (2, 1)
    assert "spaces" in problem.hint


def test_the_fuller_message_of_the_other_parser_is_shown() -> None:
    (problem,) = read("stem: @x").problems
    assert "'@'" in problem.message


def test_braces_of_a_template_need_quotes() -> None:
    assert "quotes" in read("stem: {{blank}}").problems[0].hint


@pytest.mark.parametrize("key", ["yes", "1"])
def test_keys_are_text(key: str) -> None:
    assert read(f"pairs: {{{key}: a}}").value.pairs == ((key, "a"),)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: a\nname: b\n", (2, 1)),
        ("pairs: {1: a, '1': b}\n", (1, 15)),
        ("points:\n  - text: a\n    text: b\n", (3, 5)),
    ],
)
def test_a_key_written_twice_is_refused(text: str, place: tuple[int, int]) -> None:
    document = read(text)
    (problem,) = document.problems
    assert (problem.line, problem.column) == place
    assert "appears twice (first on line" in problem.message
    assert document.value is None


def test_a_list_within_itself_is_refused() -> None:
    problems = told("words: &x [*x]\n")
    assert [one[:2] for one in problems] == [(1, 8), (1, 12)]
    assert "anchors (&x)" in problems[0][2]
    assert "aliases (*x)" in problems[1][2]


def test_billion_laughs_is_refused_at_its_lines() -> None:
    lines = ["a0: &a0 [lol]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)
    ]
    document = read("\n".join(lines))
    assert document.value is None
    assert any("aliases (*a0)" in one.message and one.line == 2 for one in document.problems)


def test_merge_keys_are_only_unknown_keys() -> None:
    assert "unknown key" in told("<<: {name: x}\n")[0][2]


@pytest.mark.parametrize("brackets", [33, 100_000])
@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? "])
def test_nesting_is_refused_at_its_33rd_level(brackets: int, bracket: str) -> None:
    document = read(bracket * brackets)
    assert document.value is None
    assert document.problems[-1].message == "nested more than 32 levels deep"


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!str", "!mine", "!"])
def test_tags_are_refused(tag: str) -> None:
    document = read(f"name: {tag} x\n")
    assert document.value is None
    assert "tags" in document.problems[0].message


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"name: x\nstem: a\xffb\n", (2, 8), "not UTF-8"),
        ("name: é".encode("latin-1"), (1, 7), "not UTF-8"),
        ("name: x".encode("utf-16"), (1, 1), "not UTF-8"),
        (b"name: x\nst\0em: a\n", (2, 3), "zero byte"),
        (b"", (1, 1), "empty"),
        (b"# nothing\n", (1, 1), "empty"),
        (b"a: 1\n---\nb: 2\n", (2, 1), "second document"),
    ],
)
def test_files_that_are_refused_whole(data: bytes, place: tuple[int, int], words: str) -> None:
    document = read(data)
    assert document.value is None
    assert words in document.problems[-1].message
    assert (document.problems[-1].line, document.problems[-1].column) == place


def test_files_that_are_too_large_are_refused() -> None:
    for data, words in (
        (b"x" * 8_000_001, "larger than 8 MB"),
        (b"words: [" + b"x," * 400_001 + b"]", "more than 400,000 values"),
    ):
        document = read(data)
        assert document.value is None
        # Compared beforehand: a failure must not print millions of characters.
        said = words in document.problems[-1].message
        assert said


def test_a_byte_order_mark_and_windows_line_ends_are_dropped() -> None:
    document = read(b"\xef\xbb\xbfname: x\r\nstem: |\r\n  a\r\n  b\r\n")
    assert document.problems == ()
    assert document.value.stem == "a\nb"


@pytest.mark.parametrize(
    "char", ["\x1b", "\x07", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066"]
)
def test_control_characters_are_refused_in_any_text(char: str) -> None:
    plain = read(f"name: x\nstem: a{char}b\nlevel: nothing\n")
    assert [(one.line, one.column) for one in plain.problems] == [(2, 8), (3, 8)]
    assert plain.value is None
    escaped = read(f'points:\n  - text: "a\\u{ord(char):04x}b"\n')
    assert [(one.line, one.column) for one in escaped.problems] == [(2, 11)]
    assert f"U+{ord(char):04X}" in escaped.problems[0].message
    assert escaped.value is None


def test_tab_and_newline_are_no_control_characters() -> None:
    assert read('stem: "a\\tb\\nc"\n').value.stem == "a\tb\nc"


def test_text_with_a_question_mark_inside_braces_is_hinted_at() -> None:
    document = read("points: [{text: What is it? Really}]\n")
    assert [one.severity for one in document.problems] == [Severity.HINT]
    assert document.value.points[0].text == "What is it? Really"
