"""A session: one run through items, as a state that events change.

Nothing here reads a clock or a disk. Resuming is replaying the events of the log.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.quiz.event import Event, Kind, Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.course.items import Item


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of an item that counts.

    `score` is 0..1 as it was graded then: a key that is edited later does not rewrite it.
    `changed` says that an earlier answer was undone.
    """

    response: Response
    score: float
    hints: int
    ms: int
    changed: bool
    certainty: int | None = None

    @property
    def right(self) -> bool:
        return self.score >= 0.9995


@dataclass(frozen=True, slots=True)
class Session:
    """The items asked, what has happened so far, and what follows from it.

    `kind` is "quiz" or "retry".
    `events` is the whole log, also the events that changed nothing. `queue` holds the ids of the
    open items, the one to ask first; `outcomes` the answers by item id, in the order answered.
    Always: every item is either in the queue or in the outcomes.
    """

    kind: str
    lesson: str
    items: tuple[Item, ...]
    seed: int
    queue: tuple[str, ...]
    events: tuple[Event, ...]
    outcomes: Mapping[str, Outcome]
    last: str | None
    """The item whose answer `undo` would take back."""

    _hints: Mapping[str, int]
    _asked: Mapping[str, int]
    _flags: frozenset[str]
    _skipped: frozenset[str]
    _undone: frozenset[str]

    @classmethod
    def start(cls, kind: str, lesson: str, items: Sequence[Item], seed: int) -> Session:
        """A new session. `seed` (32 bits) decides the order of options; ids occur once."""
        once = tuple({item.id: item for item in items}.values())
        none: frozenset[str] = frozenset()
        return cls(
            kind=kind,
            lesson=lesson,
            items=once,
            seed=seed,
            queue=tuple(item.id for item in once),
            events=(),
            outcomes={},
            last=None,
            _hints={},
            _asked={},
            _flags=none,
            _skipped=none,
            _undone=none,
        )

    @classmethod
    def replay(
        cls,
        kind: str,
        lesson: str,
        items: Sequence[Item],
        seed: int,
        events: Iterable[Event],
    ) -> Session:
        """The session as it stood after these events."""
        session = cls.start(kind, lesson, items, seed)
        for event in events:
            session = session.apply(event)
        return session

    def apply(self, event: Event) -> Session:
        """The session after `event`.

        Never raises: an event that does not fit (its item is unknown or already answered by
        another running copy, there is nothing to undo) is kept in `events` and changes nothing
        else.
        """
        return replace(_CHANGES[event.kind](self, event), events=(*self.events, event))

    @property
    def current(self) -> Item | None:
        """The item to ask now; None when every item is answered."""
        return self.item(self.queue[0]) if self.queue else None

    @property
    def position(self) -> int:
        """The number of the current item, from 1: the 6 of "6 of 10".

        An item keeps its number when it is skipped. After the end it is the number of items.
        """
        return self.number(self.queue[0]) if self.queue else len(self.items)

    @property
    def answered(self) -> int:
        return len(self.outcomes)

    @property
    def finished(self) -> bool:
        return not self.queue

    @property
    def can_skip(self) -> bool:
        """There is another open item to go on with."""
        return len(self.queue) > 1

    @property
    def can_undo(self) -> bool:
        return self.last is not None

    @property
    def can_return(self) -> bool:
        """An item was skipped, is open, and is not the one asked now."""
        return bool(self._skipped.intersection(self.queue[1:]))

    @property
    def skipped(self) -> tuple[str, ...]:
        """The ids of the items put off and still open, in the order in which they come."""
        return tuple(one for one in self.queue if one in self._skipped)

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)

    def number(self, item_id: str) -> int:
        """The place of an item in the session, from 1; 0 for an item that is not in it."""
        return next((n for n, item in enumerate(self.items, 1) if item.id == item_id), 0)

    def hints_seen(self, item_id: str) -> int:
        return self._hints.get(item_id, 0)

    def asked(self, item_id: str) -> int:
        """How often a typed answer to this item was asked for again."""
        return self._asked.get(item_id, 0)

    def flagged(self, item_id: str) -> bool:
        return item_id in self._flags


def _answered(state: Session, event: Event) -> Session:
    item_id, score = event.item, event.score
    if item_id not in state.queue or score is None or not 0 <= score <= 1:
        return state
    outcome = Outcome(
        response=event.response,
        score=score,
        hints=max(state.hints_seen(item_id), event.hints),
        ms=max(0, event.ms),
        changed=item_id in state._undone,
        certainty=event.certainty,
    )
    return replace(
        state,
        queue=_without(state.queue, item_id),
        outcomes={**state.outcomes, item_id: outcome},
        last=item_id,
        _skipped=state._skipped - {item_id},
    )


def _asked_again(state: Session, event: Event) -> Session:
    if event.item not in state.queue:
        return state
    return replace(state, _asked={**state._asked, event.item: state.asked(event.item) + 1})


def _hinted(state: Session, event: Event) -> Session:
    item = state.item(event.item)
    seen = state.hints_seen(event.item)
    if item is None or item.id not in state.queue or seen >= len(item.hints):
        return state
    return replace(state, _hints={**state._hints, item.id: seen + 1})


def _skip(state: Session, event: Event) -> Session:
    if event.item not in state.queue or not state.can_skip:
        return state
    return replace(
        state,
        queue=(*_without(state.queue, event.item), event.item),
        _skipped=state._skipped | {event.item},
    )


def _returned(state: Session, event: Event) -> Session:
    if event.item not in state._skipped:
        return state
    return replace(
        state,
        queue=(event.item, *_without(state.queue, event.item)),
        _skipped=state._skipped - {event.item},
    )


def _flagged(state: Session, event: Event) -> Session:
    if state.item(event.item) is None:
        return state
    return replace(state, _flags=state._flags | {event.item})


def _unflagged(state: Session, event: Event) -> Session:
    return replace(state, _flags=state._flags - {event.item})


def _undone(state: Session, event: Event) -> Session:
    if state.last is None or event.item != state.last:
        return state
    return replace(
        state,
        queue=(event.item, *state.queue),
        outcomes={key: one for key, one in state.outcomes.items() if key != event.item},
        last=None,
        _undone=state._undone | {event.item},
    )


def _without(queue: tuple[str, ...], item_id: str) -> tuple[str, ...]:
    return tuple(one for one in queue if one != item_id)


_CHANGES = {
    Kind.ANSWERED: _answered,
    Kind.ASKED_AGAIN: _asked_again,
    Kind.HINTED: _hinted,
    Kind.SKIPPED: _skip,
    Kind.RETURNED: _returned,
    Kind.FLAGGED: _flagged,
    Kind.UNFLAGGED: _unflagged,
    Kind.UNDONE: _undone,
}
