"""Folding: no line is too wide, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tutor.plain.fold import cells, fold

TEXTS = st.text(max_size=300)


@given(TEXTS, st.integers(2, 120), st.sampled_from(["", "- ", "  1. ", "  10. "]))
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int, lead: str) -> None:
    lines = list(fold(text, width, lead))
    for line in lines[1:] if cells(lead) >= width else lines:
        # One letter of two columns cannot be cut.
        assert cells(line) <= width or len(line.strip()) == 1
    assert "".join("".join(lines).split()) == "".join((lead + text).split())


@given(TEXTS)
def test_without_a_width_a_paragraph_is_one_line(text: str) -> None:
    (line,) = fold(text, None, "- ")
    assert line == f"- {' '.join(text.split())}".rstrip()


def test_further_lines_stand_below_the_text() -> None:
    assert list(fold("one two three four", 18, "  1. ")) == ["  1. one two three", "     four"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert list(fold("a " + "x" * 25, 10)) == ["a", "x" * 10, "x" * 10, "x" * 5]


def test_letters_of_two_columns_count_twice() -> None:
    assert list(fold("神経 神経", 5)) == ["神経", "神経"]
