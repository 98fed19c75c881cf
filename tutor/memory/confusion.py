"""Items whose answers the learner mixes up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tutor.course.items import Multi, Single, Text
from tutor.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tutor.course.items import Item
    from tutor.quiz.event import Response
    from tutor.text import Tokens

# No name of anything is longer; the grader takes no longer answer either.
_LONGEST = 200


def confused_pairs(
    items: Sequence[Item], wrong_answers: Iterable[tuple[str, Response]]
) -> tuple[tuple[str, str], ...]:
    """Pairs of item ids that were mixed up, the strongest first; each pair once.

    The rule: A was answered with what is the right answer to B, and not to A. Then asking them
    side by side shows what tells them apart. A pair is the stronger the more such answers there
    are; of equals the mirrored ones, where B offers the right answer to A as a mistake, come
    first. Siblings are no pair: they are never asked on the same day.

    `wrong_answers` are (item id, response) from the log. One that no longer fits its item, or
    whose item is gone, names nothing.
    """
    by_id = {item.id: item for item in items if item.status != "draft"}
    mistakes = [
        (by_id[id], answer)
        for id, response in wrong_answers
        if id in by_id
        for answer in _given(by_id[id], response) - _right(by_id[id])
    ]
    if not mistakes:
        return ()
    asking: dict[Tokens, list[Item]] = {}
    for item in by_id.values():
        for answer in _asked_for(item):
            asking.setdefault(answer, []).append(item)
    times: Counter[tuple[str, str]] = Counter()
    for mistaken, answer in mistakes:
        for item in asking.get(answer, ()):
            if item is not mistaken and not _siblings(item, mistaken):
                times[_pair(item.id, mistaken.id)] += 1
    place = {id: at for at, id in enumerate(by_id)}

    def strength(pair: tuple[str, str]) -> tuple[int, bool, int, int]:
        one, other = by_id[pair[0]], by_id[pair[1]]
        return -times[pair], not _mirrored(one, other), place[one.id], place[other.id]

    return tuple(sorted(times, key=strength))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _siblings(one: Item, other: Item) -> bool:
    return one.family is not None and one.family == other.family


def _mirrored(one: Item, other: Item) -> bool:
    """Each offers the other's right answer as a mistake."""
    return bool(_right(one) & _mistakes(other)) and bool(_right(other) & _mistakes(one))


def _asked_for(item: Item) -> frozenset[Tokens]:
    """The answer an item asks for. A choice of several asks for no single one."""
    return frozenset() if isinstance(item.body, Multi) else _right(item)


def _right(item: Item) -> frozenset[Tokens]:
    body = item.body
    if isinstance(body, Single | Multi):
        return _names(one.text for one in body.options if one.right)
    if isinstance(body, Text):
        return _names(one.text for one in body.accept)
    return frozenset()


def _mistakes(item: Item) -> frozenset[Tokens]:
    """The wrong answers that an item offers or expects."""
    body = item.body
    if isinstance(body, Single | Multi):
        return _names(one.text for one in body.options if not one.right)
    if isinstance(body, Text):
        return _names(one.text for one in body.reject)
    return frozenset()


def _given(item: Item, response: Response) -> frozenset[Tokens]:
    """What was answered, by name."""
    body = item.body
    if isinstance(body, Single | Multi):
        chosen = set(_chosen(response))
        return _names(one.text for one in body.options if one.id in chosen)
    if isinstance(body, Text) and response is not None:
        typed = response.get("text")
        return _names([typed] if isinstance(typed, str) and len(typed) <= _LONGEST else [])
    return frozenset()


def _chosen(response: Response) -> Iterator[str]:
    """The option ids of a stored response, whatever its shape."""
    given = response or {}
    several = given.get("options")
    for one in (given.get("option"), *(several if isinstance(several, list | tuple) else ())):
        if isinstance(one, str):
            yield one


def _names(texts: Iterable[str]) -> frozenset[Tokens]:
    return frozenset(filter(None, map(tokens, texts)))
