"""A clock that stands still, and short ways to write into a record."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

from tutor.quiz.event import Event, Kind
from tutor.store.model import About, SessionRow, Totals
from tutor.store.store import Store

COURSE = "leg"
PARIS = timezone(timedelta(hours=1))
SINGLE = About("single", "trace-the-nerve")
TEXT = About("text", "name-the-muscle")


class StillClock:
    """Shows the time it was set to."""

    def __init__(self, time: datetime | None = None) -> None:
        self.time = time or datetime(2026, 11, 22, 21, 14, 3, 250_000, tzinfo=PARIS)

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()

    def turn(self, **by: float) -> None:
        self.time += timedelta(**by)


def answer(item: str, score: float = 1.0, ms: int = 1000, **more: int) -> Event:
    return Event(Kind.ANSWERED, item, {"option": "a"}, score=score, ms=ms, **more)


def verdict(item: str, score: float = 1.0) -> Event:
    return Event(Kind.OVERRIDDEN, item, score=score)


def begin(
    store: Store,
    *,
    lesson: str = "nerve",
    kind: str = "quiz",
    n: int = 2,
    options: Mapping[str, object] | None = None,
) -> SessionRow:
    """A session of items item-1 ... item-n by the learner Ana."""
    ana = store.learner("Ana")
    items = [f"item-{number}" for number in range(1, n + 1)]
    return store.start_session(ana.id, COURSE, kind, lesson, 7, items, options)


def write(
    store: Store,
    row: SessionRow,
    event: Event,
    *,
    known: int,
    total: Totals | None = None,
    about: About = SINGLE,
    timed: bool = True,
) -> tuple[Event, ...]:
    return store.append(
        row.id, event, digest="d1", about=about, known=known, total=total, timed=timed
    )


def sit(
    store: Store,
    *events: Event,
    kind: str = "quiz",
    about: About = SINGLE,
    timed: bool = True,
) -> SessionRow:
    """A new session of nine items in which just these events happen."""
    row = begin(store, kind=kind, n=9)
    for known, event in enumerate(events):
        write(store, row, event, known=known, about=about, timed=timed)
    return row


def finish(
    store: Store, *, lesson: str = "nerve", kind: str = "quiz", right: int = 2
) -> SessionRow:
    """A finished session of two items, `right` of them right."""
    row = begin(store, lesson=lesson, kind=kind)
    scores = [1.0 if number < right else 0.0 for number in range(2)]
    write(store, row, answer("item-1", scores[0]), known=0)
    total = Totals(points=sum(scores), total=2.0, right=right, asked=2, ms=2000)
    write(store, row, answer("item-2", scores[1]), known=1, total=total)
    return row


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Without root's right to write everywhere, which tests in a container often have."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
