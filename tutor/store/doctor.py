"""Looking the record through: what is sound, and what is not."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tutor.store import failures, migrations
from tutor.store.agreement import disagreements
from tutor.store.backup import FOLDER, NONE_YET, backups, is_sound
from tutor.store.errors import RecordError, RecordMissing
from tutor.store.home import ground_of
from tutor.store.opening import FILE, open_to_read
from tutor.store.times import from_stamp

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path

    from tutor.clock import Clock
    from tutor.store.connection import Record
    from tutor.store.store import Store

# Of a long list of faults the first ones tell the story.
SHOWN = 5
MEGABYTE = 1024 * 1024
# Below this the next backups may fail.
LOW_SPACE = 50 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `words` is a sentence without its full stop."""

    ok: bool
    words: str


def examine(home: Path, clock: Clock) -> tuple[Finding, ...]:
    """Everything that can be said of the record in `home`. Changes nothing, raises nothing."""
    findings: list[Finding] = []
    try:
        record = open_to_read(home, clock)
        try:
            # One by one: what was found before a failure stays.
            for look in (_integrity, _references, _form, _counts, _future, _agreement):
                findings += look(record)
        finally:
            record.close()
        findings += _rights(home)
    except RecordMissing as error:
        findings += [Finding(True, error.message), *_rights(home)]
    except RecordError as error:
        findings.append(_fault(error))
    return (*findings, _backups(home), *_space(home))


def stale_keys(store: Store, course: str, digests: Mapping[str, str]) -> tuple[str, ...]:
    """The items whose key changed since they were last answered, sorted.

    `digests` holds the digest of every item's key as the course has it now; items that are no
    longer in the course are not named.
    """
    # Beside max(), SQLite takes the other columns from the row that holds it.
    rows = store.record.rows(
        "SELECT item, digest, max(row) FROM event WHERE course = ? AND kind = 'answered'"
        " GROUP BY item ORDER BY item",
        course,
    )
    return tuple(item for item, digest, _ in rows if digests.get(item, digest) != digest)


def vanished_items(store: Store, course: str, items: Container[str]) -> tuple[str, ...]:
    """The items that were answered and are not among `items`, sorted."""
    rows = store.record.rows(
        "SELECT DISTINCT item FROM item WHERE course = ? ORDER BY item", course
    )
    return tuple(item for (item,) in rows if item not in items)


def _integrity(record: Record) -> Iterator[Finding]:
    faults = [text for (text,) in record.rows(f"PRAGMA integrity_check({SHOWN})")]
    if faults == ["ok"]:
        yield Finding(True, f"The record {record.path} is sound")
    else:
        told = failures.damaged(record.path)
        yield Finding(False, f"{told.message}. {told.hint} ({'; '.join(faults)})")


def _references(record: Record) -> Iterator[Finding]:
    lost = len(record.rows("PRAGMA foreign_key_check"))
    if lost:
        yield Finding(False, f"Rows that refer to something missing: {lost}")


def _agreement(record: Record) -> Iterator[Finding]:
    odd = disagreements(record)
    yield from (Finding(False, words) for words in odd[:SHOWN])
    if odd:
        more = f"{len(odd)} in all; " if len(odd) > SHOWN else ""
        yield Finding(False, f"{more}footdrop doctor --rebuild makes them anew from the log")
    else:
        yield Finding(True, "Results, cards, days and flags agree with the log")


def _future(record: Record) -> Iterator[Finding]:
    """Answers given under a clock that was ahead of the one that shows now."""
    now = record.clock.now()
    # A day can be ahead of today's without any wrong clock: of a journey west.
    ahead = [
        at
        for (at,) in record.rows(
            "SELECT event.at FROM day JOIN event NOT INDEXED ON event.row >= first_event"
            " AND event.learner = day.learner AND event.course = day.course"
            " AND event.day = day.day AND event.kind = 'answered' WHERE day.day >= ?",
            date.isoformat(now.date()),
        )
        if from_stamp(at) > now
    ]
    if ahead:
        newest = max(map(from_stamp, ahead))
        answers = "1 answer is" if len(ahead) == 1 else f"{len(ahead)} answers are"
        yield Finding(
            True,
            f"{answers} from the future, up to {newest:%Y-%m-%d %H:%M}: the clock was ahead then. "
            "They count as they stand",
        )


def _form(record: Record) -> Iterator[Finding]:
    mode = str((record.row("PRAGMA journal_mode") or ("unknown",))[0])
    words = (
        f"Format {migrations.VERSION}, made by footdrop {migrations.writer(record.connection)}, "
        f"SQLite {sqlite3.sqlite_version}, journal {mode}"
    )
    # A restored file that was not opened since, or a disk that cannot share memory (a network).
    yield Finding(True, words if mode == "wal" else f"{words} (safe, but slower than wal)")


def _counts(record: Record) -> Iterator[Finding]:
    counts = record.row(
        "SELECT (SELECT count(*) FROM learner), (SELECT count(*) FROM session),"
        " (SELECT count(*) FROM event), (SELECT coalesce(sum(answers), 0) FROM day)"
    ) or (0, 0, 0, 0)
    names = ("learners", "sessions", "events", "answers")
    yield Finding(
        True, ", ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True))
    )


def _fault(error: RecordError) -> Finding:
    return Finding(False, f"{error.message}. {error.hint}".rstrip("."))


def _rights(home: Path) -> Iterator[Finding]:
    """A record that can be looked at may still take no answers."""
    ground = ground_of(home)
    for place in (ground, home / FILE):
        if place.exists() and not failures.writable(place):
            yield _fault(failures.read_only(place))
            return


def _backups(home: Path) -> Finding:
    found = backups(home)
    if not found:
        try:
            next((home / FOLDER).iterdir(), None)
        except FileNotFoundError:
            pass
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            return Finding(False, f"The backups cannot be read: {home / FOLDER} ({reason})")
        return Finding(True, NONE_YET)
    spoilt = [one for one in found if not is_sound(one)]
    sound = [one for one in found if one not in spoilt]
    if not sound:
        return Finding(False, f"Backups {len(found)}, and none is sound")
    words = f"the newest of {sound[0].made:%Y-%m-%d %H:%M}: {sound[0].path}"
    if not spoilt:
        return Finding(True, f"Backups {len(found)}, {words}")
    return Finding(
        False, f"Backups {len(found)}, not sound {len(spoilt)}; of the sound ones {words}"
    )


def _space(home: Path) -> Iterator[Finding]:
    try:
        free = shutil.disk_usage(home).free
        size = sum(one.stat().st_size for one in home.iterdir() if one.name == FILE)
    except OSError:
        # No folder yet, or one that cannot be read: that has been said.
        return
    yield Finding(
        free >= max(LOW_SPACE, 2 * size),
        f"Free space {free // MEGABYTE} MB, the record takes {size / MEGABYTE:.1f} MB",
    )
