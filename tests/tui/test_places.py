"""Everything around the quiz: first minute, lesson, progress, settings, help, palette, trouble."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.conftest import FixedClock, MakeDesk
from tests.course.build import edit, small_course, write
from tests.tui.conftest import MakeApp, four_types
from tests.tui.drive import (
    at,
    burst,
    click_text,
    drawn,
    drawn_words,
    heading,
    key_names,
    notice,
    sitting_of,
    strips,
    type_text,
    widths_hold,
)
from tutor.course.library import Library
from tutor.store.backup import backup_now
from tutor.store.errors import RecordDamaged, RecordFull
from tutor.store.opening import FILE
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.tui import themes
from tutor.tui.app import FootdropApp, Start
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.history import HistoryScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import ResultScreen
from tutor.tui.screens.settings import SettingsScreen
from tutor.tui.screens.terms import TermsScreen
from tutor.tui.screens.trouble import TroubleScreen
from tutor.tui.screens.welcome import WelcomeScreen

SIZE = (80, 24)


# -- the first minute --------------------------------------------------------------------------


async def test_the_first_minute_asks_a_question_and_tells_why(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    app = make_app(first=True)
    async with app.run_test(size=SIZE) as pilot:
        screen = at(app, WelcomeScreen)
        await pilot.press("down", "up", "enter")
        assert screen.step == 2
        await pilot.press("2")
        assert screen.step == 3
        for why in ("It lifts, and it turns.", "It pushes down.", "It only feels."):
            assert why in drawn_words(app)
        await pilot.press("enter")
        at(app, HomeScreen)
        assert app.desk.store.scores(1, flow.header.id) == ()
    second = make_app(desk=make_desk(flow), first=True)
    async with second.run_test(size=SIZE):
        at(second, HomeScreen)


@pytest.mark.parametrize("before", [[], ["enter"], ["enter", "1"]])
async def test_escape_skips_the_first_minute_for_good(make_app: MakeApp, before: list[str]) -> None:
    app = make_app(first=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*before, "escape")
        at(app, HomeScreen)
    again = make_app(desk=app.desk, first=True)
    async with again.run_test(size=SIZE):
        at(again, HomeScreen)


async def test_the_first_minute_of_a_course_without_questions(
    make_app: MakeApp, tmp_path: Path
) -> None:
    root = small_course(tmp_path / "course")
    for path in (root / "quizzes").iterdir():
        path.unlink()
    app = make_app(root, first=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        at(app, HomeScreen)


# -- a lesson ----------------------------------------------------------------------------------


async def test_reading_a_lesson_to_its_quiz(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        lesson = at(app, LessonScreen)
        assert "The first lines" in drawn_words(app)
        assert "Behind the knee." in drawn_words(app)  # the figure in words
        await pilot.press("enter")
        assert "What is it?" in drawn_words(app)
        assert "Bone." not in drawn_words(app)
        await pilot.press("space")
        assert "Bone." in drawn_words(app)
        await pilot.press("left")
        assert lesson.index == 0
        await pilot.press("left")
        assert lesson.index == 0
        await pilot.press("enter", "enter")
        assert "The last lines." in drawn_words(app)
        assert not lesson.figure.display
        await pilot.press("enter")
        assert "The one sentence." in drawn_words(app)
        await pilot.press("enter")
        assert sitting_of(app).session.lesson == "first"


async def test_a_lesson_opens_at_the_page_where_it_was_left(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "enter", "enter", "escape")
        at(app, HomeScreen)
        assert "screen 3 of" in drawn_words(app)
        await pilot.press("c")
        assert at(app, LessonScreen).index == 2
        assert "The last lines." in drawn_words(app)


async def test_sources_and_terms_of_a_page(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert "A book: with a colon" not in drawn_words(app)
        await pilot.press("s")
        assert "A book: with a colon" in drawn_words(app)
        await pilot.press("s", "g")
        at(app, TermsScreen)
        for words in ("neck of the fibula", "FIB-yoo-lar", "The part below the head."):
            assert words in drawn_words(app)
        await pilot.press("escape")
        assert at(app, LessonScreen).index == 0
        await pilot.press("enter", "enter", "g")  # a page without terms
        at(app, LessonScreen)
        assert notice(app)


async def test_the_words_of_the_figure_move_below_the_text(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first"))
    async with app.run_test(size=(60, 20)) as pilot:
        lesson = at(app, LessonScreen)
        assert not lesson.figure.display
        assert "Behind the knee." in drawn_words(app)
        await pilot.resize_terminal(*SIZE)
        assert lesson.figure.display
        assert drawn_words(app).count("Behind the knee.") == 1


async def test_a_lesson_without_a_quiz(make_app: MakeApp, tmp_path: Path) -> None:
    root = small_course(tmp_path / "course")
    (root / "quizzes/01-first.yaml").unlink()
    app = make_app(root)
    async with app.run_test(size=SIZE) as pilot:
        assert "left out" in drawn_words(app)
        await pilot.press("q")
        at(app, HomeScreen)
        assert notice(app)
        await pilot.press("enter", "q")
        at(app, LessonScreen)
        await pilot.press(*["enter"] * 4)
        at(app, HomeScreen)
        assert "✓" in drawn(app)  # read is done, where there is nothing to answer


async def test_a_broken_lesson_is_named_and_the_rest_opens(
    make_app: MakeApp, tmp_path: Path
) -> None:
    root = small_course(tmp_path / "course")
    edit(root, "lessons/01-first.yaml", "screens:", "screens: [")
    app = make_app(root)
    async with app.run_test(size=SIZE) as pilot:
        assert "01-first.yaml" in drawn_words(app)
        await pilot.press("enter")
        assert at(app, LessonScreen).lesson.id == "second"


async def test_a_course_with_no_lesson(make_app: MakeApp, tmp_path: Path) -> None:
    root = small_course(tmp_path / "course")
    for stem in ("01-first", "02-second"):
        write(root, f"lessons/{stem}.yaml", "lesson: [")
    app = make_app(root)
    async with app.run_test(size=SIZE) as pilot:
        assert "No lesson" in drawn_words(app)
        await pilot.press("enter", "c", "o", "q", "p", "escape", "s", "escape", "down", "tab")
        at(app, HomeScreen)


async def test_reading_goes_on_when_the_place_cannot_be_kept(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    class Full(Store):
        def mark_read(self, learner_id: int, course: str, lesson: str, screen: str) -> None:
            raise RecordFull("The disk is full", "Free some space.")

    desk = make_desk(flow)
    desk = Desk(desk.library, Full(desk.store.record), desk.learner, desk.clock, desk.new_seed)
    app = make_app(desk=desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "enter")
        assert at(app, LessonScreen).index == 1
        assert "The disk is full" in notice(app)


# -- places ------------------------------------------------------------------------------------


async def test_progress_and_the_history_of_a_quiz(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    clock = FixedClock()
    desk = make_desk(flow, clock=clock)
    for _ in range(2):
        sitting = desk.begin_quiz("first")
        assert sitting is not None
        while sitting.current is not None:
            sitting.item_is_shown()
            clock.advance(seconds=30)
            sitting.answer(sitting.current, None)
        clock.advance(days=1)
    app = make_app(desk=desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        at(app, ProgressScreen)
        await pilot.press("h")
        history = at(app, HistoryScreen)
        assert "2 quizzes" in drawn_words(app)
        await pilot.press("enter")
        assert history.lesson == "first"
        assert drawn(app).count("0 of 4") == 2
        assert "yesterday" in drawn_words(app)
        assert "2 min" in drawn_words(app)
        await pilot.press("escape")
        assert history.lesson is None
        await pilot.press("q")
        at(app, QuizScreen)
        await pilot.press("escape", "escape", "escape")
        at(app, HomeScreen)


async def test_progress_before_the_first_quiz(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        assert "After your first quiz" in drawn_words(app)
        assert "q begins the quiz of lesson 1, The first lesson." in drawn_words(app)
        assert key_names(app) == ("q", "esc", "?")
        await pilot.press("enter", "down")
        at(app, ProgressScreen)
        await pilot.press("q")
        assert sitting_of(app).session.lesson == "first"
        await pilot.press("escape")
        at(app, ProgressScreen)


async def test_a_theme_is_used_and_kept(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        assert app.theme == themes.DARK
        await pilot.press("s", "down", "enter")
        at(app, SettingsScreen)
        assert app.theme == themes.LIGHT
    assert make_app(desk=make_desk(flow)).theme == themes.LIGHT


async def test_without_colour_the_choice_is_kept_and_no_colour_is_used(make_app: MakeApp) -> None:
    app = make_app(no_color=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "down", "enter")
        assert app.wanted_theme == themes.LIGHT
        assert app.theme == themes.TERMINAL_LIGHT


def test_a_saved_theme_that_is_none_is_passed_over(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library
) -> None:
    desk = make_desk(flow)
    desk.store.set_setting("theme", "no-such-theme")
    assert make_app(desk=desk).theme == themes.DARK


async def choose(pilot: Pilot[None], words: str) -> None:
    """Choose the settings row with these words."""
    await click_text(pilot, words)


async def test_a_new_learner_and_another_name(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        settings = at(app, SettingsScreen)
        await choose(pilot, "a new learner")
        await type_text(pilot, "[L5] Ana")
        await pilot.press("enter")
        assert app.desk.learner.name == "[L5] Ana"
        assert "[L5] Ana" in drawn_words(app)
        assert app.focused is settings.sheet
        await choose(pilot, "another name")
        await type_text(pilot, "YOU")
        await pilot.press("enter")  # taken
        assert settings.name_line.display
        assert "YOU" in notice(app)
        await pilot.press("escape")
        at(app, SettingsScreen)
        assert not settings.name_line.display
        await choose(pilot, "another name")
        await type_text(pilot, "Ben")
        await pilot.press("enter")
        assert [one.name for one in app.desk.store.learners()] == ["you", "Ben"]
        assert notice(app) == "Now called: Ben"
        await pilot.press("escape")
        assert "Ben" in heading(app)


async def test_a_name_that_cannot_be_one_is_said_so(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await choose(pilot, "a new learner")
        await pilot.press("enter")
        assert "at least one character" in notice(app)
        await type_text(pilot, "x" * 41)
        await pilot.press("enter")
        assert "at most 40" in notice(app)
        assert app.desk.learner.name == "you"


async def test_help_lists_the_keys_of_the_screen_it_was_called_from(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first", quiz=True))
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f", "question_mark")
        at(app, HelpScreen)
        text = drawn_words(app)
        for words in ("A hint", "I don't know", "Skip", "Undo", "ctrl+q", "Flagged."):
            assert words in text
        assert "The terms of this page" not in text
        await pilot.press("question_mark")
        at(app, QuizScreen)
        await pilot.press("f5", "f5", "f1")  # over a line for typing
        at(app, HelpScreen)
        await pilot.press("escape")
        assert app.focused is at(app, QuizScreen).answer_line


async def test_the_palette_finds_a_lesson_titled_with_brackets(
    make_app: MakeApp, tmp_path: Path
) -> None:
    root = four_types(tmp_path / "course")
    edit(root, "lessons/02-second.yaml", "short: The second lesson", 'short: "[L5] [/] root"')
    app = make_app(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "[L5] [/]")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "[L5] [/] root" in drawn(app)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert at(app, LessonScreen).lesson.id == "second"


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_title_without_end_leaves_room_for_the_others(
    make_app: MakeApp, tmp_path: Path, size: tuple[int, int]
) -> None:
    root = four_types(tmp_path / "course")
    long = "x" * 10_000
    edit(root, "lessons/course.yaml", "title: The first part", f"title: {long}")
    app = make_app(root)
    async with app.run_test(size=size) as pilot:
        (part,) = [row for row in drawn(app).splitlines() if "xxx" in row]
        assert "x…" in part
        widths_hold(app)
        await pilot.press("ctrl+p")
        await type_text(pilot, "Pre")
        await app.workers.wait_for_complete()
        await pilot.pause()
        rows = drawn(app).splitlines()
        assert sum("xxx" in row for row in rows) <= 3
        assert any("x…" in row for row in rows)
        assert "Pre-test: The second part" in drawn(app)


async def test_only_the_titles_of_commands_are_bold(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.press("down")
        await pilot.pause()
        bold = {
            segment.text: bool(segment.style and segment.style.bold)
            for strip in strips(app)
            for segment in strip
        }
        assert bold["Home"]
        assert bold["Exam"]
        assert not bold["The map of the course"]
        assert not bold["Questions over the whole course, told at the end"]


# -- any size, any speed -----------------------------------------------------------------------

SIZES = ((20, 5), (120, 40), (40, 12), (1, 1), (80, 24))


@pytest.mark.parametrize(
    "keys",
    [
        [],
        ["enter"],
        ["q", "f5"],
        ["q", "f5", "f5"],
        ["q", "n"],
        ["s"],
    ],
    ids=lambda keys: "-".join(keys) or "home",
)
async def test_a_resize_at_any_moment(make_app: MakeApp, keys: list[str]) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        screen, before = app.screen, drawn(app)
        focused = app.focused
        for size in SIZES:
            await pilot.resize_terminal(*size)
            widths_hold(app)
        assert app.screen is screen
        assert app.focused is focused
        assert drawn(app) == before
        await pilot.press("down", "up")
        widths_hold(app)


async def test_a_tiny_window_says_what_it_needs(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(20, 5)) as pilot:
        assert "needs 40 columns" in drawn_words(app)
        await pilot.resize_terminal(40, 12)
        assert "The first lesson" in drawn_words(app)
        assert "needs 40 columns" not in drawn_words(app)


async def test_the_other_column_gives_its_focus_back_when_it_goes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        home = at(app, HomeScreen)
        await pilot.press("tab")
        assert app.focused is home.next
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert app.focused is home.map
        await pilot.press("down", "enter")
        assert at(app, LessonScreen).lesson.id == "second"


async def test_everything_can_be_done_at_the_smallest_size(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("enter")
        for _ in range(20):
            if not isinstance(app.screen, LessonScreen):
                break
            widths_hold(app)
            await pilot.press("enter")
        for _ in range(20):
            if not isinstance(app.screen, QuizScreen):
                break
            assert {"esc"} & set(key_names(app))
            widths_hold(app)
            await pilot.press("f4" if at(app, QuizScreen).looking is None else "enter")
        at(app, ResultScreen)
        await pilot.press("escape")
        at(app, HomeScreen)


async def test_keys_faster_than_it_draws(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await burst(pilot, ["enter"] * 3)
        await pilot.pause()
        assert len(app.screen_stack) == 2  # one lesson, not three
        await burst(pilot, ["enter"] * 9 + ["down", "up", "escape", "question_mark"] * 10)
        await burst(pilot, ["escape"] * 5)
        await pilot.pause()
        at(app, HomeScreen)
        await burst(
            pilot, ["q", "q", "n", "n", "n", "1", "2", "enter", "u", "u", "h", "h", "f"] * 3
        )
        await pilot.pause()
        await burst(pilot, ["escape"] * 5)
        await pilot.pause()
        at(app, HomeScreen)
        assert app.desk.store.record.row("PRAGMA integrity_check") == ("ok",)
        await pilot.press("p")
        at(app, ProgressScreen)


# -- the record is in trouble ------------------------------------------------------------------


def damaged(make_desk: MakeDesk, flow: Library, tmp_path: Path) -> tuple[Desk, Start]:
    """A desk without a record, because the file at home is damaged; its backup has one score."""
    home = tmp_path / "home"
    desk = make_desk(flow)
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    while sitting.current is not None:
        sitting.answer(sitting.current, None)
    desk.store.set_setting("tour", "done")
    backup_now(desk.store.record)
    desk.store.close()
    (home / FILE).write_bytes(b"these are my notes\n" * 400)
    with pytest.raises(RecordDamaged) as caught:
        Store.open(home, desk.clock)
    memory = Store.in_memory(desk.clock)
    without = Desk(flow, memory, memory.learner("you"), desk.clock, desk.new_seed)
    return without, Start(trouble=caught.value, home=home)


async def test_a_damaged_record_is_restored_from_its_backup(
    make_desk: MakeDesk, flow: Library, tmp_path: Path
) -> None:
    desk, start = damaged(make_desk, flow, tmp_path)
    app = FootdropApp(desk, start)
    try:
        async with app.run_test(size=SIZE) as pilot:
            at(app, TroubleScreen)
            assert "damaged" in drawn_words(app)
            await pilot.press("enter")
            at(app, HomeScreen)
            assert app.desk.store.kept
            assert len(app.desk.store.scores(app.desk.learner.id, flow.header.id)) == 1
            assert "0%" in drawn_words(app)
        kept = [path for path in (tmp_path / "home").iterdir() if "kept" in path.name]
        assert [path.read_bytes()[:8] for path in kept] == [b"these ar"]
    finally:
        app.desk.store.close()


async def test_a_damaged_record_without_a_backup_is_set_aside_for_a_new_one(
    make_desk: MakeDesk, flow: Library, tmp_path: Path
) -> None:
    desk, start = damaged(make_desk, flow, tmp_path)
    before = (tmp_path / "home" / FILE).read_bytes()
    app = FootdropApp(desk, start)
    try:
        async with app.run_test(size=SIZE) as pilot:
            await click_text(pilot, "Begin a new record")
            at(app, WelcomeScreen)
            assert app.desk.store.kept
            [kept] = (tmp_path / "home").glob("footdrop-kept-*.db")
            assert kept.read_bytes() == before
    finally:
        app.desk.store.close()


async def test_going_on_without_a_record(
    make_desk: MakeDesk, flow: Library, tmp_path: Path
) -> None:
    desk, start = damaged(make_desk, flow, tmp_path)
    before = (tmp_path / "home" / FILE).read_bytes()
    app = FootdropApp(desk, start)
    try:
        async with app.run_test(size=SIZE) as pilot:
            await click_text(pilot, "Try to open it again")
            at(app, TroubleScreen)
            await pilot.press("escape")
            at(app, HomeScreen)  # whose record is damaged has seen the first minute
            assert "No record is kept" in notice(app)
            assert "not kept" in drawn_words(app)
            await pilot.press("q", "n")
            assert sitting_of(app).session.answered == 1
            await pilot.press("escape", "s")
            assert "No record is kept" in drawn_words(app)
        assert (tmp_path / "home" / FILE).read_bytes() == before
    finally:
        app.desk.store.close()


async def test_quitting(make_app: MakeApp) -> None:
    app = make_app(start=Start(lesson="first", quiz=True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", "f5")
        await type_text(pilot, "half an ans")
        await pilot.press("ctrl+q")
    assert app.return_code == 0
    assert app.failure is None
