"""No page of the course breaks a word that has room on a line, in its tables neither."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tutor.course.library import Library
from tutor.course.model import RecallCard, Screen
from tutor.prose import plain
from tutor.tui.lines import Line
from tutor.tui.pages.lesson import figure_lines, recall_lines, screen_lines, take_home_lines
from tutor.tui.pages.prose import prose

# Of 80x24 beside a figure, 60x20 and 40x12; then 80x24 without a figure, and a wide window.
WIDTHS = (36, 56, 38, 76, 84)


def split_words(lines: list[Line], text: str, width: int) -> set[str]:
    """What is drawn and stands nowhere in the text, with or without its marks of structure."""
    whole = {mark for word in text.split() for mark in (word, f"{word}:")}
    whole |= {"•", *map(str, range(1, 100))}
    drawn = {word for line in lines for word in line.text.split()}
    long = [word for word in whole if cell_len(word) > width]
    return {word for word in drawn - whole if not any(word in one for one in long)}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_a_shipped_lesson_is_split(shipped: Library, width: int) -> None:
    for entry in shipped.lessons:
        lesson = shipped.lesson(entry.id)
        for page in lesson.pages:
            if isinstance(page, RecallCard):
                text = f"{page.recall} {page.answer}"
                bare = f"{plain(text)} Think, then turn the card"
                lines = recall_lines(page, width, turned=True)
            else:
                assert isinstance(page, Screen)
                bare = f"{page.title} {plain(page.body)}"
                lines = screen_lines(page, width)
                figure = page.figure and shipped.figure(page.figure.name)
                if page.figure and figure:
                    names = [f"{one.name} {one.where}" for one in figure.structures]
                    drawn = figure_lines(figure, page.figure, width)
                    told = f"In the picture {figure.title}, {figure.viewpoint} {' '.join(names)}"
                    assert not split_words(drawn, told, width), page.id
            assert not split_words(lines, bare, width), page.id
        kept = " ".join(plain(one) for one in lesson.take_home)
        assert not split_words(take_home_lines(lesson, 0, width)[1:], kept, width), entry.id


TABLE = """
| Nerve | What it does |
| --- | --- |
| Deep fibular | **Dorsi**flexion of the foot |
| Tibial | Plantarflexion |
"""


def drawn(width: int) -> list[str]:
    return [line.text.rstrip() for line in prose(TABLE.strip(), width)]


def test_a_table_with_room_stands_on_as_many_lines_as_rows() -> None:
    assert drawn(40)[1] == "Deep fibular   Dorsiflexion of the foot"
    assert len(drawn(40)) == 3


def test_a_tight_table_wraps_between_words() -> None:
    assert drawn(24) == [
        "Nerve     What it does",
        "Deep      Dorsiflexion",
        "fibular   of the foot",
        "Tibial    Plantarflexion",
    ]


def test_the_gap_gives_way_before_the_columns_do() -> None:
    assert drawn(23) == [
        "Nerve    What it does",
        "Deep     Dorsiflexion",
        "fibular  of the foot",
        "Tibial   Plantarflexion",
    ]


def test_where_the_longest_words_do_not_fit_the_rows_are_stacked() -> None:
    assert drawn(22) == [
        "Nerve: Deep fibular",
        "What it does:",
        "Dorsiflexion of the",
        "foot",
        "",
        "Nerve: Tibial",
        "What it does:",
        "Plantarflexion",
    ]
