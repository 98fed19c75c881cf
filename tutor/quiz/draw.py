"""Which items a lesson quiz asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tutor.quiz.shuffle import mixed

if TYPE_CHECKING:
    from tutor.course.items import Item
    from tutor.course.model import Quiz

# (times answered, last score) by item id; an item that is missing was never answered.
Seen = Mapping[str, tuple[int, float]]


def draw(quiz: Quiz, ask: int | None, seen: Seen, seed: int) -> tuple[Item, ...]:
    """At most `ask` items (None: no limit) of a quiz, in the author's order.

    Every objective gets its turn; within one, items not seen yet come first, then those with the
    lowest last score, then those answered least often, then as the seed has it. Drafts are never
    asked, and of one family only one item.
    """
    able = [item for item in quiz.items if item.status != "draft"]
    by_lot = {one: n for n, one in enumerate(mixed((item.id for item in able), seed, quiz.id))}

    def need(item: Item) -> tuple[float, int, int]:
        # Not seen: no score is lower, and none was answered less often.
        times, score = seen.get(item.id, (0, 0.0))
        return score, times, by_lot[item.id]

    waiting = _by_objective(_one_of_a_family(sorted(able, key=need)))
    chosen: set[str] = set()
    while waiting and (ask is None or len(chosen) < ask):
        # One round: an item of every objective. Where the last round cannot serve all of them,
        # it serves those whose next item is needed most.
        firsts = sorted((items[0] for items in waiting), key=need)
        room = len(firsts) if ask is None else ask - len(chosen)
        chosen.update(item.id for item in firsts[:room])
        waiting = [items[1:] for items in waiting if len(items) > 1]
    return tuple(item for item in able if item.id in chosen)


def _one_of_a_family(items: Iterable[Item]) -> list[Item]:
    """The first item of each family, and every item without one."""
    kept: dict[tuple[str, str], Item] = {}
    for item in items:
        key = ("family", item.family) if item.family else ("item", item.id)
        kept.setdefault(key, item)
    return list(kept.values())


def _by_objective(items: Iterable[Item]) -> list[list[Item]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.objective, []).append(item)
    return list(groups.values())
