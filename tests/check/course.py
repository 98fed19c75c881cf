"""A small course on disk without a problem, to be spoilt file by file."""

from pathlib import Path

COURSE = """\
format: 1
course: small
title: A small course
licence: CC BY 4.0
parts:
  - {id: nerve, title: The nerve, lessons: [peroneal-nerve]}
"""
SOURCES = """\
stewart-2008:
  title: "Foot drop: where, why and what to do?"
  seen: abstract
  grade: B
"""
GLOSSARY = """\
fibular-neck:
  term: neck of the fibula
  text: |
    The narrow part below the head.
"""
LESSON = """\
lesson: peroneal-nerve
title: The common fibular nerve
part: nerve
minutes: 5
objectives:
  nerve-course:
    short: Trace the nerve
    text: Trace the nerve from end to end.
screens:
  - id: one-nerve
    title: One nerve, two names
    objective: nerve-course
    body: |
      The nerve winds round the [neck](term:fibular-neck) of the fibula.
    sources: [stewart-2008]
  - id: pause
    recall: What lies under it?
    answer: Bone.
take-home:
  - It is shallow.
  - It lies on bone.
  - It has two branches.
"""
SINGLE = """\
  - id: cast
    type: single
    objective: nerve-course
    level: apply
    stem: |
      A woman cannot lift her foot after six weeks in a cast. Which nerve is hurt?
    options:
      - id: cfn
        text: Common fibular nerve
        right: true
        why: It works the lifters.
      - id: tib
        text: Tibial nerve at the ankle
        why: It works the calf.
      - id: fem
        text: Femoral nerve
        why: It works the thigh.
    explain: |
      Weak lifting points to this nerve.
    sources: [stewart-2008]
"""
TEXT = """\
  - id: muscle
    type: text
    objective: nerve-course
    level: recall
    stem: |
      Which muscle pulls the foot up, and ends at its inner edge?
    accept: [tibialis anterior]
    explain: |
      It is the strongest of the lifters.
    sources: [stewart-2008]
"""
NUMBER = """\
  - id: angle
    type: number
    objective: nerve-course
    level: recall
    stem: |
      At what angle to the shin does a splint hold the sole, in degrees?
    answer: 90
    unit: degrees
    abs-tol: 0
    explain: |
      It stands square.
    sources: [stewart-2008]
"""
QUIZ = f"quiz: peroneal-nerve\nitems:\n{SINGLE}{TEXT}{NUMBER}"

FILES = {
    "lessons/course.yaml": COURSE,
    "lessons/sources.yaml": SOURCES,
    "lessons/glossary.yaml": GLOSSARY,
    "lessons/04-nerve.yaml": LESSON,
    "quizzes/04-nerve.yaml": QUIZ,
}


def write(root: Path, **changed: str) -> Path:
    """Writes the course; `quiz="..."` and the like give a file other words, "" leaves it out."""
    places = {"lesson": "lessons/04-nerve.yaml", "quiz": "quizzes/04-nerve.yaml"}
    files = FILES | {
        places.get(name, f"lessons/{name}.yaml"): text for name, text in changed.items()
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if text:
            (root / path).write_text(text, encoding="utf-8")
    return root
