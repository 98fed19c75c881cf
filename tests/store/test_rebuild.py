"""What is kept up with the log is what the log says, whatever happens; and how it is made anew."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.make import COURSE, SINGLE, TEXT, StillClock, answer, begin, sit, verdict, write
from tutor.quiz.event import Event, Kind
from tutor.store.agreement import disagreements
from tutor.store.backup import backups
from tutor.store.doctor import examine
from tutor.store.errors import RecordBusy
from tutor.store.model import About, Entry
from tutor.store.opening import FILE
from tutor.store.rebuild import rebuild
from tutor.store.store import Store

ITEMS = ("item-1", "item-2", "item-3")
ABOUTS = (SINGLE, TEXT, About("case", SINGLE.objective), About("text", "other", True), About())
# Hours: within a day, over night, a journey, back a little, back far, years ahead.
TURNS = (0, 1, 9, 24, 24, 50, 400, -2, -30, -24 * 6, -24 * 40, 24 * 3000)

events = st.builds(
    lambda kind, item, score, certainty, hints, ms, given: Event(
        kind,
        item,
        {"option": "a"} if given else None,
        score if kind in (Kind.ANSWERED, Kind.OVERRIDDEN) else None,
        certainty,
        hints,
        ms,
    ),
    st.sampled_from([Kind.ANSWERED] * 6 + [Kind.OVERRIDDEN, Kind.OVERRIDDEN, Kind.UNDONE, *Kind]),
    st.sampled_from(ITEMS),
    st.sampled_from([0.0, 0.0, 0.85, 1.0, 1.0]),
    st.sampled_from([None, 1, 2, 3, 3]),
    st.integers(0, 1),
    st.sampled_from([0, 900, 5000, 130_000]),
    st.integers(0, 9).map(bool),
)
begins = st.tuples(
    st.just("begin"),
    st.sampled_from(["quiz", "retry", "review", "review", "cram", "exam", "pretest"]),
)
writes = st.tuples(
    st.just("write"), st.integers(0, 2), events, st.sampled_from(ABOUTS), st.booleans()
)
others = st.one_of(
    st.tuples(st.just("turn"), st.sampled_from(TURNS)),
    st.tuples(st.just("take up"), st.sampled_from(ITEMS)),
    st.tuples(st.just("retention"), st.sampled_from(["0.85", "0.95", "0.1", "much"])),
    st.tuples(st.just("hand in"), st.lists(st.tuples(events, st.sampled_from(ABOUTS)), max_size=4)),
)
lives = st.lists(st.one_of(begins, writes, writes, writes, writes, others, others), max_size=60)


def live(store: Store, clock: StillClock, life: list[tuple[object, ...]]) -> None:
    """A learner's life, one thing after the other."""
    rows = [begin(store, kind="quiz", n=3)]
    for step in life:
        match step:
            case ("begin", str() as kind):
                rows.append(begin(store, kind=kind, n=3))
            case ("write", int() as back, Event() as event, About() as about, bool() as timed):
                row = rows[-1 - back % len(rows)]
                known = store.session(row.id).events
                write(store, row, event, known=known, about=about, timed=timed)
            case ("turn", int() as hours):
                clock.turn(hours=hours)
            case ("take up", str() as item):
                store.take_up(rows[0].learner_id, COURSE, item)
            case ("retention", str() as value):
                store.set_setting("retention", value, learner_id=rows[0].learner_id)
            case ("hand in", list() as several):
                entries = [Entry(event, "d1", about) for event, about in several]
                known = store.session(rows[-1].id).events
                assert store.append_many(rows[-1].id, entries, known=known, total=None) == ()


@settings(max_examples=150, deadline=None)
@given(lives)
def test_whatever_happens_the_kept_is_what_the_log_says(life: list[tuple[object, ...]]) -> None:
    clock = StillClock()
    with Store.in_memory(clock) as store:
        live(store, clock, life)
        assert disagreements(store.record) == ()


