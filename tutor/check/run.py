"""A course checked: what the reader found, and what the rules find, each at its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tutor.check.report import Report
from tutor.check.rules import (
    flaws,
    lesson_flaws,
    objective_flaws,
    page_flaws,
    quiz_flaws,
    term_flaws,
)
from tutor.check.rules.common import common_words
from tutor.check.rules.lengths import longest_key_habit
from tutor.check.rules.twins import near_duplicates
from tutor.course.listing import COURSE
from tutor.course.read import read_course
from tutor.yamlread.problem import Problem, Severity, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tutor.check.flaw import Flaw
    from tutor.course.items import Item
    from tutor.course.model import RecallCard, Screen, Term
    from tutor.course.whole import ReadCourse, ReadLesson
    from tutor.yamlread.nodes import KeyPath
    from tutor.yamlread.places import Places

Sourced = TypeVar("Sourced", "Item", "Screen | RecallCard", "Term")


def check_course(root: Path) -> Report:
    """Reads the course in a folder and looks at everything of it that could be read.

    Raises nothing for what stands in the files: all of it is in the report.
    """
    course = read_course(root)
    problems = [*course.problems, *_rules(course)]
    return Report(
        problems=tuple(sorted(problems, key=sort_key)),
        lessons=len(course.lessons),
        items=sum(len(one.item_keys) for one in course.lessons),
    )


def _rules(course: ReadCourse) -> Iterator[Problem]:
    placed = list(_items(course))
    common = common_words(item for item, _, _ in placed)
    for item, places, keys in placed:
        whole = _with_lost_sources(item, places, keys)
        found = flaws(whole, common, lambda path: _is_written(places, (*keys, *path)))  # noqa: B023
        yield from _at(places, keys, found)
    for read in course.lessons:
        yield from _lesson_rules(read)
    if course.glossary_places:
        for name, term in course.glossary.items():
            whole_term = _with_lost_sources(term, course.glossary_places, (name,))
            yield from _at(course.glossary_places, (name,), term_flaws(whole_term))
    yield from _course_rules(placed)


def _lesson_rules(read: ReadLesson) -> Iterator[Problem]:
    yield from _at(read.places, (), lesson_flaws(read.lesson))
    for page, keys in zip(read.lesson.pages, read.page_keys, strict=True):
        yield from _at(read.places, keys, page_flaws(_with_lost_sources(page, read.places, keys)))
    if read.quiz and read.quiz_places:
        problems = [
            *_at(read.quiz_places, (), quiz_flaws(read.quiz)),
            *_at(read.places, (), objective_flaws(read.quiz, read.lesson)),
        ]
        # Counting what is left of a quiz would blame it for the items that are broken.
        if problems and _is_whole(read.quiz_places, read.item_keys):
            yield from problems


def _course_rules(placed: list[tuple[Item, Places, KeyPath]]) -> Iterator[Problem]:
    items = [item for item, _, _ in placed]
    for later, earlier in near_duplicates(items):
        item, places, keys = placed[earlier]
        line, _ = places.at((*keys, "stem"))
        message = f'the stem is nearly that of "{item.id}" ({places.path}:{line})'
        advice = "ask for something else, or give both the same `family`"
        _, places, keys = placed[later]
        yield places.problem((*keys, "stem"), message, advice, Severity.HINT)
    if habit := longest_key_habit(items):
        yield Problem(COURSE, 0, 0, Severity.HINT, habit, "shorten some, or lengthen others")


def _items(course: ReadCourse) -> Iterator[tuple[Item, Places, KeyPath]]:
    for read in course.lessons:
        if read.quiz and read.quiz_places:
            for item, keys in zip(read.quiz.items, read.item_keys, strict=True):
                yield item, read.quiz_places, keys


def _at(places: Places, keys: KeyPath, found: Iterable[Flaw]) -> Iterator[Problem]:
    for flaw in found:
        yield places.problem(
            (*keys, *flaw.path), flaw.message, flaw.hint, flaw.severity, flaw.words
        )


def _with_lost_sources(thing: Sourced, places: Places, keys: KeyPath) -> Sourced:
    """The thing with a source, if its file names one.

    A source that leads nowhere is dropped when read, and is an error already: it is not missing
    as well.
    """
    if thing.sources or not _is_written(places, (*keys, "sources", 0)):
        return thing
    return replace(thing, sources=("lost",))


def _is_whole(places: Places, item_keys: tuple[KeyPath, ...]) -> bool:
    """Whether every item of a quiz could be read."""
    count = len(item_keys)
    in_file = all(keys == ("items", at) for at, keys in enumerate(item_keys))
    return in_file and not _is_written(places, ("items", count))


def _is_written(places: Places, keys: KeyPath) -> bool:
    # A path that leads nowhere has the place of what is above it.
    return places.at(keys) != places.at(keys[:-1])
