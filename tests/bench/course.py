"""A valid course of any size: what is measured must not depend on the shipped one.

python -m tests.bench.course FOLDER [LESSONS [ITEMS]]
"""

from __future__ import annotations

import sys
from pathlib import Path

_COURSE = """\
format: 1
course: bench
title: A course of many items
licence: CC BY 4.0
parts:
"""
_SOURCES = """\
a-book: {title: A book, by: Writer A, year: 2008, seen: abstract, grade: B}
"""
_GLOSSARY = """\
some-term: {term: some term, text: What it means., sources: [a-book]}
"""
_LESSON = """\
lesson: lesson-{n}
title: Lesson number {n} of many
part: part-{part}
minutes: 9
objectives:
  aim-{n}: {{short: Know number {n}, text: Know what number {n} is about.}}
screens:
  - id: opening
    title: How it opens
    objective: aim-{n}
    body: |
      The first lines of lesson {n}, with a [term](term:some-term) of the glossary. They go on for
      a while, because a page of a lesson has about as many words as this one. A page of one line
      would be read faster than any page that somebody would write.
    sources: [a-book]
  - {{id: pause, recall: "What is it about?", answer: "Number {n}.", objective: aim-{n}}}
  - id: closing
    title: How it closes
    objective: aim-{n}
    body: |
      The last lines of lesson {n}, somewhat shorter than the first.
    sources: [a-book]
take-home:
  - The first sentence of three.
  - The second sentence of three.
  - The third sentence of three.
"""
_ITEM = """\
  - id: item-{n}-{k}
    type: single
    objective: aim-{n}
    level: apply
    stem: |
      In case {k} of lesson {n} a woman of {age} years cannot lift her foot after she has sat with
      crossed legs for some hours. Turning the sole outward is weak, inward it is strong.
      Which of these nerves is hurt?
    options:
      - id: first
        text: Common fibular nerve
        right: true
        why: It works the lifters and the muscles that turn the sole outward.
      - id: second
        text: Tibial nerve
        error: wrong-nerve
        why: It turns the sole inward, and that is strong.
      - id: third
        text: Deep fibular nerve
        error: wrong-branch
        why: Turning outward would be spared.
      - id: fourth
        text: Femoral nerve
        error: wrong-nerve
        why: It works the thigh.
    explain: |
      Weak lifting with weak turning outward and strong turning inward points to the common nerve.
    hints: ["Which branch turns the sole outward?"]
    sources: [a-book]
"""
_IN_A_PART = 50


def write_course(root: Path, lessons: int, items: int) -> Path:
    """Writes `lessons` lessons of three pages, each with a quiz of `items` items; says where."""
    for folder in ("lessons", "quizzes"):
        (root / folder).mkdir(parents=True)
    _write(root / "lessons/course.yaml", _COURSE + "".join(_parts(lessons)))
    _write(root / "lessons/sources.yaml", _SOURCES)
    _write(root / "lessons/glossary.yaml", _GLOSSARY)
    for n in range(1, lessons + 1):
        stem = f"{n:03}-lesson-{n}.yaml"
        _write(root / "lessons" / stem, _LESSON.format(n=n, part=n // _IN_A_PART))
        quiz = "".join(_ITEM.format(n=n, k=k, age=20 + k) for k in range(1, items + 1))
        _write(root / "quizzes" / stem, f"quiz: lesson-{n}\nitems:\n{quiz}")
    return root


def _parts(lessons: int) -> list[str]:
    numbers: dict[int, list[str]] = {}
    for n in range(1, lessons + 1):
        numbers.setdefault(n // _IN_A_PART, []).append(f"lesson-{n}")
    return [
        f"  - {{id: part-{part}, title: Part {part}, lessons: [{', '.join(names)}]}}\n"
        for part, names in numbers.items()
    ]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    print(write_course(Path(sys.argv[1]), *map(int, sys.argv[2:] or ("500", "20"))))
