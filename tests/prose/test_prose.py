"""Markdown in the small, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.prose import (
    Bullets,
    Numbered,
    Paragraph,
    Span,
    Table,
    parse,
    plain,
    term_links,
    without_terms,
)


def spans(text: str) -> tuple[Span, ...]:
    (block,) = parse(text)
    assert isinstance(block, Paragraph)
    return block.spans


def test_styles_and_links() -> None:
    assert spans("a **b** *c*, [two words](term:x-y)") == (
        Span("a "),
        Span("b", bold=True),
        Span(" "),
        Span("c", italic=True),
        Span(", "),
        Span("two words", term="x-y"),
    )
    assert spans("**see [x](term:y) now**") == (
        Span("see ", bold=True),
        Span("x", bold=True, term="y"),
        Span(" now", bold=True),
    )
    assert spans("*a **b***") == (Span("a ", italic=True), Span("b", bold=True, italic=True))
    assert spans("***x***") == (Span("x", bold=True, italic=True),)
    assert spans("[*x*](term:y)") == (Span("x", italic=True, term="y"),)


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "**open",
        "open**",
        "[L5] stays",
        "[a](http://b)",
        "[](term:x)",
        "[a](term:)",
        "[a](term:b c)",
        "****",
        "a_b_c",
        "# no heading",
        "6. weeks",
        "-5 degrees",
        "| a | b |",
        "| a | b |\n| --- |",
    ],
)
def test_what_is_no_mark_is_text(text: str) -> None:
    assert spans(text) == (Span(text.replace("\n", " ")),)


def test_lines_of_a_paragraph_are_joined() -> None:
    assert parse("a\n  b\n\n\nc\n") == (Paragraph((Span("a b"),)), Paragraph((Span("c"),)))


def test_lists() -> None:
    blocks = parse("Three:\n- a\n  more\n* **b**\n\n1. x\n2) y\nand more\n")
    assert blocks == (
        Paragraph((Span("Three:"),)),
        Bullets(((Span("a more"),), (Span("b", bold=True),))),
        Numbered(((Span("x"),), (Span("y and more"),))),
    )


def test_tables() -> None:
    (table,) = parse("| a | b |\n|:--|---|\n| *1* | [x](term:y) |\n| 2 |\n| 3 | 4 | 5 |")
    assert table == Table(
        ((Span("a"),), (Span("b"),)),
        (
            ((Span("1", italic=True),), (Span("x", term="y"),)),
            ((Span("2"),), ()),
            ((Span("3"),), (Span("4 | 5"),)),
        ),
    )


def test_plain_text() -> None:
    text = "A **b**\nc\n\n- [d](term:e)\n- f\n\n1. g\n\n| h | i |\n|---|---|\n| j | k |\n"
    assert plain(text) == "A b c\n\n- d\n- f\n\n1. g\n\nh | i\nj | k"


def test_links_are_found_and_taken_out() -> None:
    text = "a [b](term:c) [d](term:e) [f]"
    assert list(term_links(text)) == [("b", "c"), ("d", "e")]
    assert without_terms(text, {"c"}) == "a b [d](term:e) [f]"


SIGNS = st.text(alphabet="ab 1\n*[]()|-.:term#\t", max_size=80)


@given(SIGNS | st.text(max_size=80))
def test_no_letter_is_lost_or_made(text: str) -> None:
    def letters(text: str) -> list[str]:
        return [char for char in text if char.isalpha()]

    linked = {term for _, term in term_links(text)}
    assert letters(plain(text)) == letters(without_terms(text, linked))


HOSTILE = ["[", "*", "**a ", "[a](term:", "| a |\n|---|\n", "- ", "[a[a", "1. ", "|-", "*a**b"]
HOSTILE += ["](term:", "|", "| a |\n", "|---|\n", " ", "a\n\n", "* ", "***a", "a***"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_long_hostile_text_is_read(text: str) -> None:
    long = (text * 100_000)[:100_000]
    parse(long)
    plain(long + "|\n|" + "-|" * 50_000)
