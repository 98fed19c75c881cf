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

# An item of each type that is answered in parts; text and number are tested above.
IN_PARTS = """\
  - id: {id}-truefalse
    type: truefalse
    objective: {id}-aim
    level: recall
    stem: The sural nerve lifts the foot. True or false?
    answer: false
    why:
      true: It only feels.
      false: Right, it only feels.
    explain: The common nerve lifts it.
    sources: [a-book]
  - id: {id}-mtf
    type: mtf
    objective: {id}-aim
    level: recall
    stem: What is true of the deep nerve? Judge each statement.
    statements:
      - {{id: lifts, text: It lifts the foot., true: true, why: It works the front.}}
      - {{id: turns, text: It turns the sole out., true: false, why: That is its sister.}}
      - {{id: feels, text: It feels the first web., true: true, why: It ends there.}}
      - {{id: pushes, text: It pushes the foot down., true: false, why: The calf does.}}
    explain: It lifts and feels.
    sources: [a-book]
  - id: {id}-emq
    type: emq
    objective: {id}-aim
    level: apply
    stem: Where is the lesion most likely?
    theme: Where is the lesion?
    options:
      - {{id: l5, text: L5 root}}
      - {{id: sciatic, text: Sciatic nerve}}
      - {{id: common, text: Common nerve}}
      - {{id: deep, text: Deep nerve}}
      - {{id: tibial, text: Tibial nerve}}
      - {{id: cord, text: Spinal cord}}
    stems:
      - {{id: cast, text: "A cast was tight, and lifting is weak.", answer: common, why: The neck.}}
      - {{id: disc, text: "He lifted a box, and his back hurts.", answer: l5, why: The disc.}}
    explain: Look for what else is weak.
    sources: [a-book]
  - id: {id}-order
    type: order
    objective: {id}-aim
    level: recall
    stem: Put the parts of the way in order, from the spine down.
    steps:
      - {{id: root, text: Root, why: It leaves the spine.}}
      - {{id: sciatic, text: Sciatic nerve, why: It runs behind the thigh.}}
      - {{id: deep, text: Deep nerve, why: It divides off.}}
      - {{id: superficial, text: Superficial nerve, why: It divides off.}}
    any-order: [[deep, superficial]]
    explain: From the spine down.
    sources: [a-book]
  - id: {id}-match
    type: match
    objective: {id}-aim
    level: recall
    stem: Which nerve does it? Match each movement.
    left:
      - {{id: up, text: Lifting the foot, answer: deep, why: The front.}}
      - {{id: out, text: Turning the sole out, answer: superficial, why: The side.}}
    right:
      - {{id: deep, text: Deep nerve}}
      - {{id: superficial, text: Superficial nerve}}
      - {{id: sural, text: Sural nerve}}
    explain: One works each.
    sources: [a-book]
  - id: {id}-cloze
    type: cloze
    objective: {id}-aim
    level: recall
    stem: Fill the gaps.
    text: "The {{{{nerve}}}} winds round the {{{{place}}}}, {{{{far}}}} cm down."
    gaps:
      nerve: {{type: text, accept: [common nerve], weight: 2}}
      place:
        type: single
        options:
          - {{id: neck, text: neck, right: true, why: It is shallow there.}}
          - {{id: shaft, text: shaft, why: It is deep there.}}
          - {{id: tip, text: tip, why: That is above.}}
      far: {{type: number, answer: 3, unit: cm, abs-tol: 1}}
    explain: The [neck](term:fibular-neck) is where it is hurt.
    sources: [a-book]
  - id: {id}-case
    type: case
    objective: {id}-aim
    level: reason
    stem: A runner trips over her own foot.
    title: A runner who trips
    stages:
      - id: where
        key: true
        type: single
        stem: Lifting is weak. Which nerve is hurt?
        options:
          - {{id: common, text: Common nerve, right: true, why: It lifts.}}
          - {{id: tibial, text: Tibial nerve, why: It pushes down.}}
          - {{id: sural, text: Sural nerve, why: It only feels.}}
        explain: The common nerve lifts.
        hints: [Think of the knee.]
        figure: {{name: leg, view: knee}}
        sources: [a-page]
      - id: how
        type: cloze
        stem: She asks what to do.
        text: "At the {{{{place}}}}."
        gaps:
          place: {{type: text, accept: [knee]}}
        explain: At the knee.
        objective: {id}-aim
        level: recall
        claims: [3]
        teaches: {{nerve: common_nerve}}
    explain: It was the common nerve at the knee.
    sources: [a-book]
"""


def lesson(id: str, part: str) -> str:
    """The text of a lesson's file."""
    return LESSON.format(id=id, part=part)


def quiz(id: str, items: str = ITEMS) -> str:
    """The text of a quiz's file."""
    return f"quiz: {id}\nitems:\n" + items.format(id=id)


def course_of_all_types(root: Path) -> Path:
    """The small course, with an item of every type in the first quiz."""
    small_course(root)
    write(root, "quizzes/01-first.yaml", quiz("first", ITEMS + IN_PARTS))
    return root


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