def test_a_long_life_meets_every_rule(store: Store, clock: StillClock) -> None:
    """So that the property above is known to go where it matters."""
    sit(store, answer("item-1", 0.0, certainty=3), answer("item-2"), about=SINGLE)
    for _ in range(5):
        clock.turn(days=3)
        sit(store, answer("item-2"), kind="review")
        clock.turn(days=2)
        sit(store, answer("item-2", 0.0), verdict("item-2", 0.0), kind="review")
    ana = store.learner("Ana").id
    (card,) = (one.card for one in store.cards(ana, COURSE, store.today(ana)) if one.card.stuck)
    assert card.lapses >= 4
    assert store.take_up(ana, COURSE, "item-2")
    clock.turn(days=1)
    sit(store, answer("item-1", 0.5), about=About("case", SINGLE.objective))
    assert disagreements(store.record) == ()


def kept(store: Store) -> list[list[tuple[object, ...]]]:
    tables = ("card", "item", "day", "calibration", "flag", "session", "learner", "event")
    return [store.record.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in tables]


@pytest.fixture
def lived(store: Store, clock: StillClock) -> Store:
    """A record with a bit of everything."""
    for day in range(4):
        row = sit(
            store,
            answer("item-1", float(day > 0), certainty=3),
            verdict("item-1", float(day != 2)),
            answer("item-2", certainty=2),
            Event(Kind.FLAGGED, "item-2"),
            kind="review" if day else "quiz",
        )
        clock.turn(days=day + 1)
    write(store, row, Event(Kind.UNDONE, "item-2"), known=4)
    return store


def test_a_rebuild_of_a_sound_record_finds_it_equal_and_writes_nothing(
    lived: Store, home: Path
) -> None:
    before = (kept(lived), backups(home))
    found = rebuild(lived.record)
    assert (found.equal, found.differences, found.backup) == (True, (), None)
    assert (found.cards, found.answers) == (2, 8)
    assert (kept(lived), backups(home)) == before


def test_a_rebuild_puts_right_whatever_was_changed_and_says_what(lived: Store, home: Path) -> None:
    before = kept(lived)
    with lived.record.writing() as connection:
        connection.execute("UPDATE card SET stability = 99 WHERE card = 'item-1'")
        connection.execute("DELETE FROM card WHERE card = 'item-2'")
        connection.execute("INSERT INTO flag VALUES (1, 'leg', 'item-8', '')")
        connection.execute("UPDATE day SET answers = 77, recalled = 55")
        connection.execute("DELETE FROM item")
        connection.execute("UPDATE calibration SET right = 0")
        connection.execute("UPDATE session SET answered = 9, last_event = 1")
        connection.execute("UPDATE learner SET last_day = '1999-01-01'")
    found = rebuild(lived.record)
    assert not found.equal
    told = "\n".join(found.differences)
    for words in ("item-1 in leg says stability 99.0", "item-2 in leg is missing", "item-8", "77"):
        assert words in told
    assert kept(lived) == before
    assert found.backup is not None
    with sqlite3.connect(found.backup) as copy:
        assert copy.execute("SELECT stability FROM card").fetchall() == [(99.0,)]
    copy.close()
    assert rebuild(lived.record).equal


def test_a_rebuild_that_cannot_be_written_changes_nothing(lived: Store, home: Path) -> None:
    with lived.record.writing() as connection:
        connection.execute("DELETE FROM card")
    other = sqlite3.connect(home / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordBusy):
        rebuild(lived.record)
    other.execute("ROLLBACK")
    other.close()
    assert lived.record.rows("SELECT * FROM card") == []
    assert len(rebuild(lived.record).differences) == 2


def test_cards_do_not_hang_on_what_is_set_later(lived: Store) -> None:
    """A rebuild takes the retention and red flag that an answer was given under."""
    lived.set_setting("retention", "0.8", learner_id=1)
    assert rebuild(lived.record).equal


def test_the_doctor_names_the_way_out(lived: Store, home: Path, clock: StillClock) -> None:
    with lived.record.writing() as connection:
        connection.execute("UPDATE card SET due = '2030-01-01'")
    faults = [finding.words for finding in examine(home, clock) if not finding.ok]
    assert len(faults) == 3
    assert "due 2030-01-01; the log has due 20" in faults[0]
    assert "doctor --rebuild" in faults[-1]
