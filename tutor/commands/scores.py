"""`footdrop scores [--csv|--json] [--reports]`: every score of every quiz, oldest first.

JSON holds the scores, the notes and the reports of doubtful questions under keys of their own. A
CSV file holds one table: the scores or, with `--reports`, notes and reports.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

from tutor.commands.codes import DONE
from tutor.commands.setup import library_of, store_to_read
from tutor.course.library import Library
from tutor.store.errors import RecordMissing
from tutor.store.model import Score
from tutor.store.views import Note
from tutor.study.learners import NobodyLearned, learner_to_read

_FIELDS = ("lesson", "kind", "ended", "percent", "points", "total", "right", "asked", "seconds")
_NOTE_FIELDS = ("kind", "item", "lesson", "at", "text")
_REPORT = "report"
_AGAIN = {"retry": " (retry of missed questions)", "cram": " (practice)"}
_OVER_LESSONS = {"review": "Review", "cram": "Practice", "exam": "Exam", "pretest": "Pre-test"}
Row = dict[str, object]


class _Kept(NamedTuple):
    """What the record holds of one learner; no name where nobody has learned yet."""

    name: str = ""
    scores: tuple[Score, ...] = ()
    notes: tuple[Note, ...] = ()


def scores(options: argparse.Namespace) -> int:
    """Print the scores of one learner in this course, or what they noted and reported."""
    library = library_of(options)
    kept = _kept(options, library.header.id)
    if options.json:
        _print_json(library, kept, reports_only=options.reports)
    elif options.csv and options.reports:
        _print_csv(_NOTE_FIELDS, _note_rows(library, kept.notes))
    elif options.csv:
        _print_csv(_FIELDS, [_row(score) for score in kept.scores])
    elif options.reports:
        _print_notes(library, kept)
    else:
        _print_scores(library, kept)
    return DONE


def _kept(options: argparse.Namespace, course: str) -> _Kept:
    try:
        with store_to_read(options) as store:
            learner = learner_to_read(store, options.learner)
            return _Kept(
                learner.name, store.scores(learner.id, course), store.notes(learner.id, course)
            )
    except (RecordMissing, NobodyLearned):
        return _Kept()


def _print_json(library: Library, kept: _Kept, *, reports_only: bool) -> None:
    import json

    notes = _note_rows(library, kept.notes)
    told = {
        "scores": [_row(score) for score in kept.scores],
        "notes": [row for row in notes if row["kind"] != _REPORT],
        "reports": [row for row in notes if row["kind"] == _REPORT],
    }
    if reports_only:
        del told["scores"]
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _print_csv(fields: tuple[str, ...], rows: list[Row]) -> None:
    import csv

    writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _print_scores(library: Library, kept: _Kept) -> None:
    if not kept.scores:
        whose = f" for {kept.name}" if kept.name else ""
        print(f"No scores yet{whose}. They begin with the first quiz: footdrop quiz.")
    for score in kept.scores:
        entry = library.entry(score.lesson)
        lesson = entry.short if entry else score.lesson or _OVER_LESSONS.get(score.kind, score.kind)
        if entry and score.kind == "exam":
            lesson = f"{lesson} (exam)"
        print(
            f"{score.ended:%Y-%m-%d %H:%M}  {score.percent:>3}%  "
            f"{score.right} of {score.asked} right  {lesson}{_AGAIN.get(score.kind, '')}"
        )
    if kept.notes:
        print(f"Notes and reports: {len(kept.notes)}. They are in footdrop scores --reports.")


def _print_notes(library: Library, kept: _Kept) -> None:
    if not kept.notes:
        print("No notes and no reports. Both are made at the feedback on a question.")
    for note, row in zip(kept.notes, _note_rows(library, kept.notes), strict=True):
        text = " ".join(note.text.split())
        print(f"{note.at:%Y-%m-%d %H:%M}  {note.kind:<6}  {row['lesson']}/{note.item}  {text}")


def _note_rows(library: Library, notes: tuple[Note, ...]) -> list[Row]:
    """Notes with the lesson of their question; "" when it is in the course no more."""
    lessons = _lessons_of_items(library) if notes else {}
    return [
        {
            "kind": note.kind,
            "item": note.item,
            "lesson": lessons.get(note.item, ""),
            "at": note.at.isoformat(timespec="seconds"),
            "text": note.text,
        }
        for note in notes
    ]


def _lessons_of_items(library: Library) -> dict[str, str]:
    quizzes = (library.quiz(entry.id) for entry in library.lessons)
    return {item.id: quiz.id for quiz in quizzes if quiz is not None for item in quiz.items}


def _row(score: Score) -> Row:
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
