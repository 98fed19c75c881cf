"""Real processes on one record."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.make import COURSE, StillClock, begin
from tutor.store.doctor import examine
from tutor.store.opening import FILE
from tutor.store.store import Store

ROOT = Path(__file__).parents[2]


def writer(home: Path, session: int, item: str, times: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.writer", str(home), str(session), item]
    return subprocess.Popen(
        [*command, str(times)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_two_copies_writing_one_session_lose_nothing(home: Path, clock: StillClock) -> None:
    times = 80
    with Store.open(home, clock) as store:
        row = begin(store)
    copies = [writer(home, row.id, item, times) for item in row.items]
    for copy in copies:
        _, complaints = copy.communicate(timeout=60)
        assert (copy.returncode, complaints) == (0, "")
    with Store.open(home, clock) as store:
        events = store.events(row.id)
        assert store.session(row.id).events == 2 * times
        assert store.session(row.id).answered == 2
    for item in row.items:
        stored = [event.ms for event in events if event.item == item]
        assert stored == list(range(1, times + 1))
    assert all(finding.ok for finding in examine(home, clock))


@pytest.mark.parametrize("after", [1, 23, 150])
def test_a_kill_at_any_moment_loses_no_stored_answer(
    home: Path, clock: StillClock, after: int
) -> None:
    with Store.open(home, clock) as store:
        row = begin(store)
    copy = writer(home, row.id, "item-1", 0)
    assert copy.stdout is not None
    for _ in range(after):
        copy.stdout.readline()
    copy.kill()
    rest, complaints = copy.communicate(timeout=60)
    assert (copy.returncode, complaints) == (-9, "")
    # A line that was cut off was stored before it was printed.
    said = after + rest.count("\n")
    assert (home / f"{FILE}-wal").exists()
    with Store.open(home, clock) as store:
        assert store.record.rows("PRAGMA integrity_check") == [("ok",)]
        stored = [event.ms for event in store.events(row.id)]
        assert len(stored) >= said
        assert stored == list(range(1, len(stored) + 1))
        assert [one.id for one in store.open_sessions(row.learner_id, COURSE)] == [row.id]
    assert all(finding.ok for finding in examine(home, clock))


def test_many_first_starts_at_once_make_one_record(home: Path, clock: StillClock) -> None:
    script = (
        "import sys; from pathlib import Path; from tutor.clock import SystemClock;"
        "from tutor.store.store import Store; sys.stdin.read();"
        "store = Store.open(Path(sys.argv[1]), SystemClock());"
        "print(store.learner('Ana').uid); store.close()"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(home)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.close()
        start.stdin = None
    told = [start.communicate(timeout=60) for start in starts]
    with Store.open(home, clock) as store:
        (ana,) = store.learners()
    assert told == [(f"{ana.uid}\n", "")] * 6


def test_loading_the_package_loads_no_database() -> None:
    script = (
        "import sys, tutor.store, tutor.store.home, tutor.store.model, tutor.store.errors;"
        "print(sorted({'sqlite3', 'platformdirs', 'json', 'shutil'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout == "[]\n"


def test_a_start_loads_nothing_that_only_failures_and_backups_need(
    home: Path, clock: StillClock
) -> None:
    Store.open(home, clock).close()
    script = (
        "import sys; from pathlib import Path; from tutor.clock import SystemClock;"
        "from tutor.store.store import Store;"
        "store = Store.open(Path(sys.argv[1]), SystemClock()); store.home(1, 'leg');"
        "today = store.today(1); store.cards(1, 'leg', today); store.evidence(1, 'leg');"
        "store.due_forecast(1, 'leg', today); store.happened_today(1, 'leg', today); store.close();"
        "print(sorted({'tutor.store.backup', 'tutor.store.restore', 'tutor.store.doctor', 'shutil',"
        " 'tempfile', 'platformdirs', 'textual', 'yaml', 'fsrs', 'tutor.memory.schedule',"
        " 'tutor.store.writing', 'tutor.store.reckoning'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "[]\n"
