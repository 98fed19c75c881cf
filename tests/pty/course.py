"""A course of one lesson whose six questions come in a known order, one of each type and more."""

from __future__ import annotations

from pathlib import Path

from tests.course.build import write

# The sixth question: long words that stand nowhere else, so a screen that shows them is drawn.
LAST_OPTIONS = ("Alfalfa", "Barnacle", "Calypso", "Dolomite", "Emerald")

_COURSE = """\
format: 1
course: six
title: Six questions
licence: CC BY 4.0
parts:
  - {id: only, title: The only part, lessons: [six]}
"""
_SOURCES = "a-book: {title: A book, seen: full, grade: B}\n"
_GLOSSARY = "a-term: {term: a term, text: Its meaning.}\n"
_LESSON = """\
lesson: six
title: The only lesson
part: only
minutes: 3
objectives:
  aim: {short: Know it, text: Know what it is.}
screens:
  - {id: opening, title: How it opens, objective: aim, body: The only lines., sources: [a-book]}
take-home: [The first., The second., The third.]
"""


def _item(id: str, type: str, rest: str) -> str:
    return f"""\
  - id: {id}
    type: {type}
    objective: aim
    level: recall
    stem: This is the question {id}.
    explain: It is so.
    sources: [a-book]
{rest}"""


def _options(*texts: str, rights: int = 1) -> str:
    rows = "".join(
        f"      - {{id: {text.lower()}, text: {text}, why: Because."
        f"{', right: true' if place < rights else ''}}}\n"
        for place, text in enumerate(texts)
    )
    return f"    options:\n{rows}"


_ITEMS = (
    _item("first", "single", _options("Red", "Green", "Blue")),
    _item("second", "multi", _options("Cat", "Dog", "Cow", "Hen", rights=2)),
    _item("third", "text", "    accept: [fibula]\n"),
    _item("fourth", "number", "    answer: 90\n    abs-tol: 1\n"),
    _item("fifth", "single", _options("Oak", "Elm", "Fir", "Ash")),
    _item("sixth", "single", _options(*LAST_OPTIONS)),
)


def six_questions(root: Path) -> Path:
    """Writes the course; says where."""
    write(root, "lessons/course.yaml", _COURSE)
    write(root, "lessons/sources.yaml", _SOURCES)
    write(root, "lessons/glossary.yaml", _GLOSSARY)
    write(root, "lessons/01-six.yaml", _LESSON)
    write(root, "quizzes/01-six.yaml", "quiz: six\nitems:\n" + "".join(_ITEMS))
    return root
