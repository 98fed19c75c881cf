"""Who is learning: the one named, else the one who learned last."""

from __future__ import annotations

from tutor.errors import TutorError
from tutor.store.model import Learner
from tutor.store.store import Store

LEARNER_SETTING = "learner"
DEFAULT_LEARNER = "you"


class NobodyLearned(TutorError):  # noqa: N818 - it says what is the case
    """The record holds no learner yet."""


def learner_of(store: Store, named: str | None) -> Learner:
    """The learner named (made if new), else the one who learned last, else the first."""
    wanted = named or _last(store)
    if not wanted:
        everyone = store.learners()
        wanted = everyone[0].name if everyone else DEFAULT_LEARNER
    return store.learner(wanted)


def learner_from(store: Store, before: Learner) -> Learner:
    """The learner in a record that opens late, after a start without one.

    `before` is who learned meanwhile: somebody named on the command line stays, nobody in
    particular becomes the one who learned last.
    """
    return learner_of(store, None if before.name == DEFAULT_LEARNER else before.name)


def switch_learner(store: Store, name: str) -> Learner:
    """The learner with this name (made if new), who is then the one who learned last."""
    learner = store.learner(name)
    if _last(store) != learner.name:
        store.set_setting(LEARNER_SETTING, learner.name)
    return learner


def _last(store: Store) -> str:
    return store.setting(LEARNER_SETTING, "")


def learner_to_read(store: Store, named: str | None) -> Learner:
    """The same for looking only: nobody is made up. Raises NobodyLearned or TutorError."""
    everyone = store.learners()
    if not everyone:
        raise NobodyLearned("Nobody has learned", "The record begins with your first quiz.")
    wanted = named or _last(store)
    for learner in everyone:
        if learner.name.casefold() == wanted.casefold():
            return learner
    if named:
        names = ", ".join(learner.name for learner in everyone)
        raise TutorError(f"There is no learner {named!r}", f"The record knows: {names}.")
    return everyone[0]
