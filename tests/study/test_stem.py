"""The last sentence of a stem asks; everything before it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.quiz.stem import told_and_asked


@pytest.mark.parametrize(
    ("stem", "told", "asked"),
    [
        ("Which nerve is hurt?", "", "Which nerve is hurt?"),
        ("Type the nerve.", "", "Type the nerve."),
        ("", "", ""),
        ("A man trips. Which nerve?", "A man trips.", "Which nerve?"),
        ("A man trips.\nWhich nerve\nis hurt?", "A man trips.", "Which nerve is hurt?"),
        ("He falls.\n\nHe rests. Which nerve?", "He falls.\n\nHe rests.", "Which nerve?"),
        ("He falls.\n\nWhich nerve?", "He falls.", "Which nerve?"),
        ("Which lift? Choose all that do.", "", "Which lift? Choose all that do."),
        ("He falls. Which lift? Choose two.", "He falls.", "Which lift? Choose two."),
        ("Some weakness, e.g. Of the foot?", "", "Some weakness, e.g. Of the foot?"),
        ("Seen by Dr. Brown. Which nerve?", "Seen by Dr. Brown.", "Which nerve?"),
        ("Power is 3.5 of 5. Which root?", "Power is 3.5 of 5.", "Which root?"),
        ("She walks. **Which** nerve?", "She walks.", "**Which** nerve?"),
        ('She says "it drags." 12 days later it is worse.', 'She says "it drags." 12 days', None),
        ("Findings:\n\n- weak\n- numb", "Findings:\n\n- weak\n- numb", ""),
        ("Findings:\n\n| a | b |\n| - | - |", "Findings:\n\n| a | b |\n| - | - |", ""),
    ],
)
def test_a_stem_is_parted_before_its_last_sentence(stem: str, told: str, asked: str | None) -> None:
    if asked is None:  # a quotation mark after the full stop does not end the sentence
        assert told_and_asked(stem) == ("", stem)
    else:
        assert told_and_asked(stem) == (told, asked)


@given(st.text("ab.?! \n-|", max_size=60))
def test_nothing_of_a_stem_is_lost(stem: str) -> None:
    told, asked = told_and_asked(stem)
    assert "".join(f"{told}{asked}".split()) == "".join(stem.split())
