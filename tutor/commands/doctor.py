"""`footdrop doctor`: the program, the course and the record, each with a sign and a sentence."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator

from tutor import __version__
from tutor.clock import SystemClock
from tutor.commands.codes import DONE, PROBLEMS
from tutor.commands.setup import home_of
from tutor.course.digest import key_digest
from tutor.course.finder import find_course
from tutor.course.library import Library, open_course
from tutor.errors import TutorError
from tutor.store.doctor import Finding, examine, stale_keys
from tutor.store.errors import RecordError
from tutor.store.home import cache_folder
from tutor.store.store import Store


def doctor(options: argparse.Namespace) -> int:
    """Print what was found; 1 if something is wrong, else 0."""
    findings = [*_program(options), *_course(options), *examine(home_of(options), SystemClock())]
    for finding in findings:
        print(f"{'ok   ' if finding.ok else 'WRONG'}  {finding.words}.")
    return PROBLEMS if any(not finding.ok for finding in findings) else DONE


def _program(options: argparse.Namespace) -> Iterator[Finding]:
    from yaml import __version__ as yaml_version
    from yaml import __with_libyaml__ as fast

    yield Finding(True, f"footdrop {__version__}, Python {platform.python_version()}")
    speed = "the C parser" if fast else "the slow parser: a new course takes longer to open"
    yield Finding(True, f"PyYAML {yaml_version} with {speed}")
    yield Finding(True, f"Cache, safe to delete: {cache_folder(options.home, os.environ)}")


def _course(options: argparse.Namespace) -> Iterator[Finding]:
    try:
        root = find_course(options.course, os.environ)
        library = open_course(root, None)
    except TutorError as error:
        yield Finding(False, f"{error.message}. {error.hint}".rstrip(". "))
        return
    items = sum(entry.items for entry in library.lessons)
    errors = sum(one.severity == "error" for one in library.problems)
    words = f"Course {library.header.title}: {len(library.lessons)} lessons, {items} items, {root}"
    yield Finding(True, words)
    if errors:
        yield Finding(False, f"{errors} mistakes in its files; footdrop check names them")
    yield from _changed_keys(options, library)


def _changed_keys(options: argparse.Namespace, library: Library) -> Iterator[Finding]:
    """Items whose key was edited after they were answered: their old scores stand as graded."""
    digests = {}
    for entry in library.lessons:
        quiz = library.quiz(entry.id)
        digests.update({item.id: key_digest(item) for item in quiz.items} if quiz else {})
    try:
        with Store.open_to_read(home_of(options), SystemClock()) as store:
            changed = stale_keys(store, library.header.id, digests)
    except RecordError:
        return  # the examination of the record says why
    if changed:
        names = ", ".join(changed)
        yield Finding(True, f"Keys changed since they were answered (old scores stand): {names}")
