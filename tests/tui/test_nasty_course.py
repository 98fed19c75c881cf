"""A course whose every text is made to break the drawing. It is shown as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.course.build import write
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, drawn, drawn_words, type_text, widths_hold
from tutor.course.library import Library, open_course
from tutor.tui.screens.answers import AnswersScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import ResultScreen

MARKUP = "x [L5] [/] [b]y"
LONG = "w" * 10_000
# Joined and wide characters, a letter with a mark of its own, a language written to the left.
ODD = "🦶 👩\u200d🦽 中文 e\u0301 שלום مرحبا"
TEXT = f"{MARKUP} {ODD} {LONG}"

COURSE = f"""\
format: 1
course: nasty
title: "{TEXT}"
licence: "{MARKUP}"
parts:
  - {{id: one, title: "{TEXT}", lessons: [only]}}
"""
SOURCES = f"""\
src: {{title: "{TEXT}", by: "{TEXT}", where: "{TEXT}", year: 2008, seen: full, grade: A}}
"""
GLOSSARY = f"""\
term-a:
  term: "{TEXT}"
  also: ["{MARKUP}"]
  say: "{TEXT}"
  plain: "{TEXT}"
  text: "{TEXT}"
  confused-with: [term-b]
  sources: [src]
term-b: {{term: "{TEXT} b", text: "{TEXT}"}}
"""
FIGURE = f"""\
figure: fig
source: fig.svg
title: "{TEXT}"
orientation: {{left: "{TEXT}", right: "{TEXT}", viewpoint: "{TEXT}"}}
structures:
  - {{id: bone, name: "{TEXT}", where: "{TEXT}"}}
"""
LESSON = f"""\
lesson: only
title: "{TEXT}"
short: "{TEXT}"
part: one
minutes: 9
objectives:
  aim: {{short: "{TEXT}", text: "{TEXT}"}}
screens:
  - id: opening
    title: "{TEXT}"
    objective: aim
    body: |
      {TEXT} [{MARKUP.replace("[", "").replace("]", "")}](term:term-a)

      - {TEXT}

      1. {TEXT}

      | {TEXT} | b |
      | --- | --- |
      | {TEXT} | {TEXT} |
    figure: {{name: fig, highlight: [bone]}}
    sources: [src]
  - {{id: pause, recall: "{TEXT}", answer: "{TEXT}", objective: aim, sources: [src]}}
take-home: ["{TEXT}"]
"""
RIGHT = {"a": ", right: true", "b": "", "c": ""}
OPTIONS = "\n".join(
    f'      - {{id: {id}, text: "{TEXT} {id}", why: "{TEXT}"{right}}}'
    for id, right in RIGHT.items()
)
COMMON = f"""\
    objective: aim
    level: recall
    stem: "{TEXT}. {MARKUP}?"
    explain: "{TEXT}"
    hints: ["{TEXT}"]
    sources: [src]
"""
QUIZ = f"""\
quiz: only
items:
  - id: q-single
    type: single
{COMMON}    options:
{OPTIONS}
  - id: q-multi
    type: multi
{COMMON}    options:
{OPTIONS}
  - id: q-text
    type: text
{COMMON}    accept: ["{MARKUP}"]
    reject: [{{text: "no", why: "{TEXT}"}}]
  - id: q-number
    type: number
{COMMON}    answer: 3
    unit: "{MARKUP}"
"""


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("nasty")
    write(root, "lessons/course.yaml", COURSE)
    write(root, "lessons/sources.yaml", SOURCES)
    write(root, "lessons/glossary.yaml", GLOSSARY)
    write(root, "lessons/figures/fig.yaml", FIGURE)
    write(root, "lessons/01-only.yaml", LESSON)
    write(root, "quizzes/01-only.yaml", QUIZ)
    library = open_course(root, None)
    assert not [one for one in library.problems if one.severity == "error"], library.problems
    return library


async def shows(pilot: Pilot[None], *keys: str) -> str:
    """Press, and see that the page draws within its widgets and shows brackets as they are."""
    app = pilot.app
    await pilot.press(*keys)
    text = drawn_words(app)  # type: ignore[arg-type]
    assert "[L5] [/]" in text, drawn(app)  # type: ignore[arg-type]
    widths_hold(app)  # type: ignore[arg-type]
    return text


async def test_every_screen_shows_every_text_as_it_is(make_app: MakeApp, nasty: Library) -> None:
    app = make_app(nasty)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot)
        lesson_text = await shows(pilot, "enter")
        assert "x [L5] [/] [b]y" in lesson_text
        await shows(pilot, "s")
        await shows(pilot, "s", "g")
        await pilot.press("escape")
        app.screen.index = 1  # type: ignore[attr-defined]
        app.screen._show()  # type: ignore[attr-defined]
        await shows(pilot, "space")
        app.screen.index = 2  # type: ignore[attr-defined]
        app.screen._show()  # type: ignore[attr-defined]
        await shows(pilot)
        await pilot.press("q")
        quiz = at(app, QuizScreen)
        await shows(pilot, "h", "f")
        await shows(pilot, "1")
        await shows(pilot, "q", "s")
        quiz._forward()
        await pilot.press("1", "enter")
        await shows(pilot, "home")
        quiz._forward()
        await type_text(pilot, MARKUP)
        await pilot.press("enter")
        assert quiz.sitting.session.outcomes["q-text"].score == 1.0
        await shows(pilot)
        quiz._forward()
        await pilot.press("f4")
        await shows(pilot)
        quiz._forward()
        await pilot.pause()
        at(app, ResultScreen)
        await shows(pilot)
        await shows(pilot, "a")
        await pilot.press("enter")
        assert at(app, AnswersScreen).index == 0
        await shows(pilot)
        await pilot.press("escape", "escape", "escape")
        at(app, HomeScreen)
        await shows(pilot)
        await shows(pilot, "p")
        await shows(pilot, "enter")
        await pilot.press("escape", "escape", "question_mark", "escape", "q", "n", "escape")
        await shows(pilot, "o")


async def test_a_small_window_shows_it_too(make_app: MakeApp, nasty: Library) -> None:
    app = make_app(nasty)
    async with app.run_test(size=(40, 12)) as pilot:
        await shows(pilot)
        await shows(pilot, "enter")
        await pilot.press("q")
        await shows(pilot, "1")


async def test_the_first_minute_with_it(make_app: MakeApp, nasty: Library) -> None:
    app = make_app(nasty, first=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "home")  # the bar starts below what ten thousand letters take
        await pilot.press("enter")
        await shows(pilot, "1")


async def test_a_broken_course_of_it_is_named_as_it_is(make_app: MakeApp, tmp_path: Path) -> None:
    root = tmp_path / "course"
    write(root, "lessons/course.yaml", COURSE)
    write(root, "lessons/01-[L5] [b]only.yaml", "lesson: [")
    app = make_app(root)
    async with app.run_test(size=(80, 24)):
        assert "[L5]" in drawn_words(app)
