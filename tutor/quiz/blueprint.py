"""What an exam asks: objectives and counts, then the items, drawn by a stored seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.shuffle import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.course.items import Item
    from tutor.quiz.draw import Seen

# Half of the answers to it are right by chance; it is for practice.
_NEVER = frozenset({"truefalse"})

Slot = list["Item"]


def blueprint(items: Iterable[Item], ask: int) -> dict[str, int]:
    """How many items of each objective an exam of `ask` items holds, in the order of the items.

    As even as what may be asked allows: an objective with few items leaves its places to the
    others, and the places that are left over go to the first ones. Drafts and true-or-false items
    are never asked, and of a family only one item; so the counts may sum to less than `ask`.
    """
    room = {objective: len(slots) for objective, slots in _slots(items).items()}
    counts = dict.fromkeys(room, 0)
    left = min(ask, sum(room.values()))
    while left > 0:
        for objective in room:
            if left and counts[objective] < room[objective]:
                counts[objective] += 1
                left -= 1
    return {objective: count for objective, count in counts.items() if count}


def draw_exam(
    items: Sequence[Item], counts: Mapping[str, int], seen: Seen, seed: int
) -> tuple[Item, ...]:
    """As many items of each objective as `counts` says, or as there are, mixed by the seed.

    What was never answered comes first, then what was answered least often, then as the seed has
    it. How well it was answered does not matter: an exam of the weakest items would measure
    less than the learner knows.
    """
    slots = _slots(items)
    by_lot = {one: n for n, one in enumerate(mixed((item.id for item in items), seed, "exam"))}

    def need(item: Item) -> tuple[int, int]:
        times, _ = seen.get(item.id, (0, 0.0))
        return times, by_lot[item.id]

    drawn: list[Item] = []
    for objective, count in counts.items():
        able = sorted((min(slot, key=need) for slot in slots.get(objective, [])), key=need)
        drawn += able[: max(count, 0)]
    return tuple(sorted(drawn, key=lambda item: by_lot[item.id]))


def _slots(items: Iterable[Item]) -> dict[str, list[Slot]]:
    """By objective, the items that may stand for each other: a family, or an item alone.

    A family belongs to the objective of its first item; siblings under another are left out, or
    the counts of a blueprint could not be kept.
    """
    slots: dict[str, list[Slot]] = {}
    families: dict[str, tuple[str, Slot]] = {}
    for item in items:
        if item.status == "draft" or item.type in _NEVER:
            continue
        if item.family is not None and item.family in families:
            objective, slot = families[item.family]
            if objective == item.objective:
                slot.append(item)
            continue
        slot = [item]
        slots.setdefault(item.objective, []).append(slot)
        if item.family is not None:
            families[item.family] = (item.objective, slot)
    return slots
