"""The small course, with a question of every type that is answered in parts in its first quiz."""

from __future__ import annotations

from pathlib import Path

from tests.course.build import quiz, small_course, write

_HEAD = """\
  - id: {id}
    type: {id}
    objective: first-aim
    level: apply
    stem: {stem}
    explain: So it is.
    sources: [a-book]
"""
_BODIES = {
    "truefalse": (
        "The deep branch turns the sole outward.",
        """\
    answer: false
    why: {true: That is the superficial branch., false: The superficial branch does.}
""",
    ),
    "mtf": (
        "The nerve is hurt at the neck. What is found?",
        """\
    statements:
      - {id: a, text: Lifting is weak., true: true, why: The deep branch is hurt.}
      - {id: b, text: Turning in is weak., true: false, why: Another nerve does that.}
      - {id: c, text: Turning out is weak., true: true, why: The other branch is hurt.}
      - {id: d, text: The calf is weak., true: false, why: The calf is far away.}
""",
    ),
    "emq": (
        "For each patient choose the place.",
        """\
    theme: Where is the lesion?
    options:
      - {id: root, text: L5 root}
      - {id: common, text: Common nerve}
      - {id: deep, text: Deep nerve}
      - {id: outer, text: Outer nerve}
      - {id: tibial, text: Tibial nerve}
      - {id: cord, text: The cord}
    stems:
      - {id: s1, text: Lifting and turning out are weak., answer: common, why: Both branches.}
      - {id: s2, text: Lifting alone is weak., answer: deep, why: One branch.}
""",
    ),
    "order": (
        "Put the places into the order of the nerve.",
        """\
    steps:
      - {id: hip, text: Hip, why: It begins there.}
      - {id: knee, text: Knee, why: Then it comes here.}
      - {id: neck, text: Neck of the fibula, why: Then here.}
      - {id: shin, text: Shin, why: It ends here.}
""",
    ),
    "match": (
        "Match each movement with its nerve.",
        """\
    left:
      - {id: up, text: Lifting the foot, answer: deep, why: The deep one lifts.}
      - {id: out, text: Turning the sole out, answer: outer, why: The outer one turns.}
    right:
      - {id: deep, text: Deep nerve}
      - {id: outer, text: Outer nerve}
      - {id: tibial, text: Tibial nerve}
""",
    ),
    "cloze": (
        "Fill the gaps.",
        """\
    text: The {{nerve}} nerve winds round the {{place}} and is {{share}} percent of it.
    gaps:
      nerve: {type: text, accept: [common]}
      place:
        type: single
        options:
          - {id: neck, text: neck, right: true, why: It is there.}
          - {id: shaft, text: shaft, why: It is not there.}
          - {id: tip, text: tip, why: It is not there either.}
      share: {type: number, answer: 40, abs-tol: 1}
""",
    ),
    "case": (
        "A runner trips over her left foot.",
        """\
    title: A runner who trips
    stages:
      - id: test
        key: true
        type: single
        stem: What is tested first?
        options:
          - {id: out, text: Turning out, right: true, why: It tells the branches apart.}
          - {id: knee, text: The knee, why: It tells nothing.}
          - {id: hip, text: The hip, why: It tells nothing either.}
        hints: [Think of the branches.]
        explain: Turning out tells the branches apart.
      - id: name
        type: text
        stem: Turning out is weak too. Type the nerve.
        accept: [common nerve]
        explain: Both branches are weak.
""",
    ),
}


def every_type(root: Path) -> Path:
    """Writes the course; says where."""
    small_course(root)
    items = "".join(
        _HEAD.format(id=type, stem=stem) + body for type, (stem, body) in _BODIES.items()
    )
    write(root, "quizzes/01-first.yaml", "quiz: first\nitems:\n" + items)
    write(root, "quizzes/02-second.yaml", quiz("second"))
    return root
