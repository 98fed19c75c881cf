"""`footdrop status [--json]`: what to do now and where one stands, as Progress says it."""

from __future__ import annotations

import argparse

from tutor.commands.codes import DONE
from tutor.commands.desk import desk_to_read
from tutor.study.desk import Desk
from tutor.study.plan import Step, course_map
from tutor.study.progress import Progress, progress
from tutor.study.told import NOTHING_YET, told


def status(options: argparse.Namespace) -> int:
    """Print it."""
    with desk_to_read(options) as desk:
        now, step = progress(desk), course_map(desk).step
        if options.json:
            import json

            print(json.dumps(_as_json(desk, now, step), ensure_ascii=False, indent=2))
        else:
            print("\n".join(_lines(now, step)))
    return DONE


def _lines(now: Progress, step: Step) -> list[str]:
    lines = [f"Now: {step.line}"]
    for section in told(now):
        lines += ["", f"{section.head}:", *(f"  {line}" for line in section.lines)]
    return lines if now.answers else [*lines, NOTHING_YET]


def _as_json(desk: Desk, now: Progress, step: Step) -> dict[str, object]:
    found = now.retention
    return {
        "course": desk.library.header.id,
        "learner": desk.learner.name,
        "today": now.today.isoformat(),
        "next": {
            "kind": step.kind.value,
            "line": step.line,
            "lesson": step.row.entry.id if step.row is not None else None,
        },
        "due": list(now.due),
        "sure_and_wrong": now.sure_and_wrong,
        "paused": now.stuck,
        "days_studied": len(now.days),
        "answers": now.answers,
        "seconds": round(now.ms / 1000),
        "objectives": [
            {
                "id": row.objective.id,
                "lesson": row.lesson.id,
                "name": row.objective.short,
                "state": row.mastery.word,
                "right": row.mastery.right,
                "asked": row.mastery.asked,
                "exam_ready": row.mastery.exam_ready,
            }
            for row in now.objectives
        ],
        "calibration": {
            "levels": [
                {"certainty": one.word, "right": one.right, "asked": one.asked}
                for one in now.calibration.levels
            ],
            "marks": now.calibration.marks,
            "words": now.calibration.sentence,
        },
        "reviews": now.reviews,
        "retention": found
        and {
            "reviews": found.reviews,
            "remembered": found.recalled,
            "expected_share": round(found.predicted, 4),
            "share": round(found.actual, 4),
            "range": [round(found.low, 4), round(found.high, 4)],
        },
        "quizzes": [
            {
                "kind": score.kind,
                "lesson": score.lesson,
                "ended": score.ended.isoformat(timespec="seconds"),
                "right": score.right,
                "asked": score.asked,
                "percent": score.percent,
            }
            for score in now.scores
        ],
    }
