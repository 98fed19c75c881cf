"""The rules of good items and lessons, on typed values: pure, one function a rule.

A rule says in its docstring why it is there and which rule of the guide for item authors it
keeps. To add one, write it and name it in the tuple of its kind below.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.check.rules import (
    answers,
    kinds,
    lessons,
    numbers,
    options,
    parts,
    quizzes,
    sentences,
    sources,
    stems,
    tells,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from tutor.check.flaw import Flaw
    from tutor.course.items import Item
    from tutor.course.model import Lesson, Quiz, RecallCard, Screen, Term
    from tutor.yamlread.nodes import KeyPath

# About an item as a whole.
_ITEM: tuple[Callable[[Item], Iterator[Flaw]], ...] = (
    parts.letters_and_positions,
    sources.unsourced_item,
    sentences.long_item_sentences,
    kinds.hints_of_a_case,
    numbers.unknown_unit,
)
# About a question: an item, and each gap of a cloze and each stage of a case by itself.
_QUESTION: tuple[Callable[[Item], Iterator[Flaw]], ...] = (
    options.too_many_options,
    options.all_of_the_above,
    options.absolute_words,
    options.vague_words,
    kinds.same_text,
    kinds.few_steps,
    kinds.one_sided_statements,
    tells.longest_key,
    tells.lone_qualifier,
    numbers.unordered_scale,
    numbers.shuffled_scale,
    answers.command_as_answer,
    answers.empty_answer,
    answers.endless_answer,
    answers.accepted_and_rejected,
    answers.negated_answer,
    answers.side_as_optional_word,
)
# About a question that asks by itself, as a gap does not.
_STEM: tuple[Callable[[Item], Iterator[Flaw]], ...] = (
    stems.negative_stem,
    stems.negative_statement,
    numbers.number_without_unit,
)
_LESSON: tuple[Callable[[Lesson], Iterator[Flaw]], ...] = (
    lessons.long_title,
    lessons.long_objectives,
    lessons.take_home,
    sentences.long_take_home,
)
_PAGE: tuple[Callable[[Screen | RecallCard], Iterator[Flaw]], ...] = (
    lessons.long_screen,
    sources.unsourced_page,
    sentences.long_page_sentences,
)


def _written(keys: KeyPath) -> bool:  # noqa: ARG001
    return True


def flaws(
    item: Item,
    common: Container[str] = frozenset(),
    is_written: Callable[[KeyPath], bool] = _written,
) -> Iterator[Flaw]:
    """What is wrong with an item.

    `common` holds words that much of the course uses (see `tells.shared_rare_word`); `is_written`
    says whether there is something at a place within the item in its file.
    """
    for rule in _ITEM:
        yield from rule(item)
    for keys, question in parts.questions(item):
        for flaw in _question_flaws(question, keys, common, is_written):
            yield replace(flaw, path=(*keys, *flaw.path))


def _question_flaws(
    question: Item, keys: KeyPath, common: Container[str], is_written: Callable[[KeyPath], bool]
) -> Iterator[Flaw]:
    for rule in _QUESTION if parts.is_gap(keys) else (*_STEM, *_QUESTION):
        yield from rule(question)
    yield from tells.shared_rare_word(question, common)
    yield from numbers.unwritten_tolerance(question, is_written((*keys, "abs-tol")))


def lesson_flaws(lesson: Lesson) -> Iterator[Flaw]:
    """What is wrong with a lesson, apart from its pages."""
    for rule in _LESSON:
        yield from rule(lesson)


def page_flaws(page: Screen | RecallCard) -> Iterator[Flaw]:
    """What is wrong with a page of a lesson."""
    for rule in _PAGE:
        yield from rule(page)


def quiz_flaws(quiz: Quiz) -> Iterator[Flaw]:
    """What is wrong with a quiz as a whole."""
    return quizzes.recall_share(quiz)


def objective_flaws(quiz: Quiz, lesson: Lesson) -> Iterator[Flaw]:
    """What is wrong with the way a quiz covers its lesson; the paths are the lesson's."""
    yield from quizzes.items_per_objective(quiz, lesson)
    yield from quizzes.never_secure(quiz, lesson)


def term_flaws(term: Term) -> Iterator[Flaw]:
    """What is wrong with an entry of the glossary."""
    return sources.unsourced_term(term)
