"""The learner's own words on an item, and reports of a doubtful one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store.ids import new_id
from tutor.store.times import from_stamp, stamp
from tutor.store.views import Note

if TYPE_CHECKING:
    from tutor.store.connection import Record

NOTE = "note"
REPORT = "report"
_COLUMNS = "id, item, kind, text, at"


def add_note(record: Record, learner_id: int, course: str, item: str, kind: str, text: str) -> Note:
    """Keep a note (`kind` NOTE) or a report (REPORT), beside those that there are."""
    now = record.clock.now()
    # A terminal sends half characters too, and the file holds none.
    text = text.encode("utf-8", "replace").decode("utf-8")
    with record.writing() as connection:
        row = connection.execute(
            "INSERT INTO note (uid, learner, course, item, kind, text, at)"
            f" VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}",
            (new_id(now), learner_id, course, item, kind, text, stamp(now)),
        ).fetchone()
    return _note(*row)


def notes(
    record: Record,
    learner_id: int,
    course: str,
    item: str | None = None,
    kind: str | None = None,
) -> tuple[Note, ...]:
    """Notes and reports, oldest first: of one item or all, of one kind or both."""
    rows = record.rows(
        f"SELECT {_COLUMNS} FROM note WHERE learner = ?1 AND course = ?2"
        " AND (?3 IS NULL OR item = ?3) AND (?4 IS NULL OR kind = ?4) ORDER BY id",
        learner_id,
        course,
        item,
        kind,
    )
    return tuple(_note(*row) for row in rows)


def delete_note(record: Record, learner_id: int, note_id: int) -> bool:
    """Take a note away for good; False if this learner has none of that number."""
    with record.writing() as connection:
        gone = connection.execute(
            "DELETE FROM note WHERE learner = ? AND id = ?", (learner_id, note_id)
        )
        return gone.rowcount > 0


def _note(id_: int, item: str, kind: str, text: str, at: str) -> Note:
    return Note(id_, item, kind, text, from_stamp(at))
