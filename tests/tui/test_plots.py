"""Columns, the line chart, and bars with a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.tui.lines import width_of
from tutor.tui.pages.plots import chart, columns, marked_bar

DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
PERCENTS = st.lists(st.integers(0, 100), min_size=2, max_size=20)


def heights(counts: list[int], rows: int) -> list[int]:
    """Eighths of a row that are filled in each column."""
    lines = [line.text for line in columns(counts, DAYS, rows, 35)[:rows]]
    return [sum(" ▁▂▃▄▅▆▇█".index(line[5 * i]) for line in lines) for i in range(7)]


def test_columns_begin_at_zero_and_stand_over_their_numbers() -> None:
    assert heights([8, 4, 0, 2, 8, 1, 0], 4) == [32, 16, 0, 8, 32, 4, 0]
    *_, numbers, names = columns([8, 4, 0, 2, 8, 1, 0], DAYS, 4, 35)
    assert numbers.text.split() == ["8", "4", "0", "2", "8", "1", "0"]
    assert names.text.split() == DAYS


def test_the_smallest_count_is_seen() -> None:
    assert heights([1, 900, 0, 0, 0, 0, 0], 3)[0] == 1


@given(st.lists(st.integers(0, 10_000), min_size=7, max_size=7), st.integers(1, 12))
def test_columns_keep_their_rows_and_width(counts: list[int], rows: int) -> None:
    lines = columns(counts, DAYS, rows, 36)
    assert len(lines) == rows + 2
    assert all(width_of(line.runs) <= 42 for line in lines)


def dots(values: list[int], rows: int = 5, width: int = 40) -> list[str]:
    return [line.text for line in chart(values, 80, rows, width, ("1 May", "today"))]


def test_the_axis_goes_from_0_to_100_whatever_the_values() -> None:
    for values in ([50, 51, 50, 52], [0, 100, 0, 100]):
        lines = dots(values)
        assert lines[0].startswith("100 ")
        assert lines[1].startswith(" 80 ")
        assert lines[4].startswith("  0 ")
        assert lines[5].split() == ["1", "May", "today"]


@pytest.mark.parametrize(("last", "row"), [(100, 0), (50, 2), (0, 4)])
def test_the_last_value_is_marked_at_its_height(last: int, row: int) -> None:
    assert ["●" in line for line in dots([50, 50, 50, last])].index(True) == row


@given(PERCENTS, st.integers(3, 21), st.integers(12, 100))
def test_the_line_has_no_gaps_and_keeps_its_room(values: list[int], rows: int, width: int) -> None:
    lines = chart(values, 80, rows, width, ("a", "b"))
    assert len(lines) == rows + 1
    assert all(width_of(line.runs) <= width for line in lines)
    inked = [{column for line in lines[:-1] for column, token in _cells(line) if token != "rule"}]
    assert set(range(4, width - 1)) <= set().union(*inked)


def _cells(line: object) -> list[tuple[int, str]]:
    tokens: list[str] = []
    for run in line.runs:  # type: ignore[attr-defined]
        tokens += [run.token if char != " " else "rule" for char in run.text]
    return list(enumerate(tokens))


def test_a_bar_has_its_mark_where_it_should_reach() -> None:
    text = "".join(run.text for run in marked_bar(0.5, 20, 0.8))
    assert text == "━" * 10 + "─" * 6 + "┃" + "─" * 3
    assert "┃" not in "".join(run.text for run in marked_bar(0.5, 20, None))
    assert "".join(run.text for run in marked_bar(1.0, 10, 1.0))[9] == "┃"
