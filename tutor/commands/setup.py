"""What commands have in common: where things are."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from tutor.clock import SystemClock
from tutor.course.finder import find_course
from tutor.course.library import Library, open_course
from tutor.store.home import cache_folder, home_folder
from tutor.store.store import Store


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
