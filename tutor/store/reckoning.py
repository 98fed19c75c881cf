"""Everything that is kept up with the log, reckoned from the log alone."""

from __future__ import annotations

from itertools import groupby
from operator import add, itemgetter
from typing import TYPE_CHECKING

from tutor.quiz.event import Kind
from tutor.store.history import Given, History
from tutor.store.keeping import ANSWERS, GIVEN, card_row, item_row
from tutor.store.standing import COLUMNS, Standing
from tutor.store.tally import share, tells_calibration

if TYPE_CHECKING:
    import sqlite3

    from tutor.store.connection import Row

    # What a table should hold: the columns after the key, by the key.
    Rows = dict[Row, Row]


def reckon(connection: sqlite3.Connection) -> dict[str, Rows]:
    """The rows of every table that is kept up with the log, by the table's name.

    Of `session` and `learner` only the columns that are. Reads the whole log.
    """
    answers = _Answers(connection)
    answers.read()
    return {
        "card": {
            key: card_row(one, one.card)
            for key, one in answers.histories.items()
            if one.card is not None
        },
        "item": {key: item_row(one) for key, one in answers.histories.items() if one.answers},
        "day": {key: tuple(counts) for key, counts in answers.days.items()},
        "calibration": dict(answers.calibration),
        "learner": _learners(connection, answers.last_days),
        "flag": _flags(connection),
        "session": _sessions(connection),
    }


class _Answers:
    """All answers in the order in which they were given, and what they come to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._uids: dict[int, str] = dict(connection.execute("SELECT id, uid FROM learner"))
        self._kinds: dict[int, str] = dict(connection.execute("SELECT id, kind FROM session"))
        self.histories: dict[Row, History] = {}
        # The row of the first answer, then the counts.
        self.days: dict[Row, list[int]] = {}
        self.calibration: dict[Row, tuple[int, int]] = {}
        self.last_days: dict[int, str] = {}

    def read(self) -> None:
        """Go through the log once."""
        taken_up = self._resumptions()
        rows = self._connection.execute(
            f"{GIVEN}, event.learner, event.course, event.session, event.pulled {ANSWERS}"
            " WHERE event.kind = 'answered' ORDER BY event.row"
        )
        for row in rows:
            given = Given._make(row[:-4])
            learner, course, session, pulled = row[-4:]
            while taken_up and taken_up[-1][0] < given.row:
                self._history(*taken_up.pop()[1:]).take_up()
            self._take(given, learner, course, self._kinds.get(session, ""))
            if pulled is not None and not given.right:
                self._history(learner, course, pulled).pull(given.row, given.day)
        while taken_up:
            self._history(*taken_up.pop()[1:]).take_up()

    def _take(self, given: Given, learner: int, course: str, kind: str) -> None:
        history = self._history(learner, course, given.item)
        part = share(given, kind, had_card=history.card is not None)
        history.answer(given)
        day = (learner, course, given.day)
        if day in self.days:
            self.days[day][1:] = map(add, self.days[day][1:], part)
        else:
            self.days[day] = [given.row, *part]
        if tells_calibration(given):
            level = (learner, course, given.certainty)
            answers, right = self.calibration.get(level, (0, 0))
            self.calibration[level] = (answers + 1, right + given.right)
        self.last_days[learner] = given.day

    def _history(self, learner: int, course: str, item: str) -> History:
        key = (learner, course, item)
        found = self.histories.get(key)
        if found is None:
            found = self.histories[key] = History(self._uids.get(learner, ""), item)
        return found

    def _resumptions(self) -> list[tuple[int, int, str, str]]:
        """The cards taken up again and after which event; the first one last."""
        return self._connection.execute(
            "SELECT event, learner, course, card FROM resumption ORDER BY event DESC, id DESC"
        ).fetchall()


def _learners(connection: sqlite3.Connection, last_days: dict[int, str]) -> Rows:
    return {
        (id_,): (last_days.get(id_),) for (id_,) in connection.execute("SELECT id FROM learner")
    }


def _flags(connection: sqlite3.Connection) -> Rows:
    flags: Rows = {}
    for kind, at, *key in connection.execute(
        "SELECT kind, at, learner, course, item FROM event"
        " WHERE kind IN ('flagged', 'unflagged') ORDER BY row"
    ):
        if kind == Kind.FLAGGED:
            flags.setdefault(tuple(key), (at,))
        else:
            flags.pop(tuple(key), None)
    return flags


def _sessions(connection: sqlite3.Connection) -> Rows:
    """Points are not among them: they hang on the weights that the items had."""
    sessions: Rows = {}
    kinds: dict[Row, str] = {}
    for id_, kind, end in connection.execute("SELECT id, kind, end_event FROM session"):
        kinds[id_,] = kind
        sessions[id_,] = (0, 0, 0, None, None, *((None, None) if end is None else (0, 0)))
    log = connection.execute(f"SELECT session, at, {COLUMNS} FROM event ORDER BY session, seq")
    for key, group in groupby(log, itemgetter(slice(1))):
        events = list(group)
        _, at, _, _, row, *_ = events[-1]
        standing = Standing(kinds.get(key, ""), (event[2:] for event in events))
        counts = (len(events), len(standing.answers), standing.chosen)
        ended = key in sessions and sessions[key][-1] is not None
        result = (standing.right, standing.ms) if ended else (None, None)
        sessions[key] = (*counts, row, at, *result)
    return sessions
