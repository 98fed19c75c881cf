"""What commands have in common: where things are, who is learning."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from tutor.clock import SystemClock
from tutor.course.finder import find_course
from tutor.course.library import Library, open_course
from tutor.errors import TutorError
from tutor.store.home import cache_folder, home_folder
from tutor.store.model import Learner
from tutor.store.store import Store

LEARNER_SETTING = "learner"
DEFAULT_LEARNER = "you"


def home_of(options: argparse.Namespace) -> Path:
    """The folder of the record."""
    return home_folder(options.home, os.environ)


def library_of(options: argparse.Namespace) -> Library:
    """The course that is meant, opened."""
    root = find_course(options.course, os.environ)
    return open_course(root, cache_folder(options.home, os.environ))


def store_to_read(options: argparse.Namespace) -> Store:
    """The record, for looking only."""
    return Store.open_to_read(home_of(options), SystemClock())


def learner_to_read(options: argparse.Namespace, store: Store) -> Learner:
    """The learner named, else the one who learned last; nobody is made up for looking."""
    everyone = store.learners()
    wanted = options.learner or store.setting(LEARNER_SETTING, "")
    for learner in everyone:
        if learner.name.casefold() == wanted.casefold():
            return learner
    if options.learner or not everyone:
        names = ", ".join(learner.name for learner in everyone)
        raise TutorError(
            f"There is no learner {options.learner!r}" if options.learner else "Nobody has learned",
            f"The record knows: {names}." if names else "The record begins with your first quiz.",
        )
    return everyone[0]


def learner_of(options: argparse.Namespace, store: Store) -> Learner:
    """The learner named (made if new), else the one who learned last, else the first."""
    everyone = store.learners()
    wanted = options.learner or store.setting(LEARNER_SETTING, "")
    if not wanted:
        wanted = everyone[0].name if everyone else DEFAULT_LEARNER
    return store.learner(wanted)
