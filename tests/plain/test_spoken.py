"""Words as they are said aloud."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plain.drive import drawn
from tutor.plain.question import number_in, numbers_in
from tutor.plain.spoken import clean, count, duration, listed, moment, numbers, sentence, small

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (0, "0 seconds"),
        (1_400, "1 second"),
        (59_400, "59 seconds"),
        (60_000, "1 minute"),
        (540_000, "9 minutes"),
        (3_600_000, "1 hour"),
        (7_260_000, "2 hours 1 minute"),
    ],
)
def test_durations(ms: int, words: str) -> None:
    assert duration(ms) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime(2026, 11, 22, 9, 5), "today at 9:05"),
        (datetime(2026, 11, 21, 21, 14), "yesterday at 21:14"),
        (datetime(2026, 3, 1, 0, 0), "on 1 March at 0:00"),
        (datetime(2025, 12, 31, 23, 59), "on 31 December 2025 at 23:59"),
    ],
)
def test_moments(when: datetime, words: str) -> None:
    assert moment(when, TODAY) == words


def test_counts_and_lists() -> None:
    assert [count(n, "quiz", "quizzes") for n in (0, 1, 2)] == ["0 quizzes", "1 quiz", "2 quizzes"]
    assert [small(n) for n in (0, 1, 10, 11)] == ["no", "one", "ten", "11"]
    assert [numbers(n) for n in (1, 2, 4, 5)] == ["1", "1 or 2", "1, 2, 3 or 4", "1 to 5"]
    assert [listed(list(word), "or") for word in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]
    assert [sentence(one) for one in ("", "so", "Is it?", "so…")] == ["", "So.", "Is it?", "So…"]


@given(st.text())
def test_what_is_clean_can_be_said(text: str) -> None:
    assert not drawn(clean(text).replace("\n", ""))
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        ("Fußheber, é, 3 × 4", "Fußheber, é, 3 × 4"),
        ("a\tb\u00a0c\u3000d", "a b c d"),
        ("\x1b[31mred\x1b[0m\x07", "red"),
        ("\x1b[A\x1bOP\x1b", ""),
        ("┌──┐ leg ⣿⣿ ▌", "  leg    "),
        ("left\u202eright\u200b\u00ad", "leftright"),
        ("[L5] [/]", "[L5] [/]"),
    ],
)
def test_what_becomes_of_signs(text: str, words: str) -> None:
    assert clean(text).split() == words.split()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3),
        ("3.", 3),
        ("3)", 3),
        ("03", 3),
        ("", None),
        ("-3", None),
        ("3 4", None),
        ("three", None),
        ("³", None),
        ("٣", None),
        ("99999999", None),
    ],
)
def test_a_number_as_it_is_typed(typed: str, number: int | None) -> None:
    assert number_in(typed) == number


@pytest.mark.parametrize(
    ("typed", "most", "found"),
    [
        ("1 3", 4, [1, 3]),
        ("3,1", 4, [3, 1]),
        ("1, 3 and 4", 4, [1, 3, 4]),
        ("13", 4, [1, 3]),
        ("31 2", 4, [3, 1, 2]),
        ("1 1", 4, [1]),
        ("11", 4, None),
        ("13", 12, None),
        ("12", 12, [12]),
        ("5", 4, None),
        ("0", 4, None),
        ("1 x", 4, None),
        ("and", 4, None),
        ("", 4, None),
        ("1-3", 4, None),
    ],
)
def test_several_numbers_as_they_are_typed(typed: str, most: int, found: list[int] | None) -> None:
    assert numbers_in(typed, most) == found
