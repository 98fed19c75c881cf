"""A session: one run through items, as a state that events change.

Nothing here reads a clock or a disk. Resuming is replaying the events of the log.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.course.items.case import stage_items
from tutor.quiz import case
from tutor.quiz.event import Event, Kind, Response
from tutor.quiz.relearn import KNOWN, MOST_RETURNS, put_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tutor.course.items import Item


# What is not known in them comes back before they end.
_RETURNING = frozenset({"review", "cram"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of an item that counts.

    `score` is 0..1 as it was graded then: a key that is edited later does not rewrite it.
    `changed` says that an earlier answer was undone, `overridden` that the score is the learner's
    own verdict.
    """

    response: Response
    score: float
    hints: int
    ms: int
    changed: bool
    certainty: int | None = None
    overridden: bool = False

    @property
    def right(self) -> bool:
        return self.score >= 0.9995


@dataclass(frozen=True, slots=True)
class Choice:
    """What an exam holds for an item: it may still change. `ms` is the time spent on it so far."""

    response: Response
    certainty: int | None
    ms: int


@dataclass(frozen=True, slots=True)
class Session:
    """The items asked, what has happened so far, and what follows from it.

    `kind` is "quiz", "retry", "review", "cram", "exam" or "pretest".
    `events` is the whole log, also the events that changed nothing. `queue` holds the ids of the
    open items, the one to ask first; `outcomes` the answers by item id, in the order answered.
    Always: every item is in the queue or in the outcomes; in both while it returns, which an item
    does that was not known in a review. The first answer counts, the others are practice.
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

    # Of a case each stage counts by itself, under the id that it has as an item.
    _hints: Mapping[str, int]
    _asked: Mapping[str, int]
    _partial: Mapping[str, Response]
    _flags: frozenset[str]
    _skipped: frozenset[str]
    _undone: frozenset[str]
    _chosen: Mapping[str, Choice]
    _returns: Mapping[str, int]

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
            _partial={},
            _flags=none,
            _skipped=none,
            _undone=none,
            _chosen={},
            _returns={},
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

    def question(self, item_id: str) -> Item | None:
        """What is to be answered of an item now: the item itself, or the next stage of a case.

        The case itself where all its stages are answered and only its own answer is still to come.
        """
        item = self.item(item_id)
        turn = case.turn(item, self.partial(item_id)) if item is not None else None
        return turn.stage if turn is not None else item

    def partial(self, item_id: str) -> Response:
        """The response to a case as far as its stages are answered; None before the first one."""
        return self._partial.get(item_id)

    def hints_seen(self, item_id: str) -> int:
        """How many hints were seen to what is asked of this item now."""
        question = self.question(item_id)
        return self._hints.get(question.id, 0) if question is not None else 0

    def hints_used(self, item_id: str) -> int:
        """How many hints were seen to this item, in all its stages."""
        item = self.item(item_id)
        ids = [] if item is None else [item.id, *(one.id for one in stage_items(item))]
        return sum(self._hints.get(id, 0) for id in ids)

    def asked(self, item_id: str) -> int:
        """How often the typed answer to what is asked of this item was asked for again."""
        question = self.question(item_id)
        return self._asked.get(question.id, 0) if question is not None else 0

    def chosen(self, item_id: str) -> Choice | None:
        """What an exam holds for an item; None where nothing was ever chosen.

        Its response is None where the choice was taken back.
        """
        return self._chosen.get(item_id)

    @property
    def choices(self) -> int:
        """How many open items have a response that may still change."""
        return sum(
            self._chosen[one].response is not None for one in self.queue if one in self._chosen
        )

    @property
    def elapsed_ms(self) -> int:
        """The time spent on all choices so far, also on those that were changed."""
        return sum(one.ms for one in self._chosen.values())

    def returns(self, item_id: str) -> bool:
        """Whether an item is asked once more because it was not known. This is not scored."""
        return item_id in self.queue and item_id in self.outcomes

    def flagged(self, item_id: str) -> bool:
        return item_id in self._flags


def _answered(state: Session, event: Event) -> Session:
    item_id, score = event.item, event.score
    if item_id not in state.queue or score is None or not 0 <= score <= 1:
        return state
    if item_id in state.outcomes:
        return _practised(state, item_id, score)
    outcome = Outcome(
        response=event.response,
        score=score,
        hints=max(state.hints_used(item_id), event.hints),
        ms=max(0, event.ms),
        changed=item_id in state._undone,
        certainty=event.certainty,
    )
    rest = _without(state.queue, item_id)
    return replace(
        state,
        queue=put_back(rest, item_id) if _must_return(state, score) else rest,
        outcomes={**state.outcomes, item_id: outcome},
        last=item_id,
        _skipped=state._skipped - {item_id},
        _partial={id: one for id, one in state._partial.items() if id != item_id},
    )


def _practised(state: Session, item_id: str, score: float) -> Session:
    """An item that returned was answered: it goes when it was known, or has returned enough."""
    times = state._returns.get(item_id, 0) + 1
    rest = _without(state.queue, item_id)
    back = _must_return(state, score) and times < MOST_RETURNS
    return replace(
        state,
        queue=put_back(rest, item_id) if back else rest,
        last=None,
        _returns={**state._returns, item_id: times},
        _skipped=state._skipped - {item_id},
    )


def _must_return(state: Session, score: float) -> bool:
    return state.kind in _RETURNING and score < KNOWN


def _asked_again(state: Session, event: Event) -> Session:
    question = state.question(event.item)
    if question is None or event.item not in state.queue:
        return state
    return replace(state, _asked={**state._asked, question.id: state.asked(event.item) + 1})


def _staged(state: Session, event: Event) -> Session:
    item = state.item(event.item)
    if item is None or item.id not in state.queue:
        return state
    partial = case.merged(item, state.partial(item.id), event.response)
    if partial is None:
        return state
    return replace(state, _partial={**state._partial, item.id: partial})


def _hinted(state: Session, event: Event) -> Session:
    question = state.question(event.item)
    seen = state.hints_seen(event.item)
    if question is None or event.item not in state.queue or seen >= len(question.hints):
        return state
    return replace(state, _hints={**state._hints, question.id: seen + 1})


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
        queue=(event.item, *_without(state.queue, event.item)),
        outcomes={key: one for key, one in state.outcomes.items() if key != event.item},
        last=None,
        _undone=state._undone | {event.item},
    )


def _chose(state: Session, event: Event) -> Session:
    if event.item not in state.queue:
        return state
    before = state._chosen.get(event.item)
    ms = max(0, event.ms) + (before.ms if before is not None else 0)
    choice = Choice(event.response, event.certainty, ms)
    return replace(state, _chosen={**state._chosen, event.item: choice})


def _overridden(state: Session, event: Event) -> Session:
    outcome, score = state.outcomes.get(event.item), event.score
    if outcome is None or score is None or not 0 <= score <= 1:
        return state
    verdict = replace(outcome, score=score, overridden=True)
    return replace(state, outcomes={**state.outcomes, event.item: verdict})


def _without(queue: tuple[str, ...], item_id: str) -> tuple[str, ...]:
    return tuple(one for one in queue if one != item_id)


_CHANGES = {
    Kind.ANSWERED: _answered,
    Kind.ASKED_AGAIN: _asked_again,
    Kind.STAGED: _staged,
    Kind.HINTED: _hinted,
    Kind.SKIPPED: _skip,
    Kind.RETURNED: _returned,
    Kind.FLAGGED: _flagged,
    Kind.UNFLAGGED: _unflagged,
    Kind.UNDONE: _undone,
    Kind.CHOSEN: _chose,
    Kind.OVERRIDDEN: _overridden,
}
