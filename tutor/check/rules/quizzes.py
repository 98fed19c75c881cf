"""What a lesson's quiz must hold as a whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, advice
from tutor.course.items import Cloze, Item
from tutor.course.items.registry import CHOICE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.course.model import Lesson, Quiz

# To point at a place in a figure is to find it, though its answer may be guessed.
_CHOICE = CHOICE_TYPES - {"hotspot"}
_SHARE = 0.4
_ENOUGH = 5  # items: below, a share says little about a quiz that is still being written
_PER_OBJECTIVE = 3


def recall_share(quiz: Quiz) -> Iterator[Flaw]:
    """Section 1. Answers that are found, not recognised, are what is kept.

    At least 40 % of a lesson's items are of a type that is typed, ordered, pointed at or solved.
    """
    items = _asked(quiz)
    found = sum(1 for item in items if not _is_choice(item))
    if len(items) >= _ENOUGH and found < _SHARE * len(items):
        yield advice(
            ("items",),
            f"{found} of {len(items)} items ask for recall or application; "
            f"{_SHARE:.0%} or more teach better".replace("%", " %"),
            "turn some choices into `text` or `number` items",
        )


def items_per_objective(quiz: Quiz, lesson: Lesson) -> Iterator[Flaw]:
    """Section 10. Mastery looks at five answers over days: two items are soon known by heart."""
    counts = Counter(item.objective for item in _asked(quiz))
    for objective in lesson.objectives:
        if 0 < counts[objective.id] < _PER_OBJECTIVE:
            count = counts[objective.id]
            yield advice(
                ("objectives", objective.id),
                f"objective {objective.id} has {count} item{'' if count == 1 else 's'};"
                f" {_PER_OBJECTIVE} or more tell more",
            )


def never_secure(quiz: Quiz, lesson: Lesson) -> Iterator[Flaw]:
    """Section 10. An objective is secure after a typed or applied answer; it needs one to ask."""
    items: dict[str, list[Item]] = defaultdict(list)
    for item in _asked(quiz):
        items[item.objective].append(item)
    for objective in lesson.objectives:
        ours = items[objective.id]
        if ours and all(_is_choice(one) and one.level == "recall" for one in ours):
            yield advice(
                ("objectives", objective.id),
                f"objective {objective.id} has no typed or applied item, so it can never be secure",
                "add a `text` or `number` item, or one of level `apply`",
            )


def _asked(quiz: Quiz) -> list[Item]:
    return [item for item in quiz.items if item.status != "draft"]


def _is_choice(item: Item) -> bool:
    """Whether the answer is recognised among others, and neither found nor worked out."""
    if isinstance(item.body, Cloze):
        return all(gap.type in _CHOICE for _, gap in item.body.gaps)
    return item.type in _CHOICE
