"""What earlier answers came to: history, newest and best, what is known of an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store.model import LessonScores, Score
from tutor.store.times import from_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.store.connection import Record, Row

SCORE = "id, session.lesson, kind, ended_at, points, total, right, asked, ms"
_OF_COURSE = "learner = ?1 AND course = ?2 AND end_event IS NOT NULL"

# One newest and one best session a lesson. The lessons are hopped over one by one in the index,
# so that the cost follows their number and not that of the sessions.
_NEWEST_AND_BEST = f"""
WITH RECURSIVE lessons (lesson) AS (
    SELECT min(lesson) FROM session WHERE {_OF_COURSE}
    UNION ALL
    SELECT (SELECT min(lesson) FROM session WHERE {_OF_COURSE} AND lesson > lessons.lesson)
    FROM lessons WHERE lesson IS NOT NULL
)
SELECT {SCORE} FROM lessons JOIN session ON session.id IN (
    (SELECT id FROM session
     WHERE {_OF_COURSE} AND lesson = lessons.lesson AND kind = 'quiz'
     ORDER BY end_event DESC LIMIT 1),
    (SELECT id FROM session
     WHERE {_OF_COURSE} AND lesson = lessons.lesson AND kind = 'quiz'
     ORDER BY points / total DESC, end_event DESC LIMIT 1)
)
ORDER BY lessons.lesson, end_event
"""


def scores(
    record: Record, learner_id: int, course: str, lesson: str | None = None
) -> tuple[Score, ...]:
    """Finished sessions, retries among them, oldest first; of one lesson, or of all."""
    query = f"SELECT {SCORE} FROM session WHERE {_OF_COURSE}"
    if lesson is None:
        rows = record.rows(f"{query} ORDER BY end_event", learner_id, course)
    else:
        rows = record.rows(
            f"{query} AND lesson = ?3 ORDER BY end_event", learner_id, course, lesson
        )
    return tuple(map(read_score, rows))


def lesson_scores(record: Record, learner_id: int, course: str) -> Mapping[str, LessonScores]:
    """The newest and the best quiz score of every lesson that has one."""
    found: dict[str, LessonScores] = {}
    for score in map(read_score, record.rows(_NEWEST_AND_BEST, learner_id, course)):
        # The best comes first, unless it is the newest: then it comes alone.
        best = found[score.lesson].best if score.lesson in found else score
        found[score.lesson] = LessonScores(last=score, best=best)
    return found


def seen(
    record: Record, learner_id: int, course: str, items: Iterable[str]
) -> Mapping[str, tuple[int, float]]:
    """How often each item was answered and the score of the last time; none for a new item.

    An answer that was undone counts: its feedback was seen.
    """
    found: dict[str, tuple[int, float]] = {}
    for item in items:
        row = record.row(
            "SELECT answers, score FROM item WHERE learner = ? AND course = ? AND item = ?",
            learner_id,
            course,
            item,
        )
        if row is not None:
            found[item] = (row[0], row[1])
    return found


def read_score(row: Row) -> Score:
    session_id, lesson, kind, ended, *numbers = row
    return Score(session_id, lesson, kind, from_stamp(ended), *numbers)
