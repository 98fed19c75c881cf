"""What a lesson must keep to, so that it fits the page and the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.check.words import cells, lines, words
from tutor.course.model import Lesson, RecallCard, Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS_A_SCREEN = 90
_TITLE = 27  # cells of a lesson's title on Home
_OBJECTIVE = 28  # cells of an objective on the result page
_TAKE_HOME = (3, 5)  # sentences


def long_title(lesson: Lesson) -> Iterator[Flaw]:
    """Look, section 2. The map on Home gives a title 27 cells; the rest would be cut."""
    if cells(lesson.short) <= _TITLE:
        return
    if lesson.short == lesson.title:
        yield fault(
            ("title",),
            f"the title has {cells(lesson.title)} characters, Home has room for {_TITLE}",
            f"add `short` with at most {_TITLE}",
        )
    else:
        yield fault(
            ("short",),
            f"`short` has {cells(lesson.short)} characters, Home has room for {_TITLE}",
        )


def long_objectives(lesson: Lesson) -> Iterator[Flaw]:
    """Look, section 2. The result page sets objectives in a column of 28 cells."""
    for objective in lesson.objectives:
        if cells(objective.short) > _OBJECTIVE:
            yield fault(
                ("objectives", objective.id, "short"),
                f"`short` has {cells(objective.short)} characters, at most {_OBJECTIVE} fit",
            )


def take_home(lesson: Lesson) -> Iterator[Flaw]:
    """Course format. Three to five sentences are what a learner carries away from a lesson."""
    least, most = _TAKE_HOME
    count = len(lesson.take_home)
    if not least <= count <= most:
        yield fault(
            ("take-home",),
            f"{count or 'no'} take-home sentence{'' if count == 1 else 's'};"
            f" a lesson has {least} to {most}",
        )


def long_screen(page: Screen | RecallCard) -> Iterator[Flaw]:
    """Course format. One idea a screen, read at a glance and without scrolling."""
    if isinstance(page, Screen):
        count = sum(len(words(line)) for line in lines(page.body))
        if count > WORDS_A_SCREEN:
            yield fault(
                ("body",),
                f"the screen has {count} words, at most {WORDS_A_SCREEN} are read well",
                "cut it, or make two screens of it",
            )
