"""The layout: whatever the text, nothing is wider than asked and nothing is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.tui.digits import large
from tutor.tui.lines import (
    Line,
    Run,
    Token,
    bar,
    beside,
    cut,
    paragraph,
    safe,
    spread,
    width_of,
    wrap,
)

# What has broken layouts before: wide, joined, combining, invisible, turning and obeyed ones.
ODD = [
    "中",
    "한",
    "🦶",
    "👩\u200d🦽",
    "👩🏽",
    "🇨🇭",
    "❤\ufe0f",
    "e\u0301",
    "\u0301",
    "\u200b",
    "\u200d",
    "\ufe0f",
    "\xad",
    "\xa0",
    "\u3000",
    "שלום",
    "مرحبا",
    "\u202e",
    "\u2066",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x9b",
    "\t",
    "\n",
    "\r\n",
    "\u2028",
    "[L5]",
    "[/]",
    "[b]y",
    "\\[",
    "a" * 130,
    "中" * 70,
]
TEXT = st.lists(
    st.one_of(
        st.sampled_from(ODD),
        st.text(max_size=12),
        st.text("ab ", max_size=12),
        st.just(" "),
    ),
    max_size=8,
).map("".join)
TOKENS = st.sampled_from(["text", "bold", "term", "muted"])
RUNS = st.lists(st.builds(Run, TEXT, TOKENS), max_size=4)
WIDTH = st.integers(2, 120)
LINES = st.lists(st.builds(lambda runs: Line(tuple(runs)), RUNS), max_size=4)
fast = settings(max_examples=100, deadline=None)


def cells(line: Line) -> int:
    """The cells that a line takes when it is drawn."""
    return sum(cell_len(safe(run.text)) for run in line.runs)


def letters(text: str) -> str:
    """The text without its spaces, as it is drawn."""
    return "".join(safe(text).split())


@fast
@given(RUNS, WIDTH)
def test_a_wrapped_line_is_never_wider_than_asked(runs: list[Run], width: int) -> None:
    for line in wrap(runs, width):
        assert cells(Line(line)) <= width


@fast
@given(RUNS, WIDTH)
def test_wrapping_loses_no_text(runs: list[Run], width: int) -> None:
    lines = wrap(runs, width)
    assert lines
    wrapped = "".join(Line(line).text for line in lines)
    assert letters(wrapped) == letters("".join(run.text for run in runs))


@fast
@given(st.lists(st.builds(Run, st.text("abc def ", max_size=30), TOKENS), max_size=4), WIDTH)
def test_wrapping_keeps_the_style_of_every_letter(runs: list[Run], width: int) -> None:
    def styled(runs: list[Run]) -> list[tuple[str, Token]]:
        return [(char, run.token) for run in runs for char in run.text if char != " "]

    assert styled([run for line in wrap(runs, width) for run in line]) == styled(runs)


@fast
@given(st.lists(st.text("abcdef", min_size=1, max_size=9), max_size=12), st.integers(9, 40))
def test_words_that_fit_are_never_parted(words: list[str], width: int) -> None:
    lines = [Line(line).text for line in wrap((Run(" ".join(words)),), width)]
    assert " ".join(line for line in lines if line) == " ".join(words)


def test_a_word_that_changes_its_style_is_not_parted() -> None:
    lines = wrap((Run("press the "), Run("L5", "bold"), Run("-root")), 12)
    assert [Line(line).text for line in lines] == ["press the", "L5-root"]


@pytest.mark.parametrize(("first", "width", "in_a_line"), [("a", 76, 76), ("一", 77, 38)])
def test_a_very_long_word_is_shown_whole(first: str, width: int, in_a_line: int) -> None:
    word = "".join(chr(ord(first) + i % 26) for i in range(10_000))
    lines = [Line(line) for line in wrap((Run(word),), width)]
    assert "".join(line.text for line in lines) == word
    assert len(lines) == -(-10_000 // in_a_line)
    assert all(cells(line) <= width for line in lines)


@fast
@given(RUNS, st.integers(8, 120), st.integers(0, 6))
def test_a_paragraph_with_its_mark_keeps_the_width(runs: list[Run], width: int, hang: int) -> None:
    first = (Run("•  "),)
    for line in paragraph(runs, width, first=first):
        assert cells(line) <= width
    for line in paragraph(runs, width, first=(Run(" " * hang),), hang=hang, target="x"):
        assert cells(line) <= width
        assert line.target == "x"


@fast
@given(RUNS, RUNS, st.integers(0, 120))
def test_spread_keeps_the_width(left: list[Run], right: list[Run], width: int) -> None:
    assert cells(spread(_drawable(left), _drawable(right), width)) <= width


@fast
@given(st.text("abc ", max_size=60), st.text("abc", min_size=1, max_size=60), st.integers(1, 80))
def test_what_stands_right_ends_at_the_right_edge(left: str, right: str, width: int) -> None:
    text = spread((Run(left),), (Run(right, "muted"),), width).text
    assert len(text) == width
    assert text.endswith(right if len(right) <= width else "…")


@fast
@given(RUNS, st.integers(0, 120))
def test_cut_keeps_the_width_and_says_that_it_cut(runs: list[Run], width: int) -> None:
    runs = _drawable(runs)
    kept = cut(runs, width)
    assert cells(Line(kept)) <= width
    if width_of(runs) <= width:
        assert kept == tuple(runs)
    elif width:
        assert Line(kept).text.endswith("…")


@fast
@given(RUNS, RUNS, st.integers(4, 60), st.integers(4, 60), st.integers(0, 5))
def test_two_blocks_side_by_side_keep_their_columns(
    left: list[Run], right: list[Run], left_width: int, right_width: int, gap: int
) -> None:
    one, two = paragraph(left, left_width), paragraph(right, right_width)
    rows = beside(one, two, left_width, gap=gap)
    assert len(rows) == max(len(one), len(two))
    for row in rows:
        assert cells(row) <= left_width + max(gap, 1) + right_width
    for row, line in zip(rows, two, strict=False):
        assert row.text.endswith(line.text)


def _drawable(runs: list[Run]) -> list[Run]:
    """As they come out of the reader: nothing in them that a terminal obeys."""
    return [Run(safe(run.text), run.token) for run in runs]


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    left = safe(text)
    assert len(left) == len(text)
    for char in left:
        assert unicodedata.category(char) != "Cc"
        assert unicodedata.bidirectional(char) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI"}
        assert unicodedata.bidirectional(char) not in {"RLI", "FSI", "PDI"}


def test_tabs_and_line_ends_are_spaces() -> None:
    assert safe("a\tb\nc\r\nd") == "a b c  d"
    assert [Line(line).text for line in wrap((Run("one\ttwo\t\tthree"),), 9)] == [
        "one two",
        "three",
    ]
    assert Line(cut((Run("one\ttwo"),), 5)).text == "one…"


@fast
@given(RUNS)
def test_what_is_measured_is_what_is_drawn(runs: list[Run]) -> None:
    assert width_of(runs) == cells(Line(tuple(runs)))


@pytest.mark.parametrize("text", ["中a" * 50_000, "x y" * 33_000, "e\u0301" * 50_000])
def test_of_a_text_without_end_only_the_beginning_is_measured(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    measured = 0

    def counted(part: str) -> int:
        nonlocal measured
        measured += len(part)
        return cell_len(part)

    monkeypatch.setattr("tutor.tui.lines.cell_len", counted)
    line = spread((Run(text),), (Run("q"),), 40)
    assert line.text.endswith("…  q")
    assert cells(line) <= 40
    assert measured < 4000


@given(st.floats(0, 1), st.integers(1, 80))
def test_a_bar_is_exactly_as_wide_as_asked_and_full_only_when_done(
    share: float, width: int
) -> None:
    text = Line(bar(share, width)).text
    assert len(text) == width
    assert ("─" not in text) == (share == 1)
    assert text == "━" * text.count("━") + "─" * text.count("─")
    if share > 0 and width > 1:
        assert text.startswith("━")


@pytest.mark.parametrize("number", [0, 7, 42, 100, 1234567890])
def test_large_digits_are_a_block_and_differ(number: int) -> None:
    rows = large(number)
    assert len({len(row) for row in rows}) == 1
    assert rows != large(number + 1)
