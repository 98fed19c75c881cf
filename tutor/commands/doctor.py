"""`footdrop doctor`: the program, the course and the record, each with a sign and a sentence.

`footdrop doctor --rebuild` makes the cards and counts anew from the log of answers.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator, Sequence

from tutor import __version__
from tutor.clock import SystemClock
from tutor.commands.codes import DONE, PROBLEMS
from tutor.commands.setup import home_of
from tutor.course.digest import key_digest
from tutor.course.finder import find_course
from tutor.course.library import Library, open_course
from tutor.errors import TutorError
from tutor.store.doctor import Finding, examine, stale_keys, vanished_items
from tutor.store.errors import RecordError
from tutor.store.home import cache_folder
from tutor.store.store import Store

# Of a long list of differences the first ones tell the story.
_SHOWN = 20


def doctor(options: argparse.Namespace) -> int:
    """Print what was found; 1 if something is wrong, else 0."""
    findings = [*_program(options), *_course(options), *examine(home_of(options), SystemClock())]
    return _told(findings)


def rebuild(options: argparse.Namespace) -> int:
    """Reckon cards and counts anew and print what differed; 1 if anything did, else 0.

    Whatever differed is right afterwards.
    """
    from tutor.store.rebuild import rebuild as from_the_log

    home = home_of(options)
    # Where there is no record none is begun.
    Store.open_to_read(home, SystemClock()).close()
    with Store.open(home, SystemClock()) as store:
        done = from_the_log(store.record)
    words = f"{done.cards} cards and all counts were reckoned anew from {done.answers} answers"
    if done.equal:
        return _told([Finding(True, f"{words}: equal, nothing was changed")])
    findings = [Finding(False, one) for one in done.differences[:_SHOWN]]
    if more := len(done.differences) - len(findings):
        findings.append(Finding(False, f"And {more} more like these"))
    kept = f"; the record as it was: {done.backup}" if done.backup else ""
    return _told([*findings, Finding(True, f"{words}, and put right{kept}")])


def _told(findings: Sequence[Finding]) -> int:
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
    yield from _answered_items(options, library, whole=not errors)


def _answered_items(
    options: argparse.Namespace, library: Library, *, whole: bool
) -> Iterator[Finding]:
    """Answered items whose key was edited, or that the course has no longer.

    What is missing from a course that is not `whole` may only be broken.
    """
    digests = {}
    for entry in library.lessons:
        quiz = library.quiz(entry.id)
        digests.update({item.id: key_digest(item) for item in quiz.items} if quiz else {})
    try:
        with Store.open_to_read(home_of(options), SystemClock()) as store:
            changed = stale_keys(store, library.header.id, digests)
            vanished = vanished_items(store, library.header.id, digests)
    except RecordError:
        return  # the examination of the record says why
    if changed:
        names = ", ".join(changed)
        yield Finding(True, f"Keys changed since they were answered (old scores stand): {names}")
    if vanished and whole:
        names = ", ".join(vanished)
        yield Finding(True, f"Answered, and no longer in the course (old scores stand): {names}")
