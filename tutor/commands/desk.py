"""A desk for commands that only look: nothing is written, and nobody is made up."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from tutor.clock import SystemClock
from tutor.commands.setup import library_of, store_to_read
from tutor.store.errors import RecordMissing
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.study.learners import NobodyLearned, learner_of, learner_to_read


@contextmanager
def desk_to_read(options: argparse.Namespace) -> Iterator[Desk]:
    """The course and the record; an empty one in memory where nobody has learned yet."""
    library = library_of(options)
    store = None
    try:
        store = store_to_read(options)
        learner = learner_to_read(store, options.learner)
    except (RecordMissing, NobodyLearned):
        if store is not None:
            store.close()
        store = Store.in_memory(SystemClock())
        learner = learner_of(store, options.learner)
    with store:
        yield Desk(library, store, learner, SystemClock(), _no_seed)


def _no_seed() -> int:
    return 0  # nothing is drawn when one only looks
