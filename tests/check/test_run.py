"""A whole course checked: every problem once, at its place, in one run."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.check import course
from tutor.check import Report, check_course, exit_code, render_report
from tutor.yamlread.problem import Problem, Severity

ERROR, FAULT, HINT = Severity.ERROR, Severity.FAULT, Severity.HINT


def brief(report: Report) -> list[tuple[str, int, int, str, str]]:
    return [
        (one.path.split("/")[0], one.line, one.column, one.severity.value, one.message)
        for one in report.problems
    ]


def spoilt(whole: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert whole.count(old) == 1, old
        whole = whole.replace(old, new)
    return whole


def place(whole: str, words: str) -> tuple[int, int]:
    """Line and column of words in a file."""
    before = whole[: whole.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_a_good_course_has_no_problem(tmp_path: Path) -> None:
    report = check_course(course.write(tmp_path))
    assert brief(report) == []
    assert render_report(report) == "1 lesson, 3 items: no problems."
    assert exit_code(report) == exit_code(report, strict=True) == 0


def test_every_mistake_is_listed_with_its_place(tmp_path: Path) -> None:
    quiz = spoilt(
        course.QUIZ,
        ("text: Femoral nerve", "text: Always the femoral nerve"),
        ("It works the calf.", "Not so; option C fits."),
        ("accept: [tibialis anterior]", "accept: [tibialis anterior, f]"),
        ("    abs-tol: 0\n", ""),
        ("It stands square.", " ".join(["so"] * 36) + "."),
    ) + spoilt(course.TEXT, ("id: muscle", "id: muscle-too\n    colour: red"))
    lesson = spoilt(
        course.LESSON,
        ("title: The common fibular nerve", "title: The common fibular (peroneal) nerve"),
        ("  - It has two branches.\n", ""),
        ("answer: Bone.", "answer: Bone, for six months."),
    )
    report = check_course(course.write(tmp_path, quiz=quiz, lesson=lesson))
    places = [
        (lesson, "The common fibular (", "fault", "35 characters"),
        (lesson, "six months", "fault", '"six months"'),
        (lesson, "- It is shallow", "fault", "2 take-home"),
        (quiz, "option C", "fault", '"option C"'),
        (quiz, "Always", "fault", '"Always" is absolute'),
        (quiz, "f]", "fault", '"f" is a command'),
        (quiz, "90", "fault", "the tolerance is not written"),
        (quiz, "so so", "hint", "36 words"),
        (quiz, "colour", "error", "unknown key"),
    ]
    assert [one[1:4] for one in brief(report)] == [
        (*place(whole, words), severity) for whole, words, severity, _ in places
    ]
    for problem, (_, _, _, message) in zip(report.problems, places, strict=True):
        assert message in problem.message
    assert exit_code(report) == 1
    assert render_report(report).endswith("1 error, 7 faults, 1 hint in 2 files.")


def test_flaws_of_an_item_behind_a_broken_one_point_to_it(tmp_path: Path) -> None:
    broken = course.SINGLE.replace("id: cast", "id: broken").replace("type: single", "type: singel")
    quiz = course.QUIZ.replace("items:\n", f"items:\n{broken}").replace(
        "text: Femoral nerve\n        why: It works the thigh.\n    explain: |\n      Weak lifting"
        " points to this nerve.\n    sources: [stewart-2008]\n  - id: muscle",
        "text: Femoral nerve, rarely\n        why: It works the thigh.\n    explain: |\n      Weak"
        " lifting points to this nerve.\n    sources: [stewart-2008]\n  - id: muscle",
    )
    report = check_course(course.write(tmp_path, quiz=quiz))
    flaw = next(one for one in report.problems if "rarely" in one.message)
    assert (flaw.line, flaw.column) == place(quiz, "rarely")


def test_the_caret_stands_under_the_word(tmp_path: Path) -> None:
    quiz = spoilt(course.QUIZ, ("text: Femoral nerve", "text: Femoral nerve, often"))
    text = render_report(check_course(course.write(tmp_path, quiz=quiz)))
    _, source, caret, *_ = text.split("\n")
    assert source.index("often") == caret.index("^")


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("lesson", course.LESSON),
        ("quiz", course.QUIZ),
    ],
)
def test_a_source_that_leads_nowhere_is_one_error(tmp_path: Path, name: str, whole: str) -> None:
    text = whole.replace("[stewart-2008]", "[stewart-2009]", 1)
    report = check_course(course.write(tmp_path, **{name: text}))
    (problem,) = report.problems
    assert problem.severity is ERROR
    assert "stewart-2009" in problem.message


def test_missing_sources_are_faults(tmp_path: Path) -> None:
    text = course.LESSON.replace("[stewart-2008]", "[]")
    quiz = course.QUIZ.replace("[stewart-2008]", "[]", 1)
    glossary = course.GLOSSARY.replace("The narrow part", "It heals in 6 weeks; the part")
    report = check_course(course.write(tmp_path, lesson=text, quiz=quiz, glossary=glossary))
    assert brief(report) == [
        ("lessons", *place(text, "[]"), "fault", "the screen cites no source"),
        ("lessons", *place(glossary, "6 weeks"), "fault", 'the figure "6 weeks" has no source'),
        ("quizzes", *place(quiz, "[]"), "fault", "the item cites no source"),
    ]


@pytest.mark.parametrize("at", ["first", "last"])
def test_a_quiz_with_a_broken_item_is_not_counted(tmp_path: Path, at: str) -> None:
    broken = course.NUMBER.replace("unit:", "units:")
    two = course.SINGLE + course.TEXT
    items = broken + two if at == "first" else two + broken
    report = check_course(course.write(tmp_path, quiz=f"quiz: peroneal-nerve\nitems:\n{items}"))
    assert [one.severity for one in report.problems] == [ERROR]
    # Without the broken one the same two items are too few for their objective.
    whole = f"quiz: peroneal-nerve\nitems:\n{two}"
    report = check_course(course.write(tmp_path, quiz=whole))
    assert [one.severity for one in report.problems] == [HINT]
    assert "2 items" in report.problems[0].message


def test_twins_name_each_other(tmp_path: Path) -> None:
    twin = course.SINGLE.replace("id: cast", "id: cast-again").replace("A woman", "A man")
    # Longest keys are no habit in so few items; the share of typed items stays above 40 %.
    report = check_course(course.write(tmp_path, quiz=course.QUIZ + twin))
    (problem,) = report.problems
    assert problem.severity is HINT
    assert '"cast" (quizzes/04-nerve.yaml:' in problem.message
    assert problem.line == place(course.QUIZ + twin, "A man")[0] - 1
    assert render_report(report).endswith("1 hint in 1 file. Hints alone do not fail the check.")
    assert (exit_code(report), exit_code(report, strict=True)) == (0, 1)
    assert render_report(report, strict=True).endswith("1 hint in 1 file.")


def test_a_habit_of_the_whole_course_is_a_hint(tmp_path: Path) -> None:
    words = "ankle beak cloud dust ear fox gate hill ink jar kite leaf moon nest oak pen quilt rose"
    names = [*words.split(), "sun", "tent"]
    items = "".join(
        course.SINGLE.replace("id: cast", f"id: cast-{name}")
        .replace("A woman cannot lift her foot after six weeks in a cast.", f"Think {name}.")
        .replace("Tibial nerve at the ankle", "Tibial nerve")
        for name in names
    )
    report = check_course(course.write(tmp_path, quiz=course.QUIZ + items))
    habits = [one for one in report.problems if one.path == "lessons/course.yaml"]
    (habit,) = habits
    assert habit.severity is HINT
    assert "20 of 21" in habit.message


@pytest.mark.parametrize("name", ["course", "sources", "glossary", "lesson", "quiz"])
@pytest.mark.parametrize("text", ["", "[", "- a\n- b\n", "a: &x *x\n", "\t"])
def test_a_missing_or_broken_file_is_a_problem_and_no_more(
    tmp_path: Path, name: str, text: str
) -> None:
    report = check_course(course.write(tmp_path, **{name: text}))
    assert exit_code(report) == 1
    assert render_report(report)


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert exit_code(check_course(tmp_path)) == 1


def _report(*severities: Severity) -> Report:
    problems = tuple(
        Problem(f"lessons/{at % 2}.yaml", 1, 1, severity, "A message")
        for at, severity in enumerate(severities)
    )
    return Report(problems, lessons=2, items=1)


def test_the_summary_counts_in_words() -> None:
    report = _report(ERROR, FAULT, FAULT, HINT)
    assert render_report(report).split("\n")[-1] == "1 error, 2 faults, 1 hint in 2 files."
    assert render_report(_report()) == "2 lessons, 1 item: no problems."


@pytest.mark.parametrize(
    ("severity", "code", "strict"), [(ERROR, 1, 1), (FAULT, 1, 1), (HINT, 0, 1)]
)
def test_exit_codes(severity: Severity, code: int, strict: int) -> None:
    report = _report(severity)
    assert (exit_code(report), exit_code(report, strict=True)) == (code, strict)


def test_the_check_never_loads_the_full_screen_face(tmp_path: Path) -> None:
    course.write(tmp_path)
    program = (
        "import sys; from pathlib import Path; import tutor.check as check;"
        f"report = check.check_course(Path({str(tmp_path)!r}));"
        "assert not report.problems, report;"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
