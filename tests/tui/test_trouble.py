"""A record that opens and turns out to be damaged later, and ways out that fail."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import MakeDesk
from tests.study.answers import answer_all
from tests.tui.drive import at, click_text, drawn_words
from tutor.course.library import Library
from tutor.store.backup import backup_now
from tutor.store.errors import RecordDamaged
from tutor.store.opening import FILE
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.tui.app import TOUR_SETTING, FootdropApp, Start
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.trouble import TroubleScreen

SIZE = (100, 30)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def used(make_desk: MakeDesk, flow: Library, home: Path) -> Desk:
    """A desk with one score and a backup of it."""
    desk = make_desk(flow)
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    answer_all(sitting)
    desk.store.set_setting(TOUR_SETTING, "done")
    backup_now(desk.store.record)
    desk.store.close()
    return desk


def opened(desk: Desk, home: Path) -> Desk:
    store = Store.open(home, desk.clock)
    return desk._replace(store=store, learner=store.learner("you"))


def spoil(path: Path, *tables: str) -> None:
    """Overwrite the first page of the tables."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        pages = [
            page
            for table in tables
            for (page,) in connection.execute(
                "SELECT rootpage FROM sqlite_schema WHERE tbl_name = ? AND rootpage > 0", (table,)
            )
        ]
    with path.open("r+b") as file:
        for page in pages:
            file.seek(4096 * (page - 1))
            file.write(b"\xff" * 4096)


@pytest.mark.parametrize("start", [Start(), Start(lesson="first", quiz=True)])
async def test_damage_found_when_home_is_read_leads_to_the_ways_out(
    used: Desk, home: Path, start: Start
) -> None:
    spoil(home / FILE, "session")
    app = FootdropApp(opened(used, home), start._replace(home=home))
    try:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            at(app, TroubleScreen)
            assert "is damaged" in drawn_words(app)
            await click_text(pilot, "Restore the backup")
            at(app, QuizScreen if start.quiz else HomeScreen)
            assert app.desk.store.kept
            assert len(app.desk.store.scores(app.desk.learner.id, used.library.header.id)) == 1
            assert not [one for one in app.screen_stack if isinstance(one, TroubleScreen)]
    finally:
        app.desk.store.close()


async def test_damage_found_when_progress_is_read(used: Desk, home: Path) -> None:
    spoil(home / FILE, "calibration")
    app = FootdropApp(opened(used, home), Start(home=home))
    try:
        async with app.run_test(size=SIZE) as pilot:
            at(app, HomeScreen)
            await pilot.press("p")
            await pilot.pause()
            at(app, TroubleScreen)
            await pilot.press("escape")
            at(app, HomeScreen)
            assert not app.desk.store.kept
            assert "No lesson of this course" not in drawn_words(app)
    finally:
        app.desk.store.close()


@pytest.mark.parametrize("table", ["learner", "setting"])
def test_damage_in_what_is_read_first_is_found_when_the_record_is_opened(
    used: Desk, home: Path, table: str
) -> None:
    spoil(home / FILE, table)
    with pytest.raises(RecordDamaged):
        Store.open(home, used.clock)


async def test_after_a_failed_restore_a_new_record_can_still_be_begun(
    used: Desk, home: Path
) -> None:
    (home / FILE).write_bytes(b"x" * 4096)
    with pytest.raises(RecordDamaged) as caught:
        Store.open(home, used.clock)
    [backup] = (home / "backups").iterdir()
    backup.write_bytes(b"x" * 4096)  # spoilt after it was offered
    memory = Store.in_memory(used.clock)
    desk = used._replace(store=memory, learner=memory.learner("you"))
    app = FootdropApp(desk, Start(trouble=caught.value, home=home))
    try:
        async with app.run_test(size=SIZE) as pilot:
            await click_text(pilot, "Restore the backup")
            at(app, TroubleScreen)
            assert "not a sound record" in drawn_words(app)
            assert "Restore the backup" not in drawn_words(app)
            await click_text(pilot, "Begin a new record")
            assert app.desk.store.kept
    finally:
        app.desk.store.close()
