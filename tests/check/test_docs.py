"""The examples in the description of the format are a course that opens."""

import re
import textwrap
from pathlib import Path

from tutor.check import check_course
from tutor.course.items.registry import TYPES
from tutor.yamlread.problem import Severity

PAGE = Path(__file__).parents[2] / "docs" / "course-format.md"
COMMON = """
    objective: nerve-course
    level: apply
    stem: |
      Which angle is it, in degrees? Name what you see.
    explain: |
      It stands square.
    sources: [stewart-2008]
"""


def test_the_examples_of_the_page_can_be_read(tmp_path: Path) -> None:
    blocks = re.findall("```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    names = {
        "format: ": "lessons/course.yaml",
        "stewart-2008:": "lessons/sources.yaml",
        "fibular-neck:": "lessons/glossary.yaml",
        "# lessons/04-peroneal-nerve.yaml": "lessons/04-peroneal-nerve.yaml",
        "# lessons/figures/leg-lateral.yaml": "lessons/figures/leg-lateral.yaml",
        "# quizzes/04-peroneal-nerve.yaml": "quizzes/04-peroneal-nerve.yaml",
    }
    files = {
        path: block for start, path in names.items() for block in blocks if block.startswith(start)
    }
    assert set(files) == set(names.values())
    bodies = [block for block in blocks if block.lstrip().startswith("type: ")]
    assert {body.split()[1] for body in bodies} | {"single"} == set(TYPES)
    for at, body in enumerate(bodies):
        inner = textwrap.indent(textwrap.dedent(body), "    ")
        files["quizzes/04-peroneal-nerve.yaml"] += f"  - id: example-{at}{COMMON}{inner}"
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    report = check_course(tmp_path)
    assert report.items == 1 + len(bodies)
    serious = [one for one in report.problems if one.severity is not Severity.HINT]
    assert serious == []
