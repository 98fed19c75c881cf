"""What do I know already? A short test before a part; it never counts as a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.study.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.course.items import Item
    from tutor.study.sitting import Sitting

PRETEST = "pretest"
MOST = 12

# One question of a pre-test decides much: not by half a chance, nor by a long case.
_NEVER = frozenset({"case", "truefalse"})


def begin_pretest(desk: Desk, part: str) -> Sitting | None:
    """One question on each objective of a part, twelve at most; None where nothing can be asked."""
    from tutor.quiz.shuffle import mixed

    seed = desk.new_seed()
    entries = [entry for entry in desk.library.lessons if entry.part == part]
    items = [item for entry in entries for item in _able(desk, entry.id)]
    first: dict[str, Item] = {}
    by_id = {item.id: item for item in items}
    for id in mixed(by_id, seed, PRETEST):
        item = by_id[id]
        first.setdefault(item.objective, item)
    chosen = {item.id for item in list(first.values())[:MOST]}
    return desk.begin(PRETEST, "", tuple(item for item in items if item.id in chosen), seed)


def _able(desk: Desk, lesson: str) -> Iterable[Item]:
    quiz = desk.library.quiz(lesson)
    items = quiz.items if quiz is not None else ()
    return (item for item in items if item.status != "draft" and item.type not in _NEVER)
