"""What Progress shows: evidence, days, calibration, retention, scores over time, pre-tests.

None of it reads the log from end to end: every query follows an index or a table that is kept up
with the log.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from tutor.store.scores import SCORE, read_score
from tutor.store.standing import COLUMNS, RIGHT, Standing
from tutor.store.views import Day, Pretest, Recalls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.memory.mastery import Evidence
    from tutor.store.connection import Record, Row
    from tutor.store.model import Score

MILLION = 1_000_000
PRETEST = "pretest"
# Older ones say what was known before half of the course was read.
_PRETESTS = 20

# Hopped over one by one in the index, so that the cost follows their number and not that of the
# answers.
_OBJECTIVES = """
WITH RECURSIVE objectives (objective) AS (
    SELECT min(objective) FROM event
    WHERE scored = 1 AND learner = ?1 AND course = ?2 AND objective > ''
    UNION ALL
    SELECT (SELECT min(objective) FROM event WHERE scored = 1 AND learner = ?1 AND course = ?2
            AND objective > objectives.objective)
    FROM objectives WHERE objective IS NOT NULL
)
SELECT objective FROM objectives WHERE objective IS NOT NULL
"""
# One query for each takes half the time of a single one over all.
_EVIDENCE = """
SELECT item, day, type, certainty,
       coalesce((SELECT score FROM event AS verdict WHERE verdict.answer = event.row
                 ORDER BY row DESC LIMIT 1), score)
FROM event WHERE scored = 1 AND learner = ? AND course = ? AND objective = ?
ORDER BY row DESC LIMIT ?
"""


def evidence(
    record: Record, learner_id: int, course: str, newest: int = 10
) -> Mapping[str, tuple[Evidence, ...]]:
    """The newest scored answers for each objective that has any, the newest first.

    `applied` is left False: the course knows it.
    """
    from tutor.memory.mastery import Evidence

    return {
        objective: tuple(
            Evidence(item, date.fromisoformat(day), score >= RIGHT, type_, certainty)
            for item, day, type_, certainty, score in record.rows(
                _EVIDENCE, learner_id, course, objective, newest
            )
        )
        for (objective,) in record.rows(_OBJECTIVES, learner_id, course)
    }


def days(
    record: Record, learner_id: int, course: str, since: date | None = None
) -> tuple[Day, ...]:
    """The study days with an answer, from `since` on or all, oldest first."""
    rows = record.rows(
        "SELECT day, answers, right, ms, reviews, begun, introduced FROM day"
        " WHERE learner = ? AND course = ? AND day >= ? ORDER BY day",
        learner_id,
        course,
        since.isoformat() if since else "",
    )
    # Named one by one: years of days are read for every look at Progress.
    return tuple(
        Day(date.fromisoformat(day), answers, right, ms, reviews, begun, introduced)
        for day, answers, right, ms, reviews, begun, introduced in rows
    )


def one_day(record: Record, learner_id: int, course: str, day: date) -> Day:
    """The counts of one study day; zeros for a day without an answer."""
    row = record.row(
        "SELECT answers, right, ms, reviews, begun, introduced FROM day"
        " WHERE learner = ? AND course = ? AND day = ?",
        learner_id,
        course,
        day.isoformat(),
    )
    return Day(day, *(row or ()))


def calibration(record: Record, learner_id: int, course: str) -> Mapping[int, tuple[int, int]]:
    """(Right, asked) by certainty 1..3, of scored answers."""
    rows = record.rows(
        "SELECT certainty, right, answers FROM calibration WHERE learner = ? AND course = ?",
        learner_id,
        course,
    )
    return {certainty: (right, asked) for certainty, right, asked in rows}


def recalls(record: Record, learner_id: int, course: str) -> Recalls:
    """Predicted against actual: the sums over all days."""
    row = record.row(
        "SELECT coalesce(sum(predictions), 0), coalesce(sum(recalled), 0),"
        " coalesce(sum(predicted), 0) FROM day WHERE learner = ? AND course = ?",
        learner_id,
        course,
    ) or (0, 0, 0)
    return Recalls(row[0], row[1], row[2] / MILLION)


def newest_scores(
    record: Record, learner_id: int, course: str, kinds: Sequence[str], newest: int
) -> tuple[Score, ...]:
    """The newest finished sessions of these kinds, oldest first; at most so many."""
    found: list[tuple[int, Score]] = []
    for kind in kinds:
        rows = record.rows(
            f"SELECT end_event, {SCORE} FROM session WHERE learner = ? AND course = ?"
            " AND kind = ? AND end_event IS NOT NULL ORDER BY end_event DESC LIMIT ?",
            learner_id,
            course,
            kind,
            newest,
        )
        found += [(row[0], read_score(row[1:])) for row in rows]
    found.sort(key=lambda one: one[0])
    return tuple(score for _, score in found[-newest:]) if newest else ()


def pretests(record: Record, learner_id: int, course: str) -> Mapping[str, Pretest]:
    """The newest pre-test of each objective that was in one, also if it was left unfinished."""
    rows = record.rows(
        f"SELECT session, objective, {COLUMNS} FROM event WHERE session IN ("
        "SELECT id FROM session WHERE learner = ? AND course = ? AND kind = ?"
        " AND last_event IS NOT NULL ORDER BY id DESC LIMIT ?) ORDER BY session DESC, seq",
        learner_id,
        course,
        PRETEST,
        _PRETESTS,
    )
    found: dict[str, Pretest] = {}
    for _, events in groupby(rows, itemgetter(0)):
        for objective, result in _of_pretest(list(events)).items():
            found.setdefault(objective, result)
    return found


def _of_pretest(events: Sequence[Row]) -> Mapping[str, Pretest]:
    objective_of = {event[4]: event[1] for event in events}
    results: dict[str, Pretest] = {}
    for item, held in Standing(PRETEST, (event[2:] for event in events)).answers.items():
        objective = objective_of[held.row]
        asked, right, missed = results.get(objective, Pretest(0, 0, ()))
        known = held.score >= RIGHT
        results[objective] = Pretest(asked + 1, right + known, missed if known else (*missed, item))
    return results
