"""How one gets from place to place. Screens are imported when they are first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.store.model import SessionRow

if TYPE_CHECKING:
    from tutor.study.sitting import Sitting
    from tutor.tui.app import FootdropApp


def open_lesson(app: FootdropApp, lesson: str, page: int | None = None) -> None:
    """A lesson, at a page or where it was left."""
    from tutor.tui.screens.lesson import LessonScreen

    try:
        made = LessonScreen(app.desk.library.lesson(lesson), page)
    except TutorError as error:
        app.say(f"{error.message}. {error.hint}".strip())
        return
    app.push_screen(made)


def open_quiz(app: FootdropApp, lesson: str, *, all_items: bool = False) -> None:
    """The quiz of a lesson: the one that was left open, else a new one."""
    desk = app.desk

    def sit() -> Sitting | None:
        open_rows = () if all_items else desk.left_open()
        left = next((row for row in open_rows if (row.lesson, row.kind) == (lesson, "quiz")), None)
        sitting = desk.resume(left) if left is not None else None
        return sitting or desk.begin_quiz(lesson, all_items=all_items)

    def nothing() -> str:
        from tutor.tui.pages.left_out import why_no_quiz

        return why_no_quiz(desk.library, lesson)

    _sit(app, sit, nothing)


def resume(app: FootdropApp, row: SessionRow) -> None:
    """A session as it was left."""
    _sit(app, lambda: app.desk.resume(row), _items_gone)


def retry(app: FootdropApp, lesson: str, missed: tuple[str, ...]) -> None:
    """The missed questions once more."""
    _sit(app, lambda: app.desk.begin_retry(lesson, missed), _items_gone)


def _items_gone() -> str:
    return "Its questions are not in the course any more. footdrop check names what is broken."


def _sit(app: FootdropApp, make: Callable[[], Sitting | None], nothing: Callable[[], str]) -> None:
    """Ask the questions of what `make` gives; without one, say the words for `nothing`."""
    from tutor.tui.screens.quiz import QuizScreen

    try:
        sitting = make()
    except TutorError as error:
        app.say(f"{error.message}. {error.hint}".strip())
        return
    if sitting is None:
        app.say(nothing())
    else:
        app.push_screen(QuizScreen(sitting))


def open_progress(app: FootdropApp) -> None:
    """The scores."""
    from tutor.tui.screens.progress import ProgressScreen

    app.push_screen(ProgressScreen())


def open_settings(app: FootdropApp) -> None:
    """Colours and learners."""
    from tutor.tui.screens.settings import SettingsScreen

    app.push_screen(SettingsScreen())


def go_home(app: FootdropApp) -> None:
    """Back to Home, whatever lies over it."""
    from tutor.tui.screens.home import HomeScreen

    while not isinstance(app.screen, HomeScreen) and len(app.screen_stack) > 1:
        app.pop_screen()


def commands(app: FootdropApp) -> Iterator[tuple[str, str, Callable[[], None]]]:
    """What the command palette offers: title, explanation, what it does."""
    yield "Home", "The map of the course", lambda: go_home(app)
    yield "Progress", "Every score of every quiz", lambda: open_progress(app)
    yield "Settings", "Colours, and who is learning", lambda: open_settings(app)
    for entry in app.desk.library.lessons:
        name = f"{entry.number} {entry.short}"
        yield f"Lesson {name}", f"{entry.minutes} minutes", _opener(open_lesson, app, entry.id)
        if entry.items:
            yield f"Quiz {name}", "Its questions", _opener(open_quiz, app, entry.id)
    yield "Quit", app.kept_words, app.exit


def _opener(go: Callable[..., None], app: FootdropApp, lesson: str) -> Callable[[], None]:
    return lambda: go(app, lesson)
