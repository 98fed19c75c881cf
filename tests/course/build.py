"""Writes small valid courses for tests; a test then breaks what it is about."""

from __future__ import annotations

from pathlib import Path

COURSE = """\
format: 1
course: small-course
title: A small course
licence: CC BY 4.0
parts:
  - {id: one, title: The first part, lessons: [first]}
  - {id: two, title: The second part, lessons: [second]}
"""

SOURCES = """\
a-book: {title: "A book: with a colon", by: Writer A, year: 2008, seen: abstract, grade: B}
a-page: {title: A page, url: "https://example.org/", seen: full, grade: C}
"""

GLOSSARY = """\
fibular-neck:
  term: neck of the fibula
  also: [fibular neck]
  say: FIB-yoo-lar
  plain: the narrow part below the outer knee bump
  text: The part below the [head](term:fibular-head).
  confused-with: [fibular-head]
  sources: [a-book]
fibular-head: {term: head of the fibula, text: The bump at the outer knee.}
"""

FIGURE = """\
figure: leg
source: leg.svg
title: The right leg
side: right
orientation:
  left: back
  right: front
  viewpoint: from the outer side
  knee: {left: back, right: front, viewpoint: close by}
stretch: 1.35
clip: true
view_stretch: {ankle: 1.2}
paint:
  nerve-common: {tint: nerve, pattern: diag}
structures:
  - id: nerve-common
    name: Common nerve
    short: Common n.
    also: [CN]
    where: Behind the knee.
    model: [common_nerve]
    sites: [knee_site]
    views: [whole, knee]
  - id: bone
    name: Bone
    where: Inside.
"""

LESSON = """\
lesson: {id}
title: The {id} lesson of the course
short: The {id} lesson
part: {part}
minutes: 12
objectives:
  {id}-aim: {{short: Know it, text: Know what it is.}}
screens:
  - id: opening
    title: How it opens
    objective: {id}-aim
    body: |
      The **first** lines, with a [neck](term:fibular-neck).

      - a list
      - of two
    figure: {{name: leg, view: knee, highlight: [nerve-common]}}
    tool: {{lab: common_neck}}
    claims: [22]
    sources: [a-book]
  - {{id: pause, recall: "What is it?", answer: "Bone.", objective: {id}-aim, sources: [a-book]}}
  - id: closing
    title: How it closes
    objective: {id}-aim
    body: The last lines.
    sources: []
take-home:
  - The one sentence.
"""

ITEMS = """\
  - id: {id}-single
    type: single
    objective: {id}-aim
    level: apply
    stem: |
      A man cannot lift his foot. Which nerve is hurt?
    options:
      - {{id: common, text: Common nerve, right: true, why: "It lifts, and it turns."}}
      - {{id: tibial, text: Tibial nerve, why: It pushes down., error: wrong-nerve}}
      - {{id: sural, text: Sural nerve, why: It only feels., credit: 0.5, pin: last}}
    explain: |
      The common nerve lifts the foot.
    hints: [Think of the knee.]
    sources: [a-book]
    figure: {{name: leg, view: ankle}}
    claims: [1, 2]
    family: {id}-family
    weight: 0.5
    shuffle: false
    red-flag: true
    teaches: {{nerve: common_nerve}}
  - id: {id}-multi
    type: multi
    objective: {id}-aim
    level: recall
    stem: Which lift the foot? Choose all that do.
    options:
      - {{id: a, text: A, right: true, why: It does.}}
      - {{id: b, text: B, right: true, why: It does.}}
      - {{id: c, text: C, why: It does not.}}
    explain: Two of three do.
    sources: [a-page]
  - id: {id}-text
    type: text
    objective: {id}-aim
    level: reason
    stem: Type the nerve.
    accept: [deep nerve, {{text: old nerve, credit: 0.5, why: An old name.}}]
    reject: [{{text: tibial nerve, why: It pushes down., error: wrong-branch}}]
    optional-words: [nerve]
    explain: It is the deep one.
    sources: [a-book]
    status: draft
  - id: {id}-number
    type: number
    objective: {id}-aim
    level: recall
    stem: How many degrees?
    answer: 90
    unit: degrees
    abs-tol: 2
    near: {{abs-tol: 5, credit: 0.5, why: Nearly.}}
    explain: A right angle.
    sources: [a-book]
"""


def lesson(id: str, part: str) -> str:
    """The text of a lesson's file."""
    return LESSON.format(id=id, part=part)


def quiz(id: str, items: str = ITEMS) -> str:
    """The text of a quiz's file."""
    return f"quiz: {id}\nitems:\n" + items.format(id=id)


def write(root: Path, path: str, text: str | bytes) -> Path:
    """Writes one file of a course and says where."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return target


def small_course(root: Path) -> Path:
    """Two lessons in two parts with their quizzes, sources, a glossary and a figure; no problem."""
    write(root, "lessons/course.yaml", COURSE)
    write(root, "lessons/sources.yaml", SOURCES)
    write(root, "lessons/glossary.yaml", GLOSSARY)
    write(root, "lessons/figures/leg.yaml", FIGURE)
    for stem, id, part in (("01-first", "first", "one"), ("02-second", "second", "two")):
        write(root, f"lessons/{stem}.yaml", lesson(id, part))
        write(root, f"quizzes/{stem}.yaml", quiz(id))
    return root


def edit(root: Path, path: str, old: str, new: str) -> Path:
    """Replaces a text that stands once in a file."""
    target = root / path
    text = target.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {path}"
    target.write_text(text.replace(old, new, 1), encoding="utf-8")
    return target


def large_course(root: Path, lessons: int, items: int) -> Path:
    """A course of many lessons with many items each, for measuring."""
    ids = [f"lesson-{at}" for at in range(lessons)]
    write(
        root,
        "lessons/course.yaml",
        COURSE.split("parts:")[0]
        + "parts:\n  - id: one\n    title: One\n    lessons:\n"
        + "".join(f"      - {id}\n" for id in ids),
    )
    write(root, "lessons/sources.yaml", SOURCES)
    write(root, "lessons/glossary.yaml", GLOSSARY)
    write(root, "lessons/figures/leg.yaml", FIGURE)
    for at, id in enumerate(ids):
        stem = f"{at:04}-{id}"
        write(root, f"lessons/{stem}.yaml", lesson(id, "one"))
        rounds = "".join(
            ITEMS.replace("{id}-", f"{{id}}-{number}-").replace(f"{{id}}-{number}-aim", "{id}-aim")
            for number in range(-(-items // 4))
        )
        write(root, f"quizzes/{stem}.yaml", quiz(id, rounds))
    return root
