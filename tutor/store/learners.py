"""Who learns here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store.errors import NameRefused
from tutor.store.ids import new_id
from tutor.store.model import Learner
from tutor.store.times import stamp

if TYPE_CHECKING:
    from tutor.store.connection import Record

LONGEST_NAME = 40


def learners(record: Record) -> tuple[Learner, ...]:
    """Everybody, in the order they came."""
    return tuple(Learner(*row) for row in record.rows("SELECT id, uid, name FROM learner"))


def learner(record: Record, name: str) -> Learner:
    """The learner of that name (case does not matter); new ones are entered.

    Raises NameRefused for a name that cannot be one.
    """
    name = clean_name(name)
    key = _key(name)
    query = "SELECT id, uid, name FROM learner WHERE name_key = ?"
    found = record.row(query, key)
    if found is None:
        now = record.clock.now()
        with record.writing() as connection:
            connection.execute(
                "INSERT INTO learner (uid, name, name_key, created_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (name_key) DO NOTHING",
                (new_id(now), name, key, stamp(now)),
            )
            found = connection.execute(query, (key,)).fetchone()
    return Learner(*found)


def rename_learner(record: Record, learner_id: int, name: str) -> Learner:
    """Give a learner another name. Raises NameRefused if it is taken or cannot be one."""
    name = clean_name(name)
    key = _key(name)
    with record.writing() as connection:
        owner = connection.execute("SELECT id FROM learner WHERE name_key = ?", (key,)).fetchone()
        if owner is not None and owner[0] != learner_id:
            raise NameRefused(f"There is a learner called {name} already", "Choose another name.")
        found = connection.execute(
            "UPDATE learner SET name = ?, name_key = ? WHERE id = ? RETURNING id, uid, name",
            (name, key, learner_id),
        ).fetchone()
    if found is None:
        raise NameRefused("This learner is not in the record any more", "Choose one of the list.")
    return Learner(*found)


def clean_name(name: str) -> str:
    """The name as it is kept: stripped, composed. Raises NameRefused."""
    name = name.strip()
    if not name.isascii():
        from unicodedata import normalize

        name = normalize("NFC", name)
    if not name:
        raise NameRefused("A name needs at least one character", "Type a name.")
    if len(name) > LONGEST_NAME:
        raise NameRefused(f"A name has at most {LONGEST_NAME} characters", "Shorten it.")
    if not name.isprintable():
        raise NameRefused(
            "A name holds only characters that can be seen", "Leave out control characters."
        )
    return name


def _key(name: str) -> str:
    if name.isascii():
        return name.lower()
    from unicodedata import normalize

    # Casefolding can undo composition, so compose again.
    return normalize("NFKC", normalize("NFKC", name).casefold())
