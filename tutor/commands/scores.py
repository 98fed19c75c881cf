"""`footdrop scores [--csv|--json]`: every score of every quiz, oldest first."""

from __future__ import annotations

import argparse
import csv
import json
import sys

from tutor.commands.codes import DONE
from tutor.commands.setup import library_of, store_to_read
from tutor.store.errors import RecordMissing
from tutor.store.model import Score
from tutor.study.learners import NobodyLearned, learner_to_read

_FIELDS = ("lesson", "kind", "ended", "percent", "points", "total", "right", "asked", "seconds")


def scores(options: argparse.Namespace) -> int:
    """Print the scores of one learner in this course."""
    library = library_of(options)
    name, found = _found(options, library.header.id)
    rows = [_row(score) for score in found]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif options.csv:
        writer = csv.DictWriter(sys.stdout, _FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    elif not rows:
        whose = f" for {name}" if name else ""
        print(f"No scores yet{whose}. They begin with the first quiz: footdrop quiz.")
    else:
        for score in found:
            entry = library.entry(score.lesson)
            lesson = entry.short if entry else score.lesson
            again = " (retry of missed questions)" if score.kind == "retry" else ""
            print(
                f"{score.ended:%Y-%m-%d %H:%M}  {score.percent:>3}%  "
                f"{score.right} of {score.asked} right  {lesson}{again}"
            )
    return DONE


def _found(options: argparse.Namespace, course: str) -> tuple[str, tuple[Score, ...]]:
    """The learner's name and scores; no name where nobody has learned yet."""
    try:
        with store_to_read(options) as store:
            learner = learner_to_read(store, options.learner)
            return learner.name, store.scores(learner.id, course)
    except (RecordMissing, NobodyLearned):
        return "", ()


def _row(score: Score) -> dict[str, object]:
    return {
        "lesson": score.lesson,
        "kind": score.kind,
        "ended": score.ended.isoformat(timespec="seconds"),
        "percent": score.percent,
        "points": score.points,
        "total": score.total,
        "right": score.right,
        "asked": score.asked,
        "seconds": round(score.ms / 1000, 1),
    }
