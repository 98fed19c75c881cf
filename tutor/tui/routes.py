"""How one gets from place to place. Screens are imported when they are first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.store.model import SessionRow

if TYPE_CHECKING:
    from tutor.study.exam import Wish
    from tutor.study.plan import Step
    from tutor.study.sitting import Sitting
    from tutor.tui.app import FootdropApp
    from tutor.tui.screens.place import Place


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


def open_review(app: FootdropApp) -> None:
    """What is due today."""

    def sit() -> Sitting | None:
        from tutor.study.review import begin_review

        return begin_review(app.desk)

    def nothing() -> str:
        from tutor.tui.pages.left_out import why_no_review

        return why_no_review(app.desk)

    _sit(app, sit, nothing)


def cram(app: FootdropApp, lesson: str | None = None) -> None:
    """Everything opened so far, or one lesson; the schedule stays as it is."""

    def sit() -> Sitting | None:
        from tutor.study.review import begin_cram

        return begin_cram(app.desk, lesson)

    _sit(app, sit, lambda: "Nothing to practise yet. Open a lesson first.")


def open_pretest(app: FootdropApp, part: str) -> None:
    """What do I know already? One question on each objective of a part."""

    def sit() -> Sitting | None:
        from tutor.study.pretest import begin_pretest

        return begin_pretest(app.desk, part)

    _sit(app, sit, lambda: "This part has no question for a pre-test.")


def open_exam(app: FootdropApp, wish: Wish | None = None) -> None:
    """The page where an exam is set up and begun."""
    from tutor.study.exam import Wish
    from tutor.tui.screens.exam_start import ExamStartScreen

    app.push_screen(ExamStartScreen(wish or Wish()))


def begin_exam(app: FootdropApp, wish: Wish) -> None:
    """A new exam, in the place of the page where it was set up."""

    def sit() -> Sitting | None:
        from tutor.study import exam

        return exam.begin_exam(app.desk, **wish._asdict())

    _sit(app, sit, lambda: "There is nothing to ask here.", instead=True)


def take_step(app: FootdropApp, step: Step) -> None:
    """What is to be done now."""
    if step.session is not None:
        resume(app, step.session)
    elif step.kind == "review":
        open_review(app)
    elif step.row is not None and step.kind == "lesson":
        open_lesson(app, step.row.entry.id)
    elif step.row is not None:
        open_quiz(app, step.row.entry.id)
    else:
        app.say(step.line)


def resume(app: FootdropApp, row: SessionRow, *, instead: bool = False) -> None:
    """A session as it was left; `instead` of the screen in front, or over it."""
    _sit(app, lambda: app.desk.resume(row), _items_gone, instead=instead)


def retry(app: FootdropApp, lesson: str, missed: tuple[str, ...]) -> None:
    """The missed questions once more."""
    _sit(app, lambda: app.desk.begin_retry(lesson, missed), _items_gone)


def _items_gone() -> str:
    return "Its questions are not in the course any more. footdrop check names what is broken."


def _sit(
    app: FootdropApp,
    make: Callable[[], Sitting | None],
    nothing: Callable[[], str],
    *,
    instead: bool = False,
) -> None:
    """Ask the questions of what `make` gives; without one, say the words for `nothing`."""
    try:
        sitting = make()
        words = nothing() if sitting is None else ""
    except TutorError as error:
        app.say(f"{error.message}. {error.hint}".strip())
        return
    if sitting is None:
        app.say(words)
    elif instead:
        app.switch_screen(place_of(sitting))
    else:
        app.push_screen(place_of(sitting))


def place_of(sitting: Sitting) -> Place:
    """The screen that asks a session of this kind."""
    if sitting.session.kind == "exam":
        from tutor.tui.screens.exam import ExamScreen

        return ExamScreen(sitting)
    from tutor.tui.screens.quiz import QuizScreen

    return QuizScreen(sitting)


def open_search(app: FootdropApp) -> None:
    """Search over lessons, questions, glossary and notes."""
    from tutor.tui.screens.search import SearchScreen

    app.push_screen(SearchScreen())


def open_glossary(app: FootdropApp) -> None:
    """All terms."""
    from tutor.tui.screens.glossary import GlossaryScreen

    app.push_screen(GlossaryScreen())


def open_progress(app: FootdropApp) -> None:
    """What is due, mastery, scores."""
    from tutor.tui.screens.progress import ProgressScreen

    app.push_screen(ProgressScreen())


def open_settings(app: FootdropApp) -> None:
    """Colours, habits and learners."""
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
    yield "Review", "What is due today", lambda: open_review(app)
    yield "Exam", "Questions over the whole course, told at the end", lambda: open_exam(app)
    yield "Practise everything", "As often as it takes; no card moves", lambda: cram(app)
    for part in app.desk.library.header.parts:
        words = "A question on each objective; it counts nowhere"
        yield f"Pre-test: {part.title}", words, _opener(open_pretest, app, part.id)
    yield "Progress", "Every score of every quiz", lambda: open_progress(app)
    yield "Settings", "Colours, habits, and who is learning", lambda: open_settings(app)
    for entry in app.desk.library.lessons:
        name = f"{entry.number} {entry.short}"
        yield f"Lesson {name}", f"{entry.minutes} minutes", _opener(open_lesson, app, entry.id)
        if entry.items:
            yield f"Quiz {name}", "Its questions", _opener(open_quiz, app, entry.id)
            yield (
                f"Practise {name}",
                "All its questions; no card moves",
                _opener(cram, app, entry.id),
            )
    yield "Quit", app.kept_words, app.exit


def _opener(go: Callable[..., None], app: FootdropApp, what: str) -> Callable[[], None]:
    return lambda: go(app, what)
