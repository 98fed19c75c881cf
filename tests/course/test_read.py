"""A course read whole: what is kept, what is left out, what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import COURSE, edit, lesson, quiz, small_course, write
from tutor.course.items import Accepted, Multi, Near, Number, Single, Text
from tutor.course.model import FigureRef, RecallCard, Screen
from tutor.course.read import read_course
from tutor.yamlread.problem import Severity


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_course(tmp_path / "course")


def told(root: Path) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.message) for one in read_course(root).problems]


def messages(root: Path) -> list[str]:
    return [one.message for one in read_course(root).problems]


def opened(root: Path) -> dict[str, tuple[list[str], list[str]]]:
    """The ids of pages and items of every lesson that opens."""
    return {
        one.lesson.id: (
            [page.id for page in one.lesson.pages],
            [item.id for item in one.quiz.items] if one.quiz else [],
        )
        for one in read_course(root).lessons
    }


def test_a_valid_course_has_no_problem_and_everything_in_it(root: Path) -> None:
    read = read_course(root)
    assert read.problems == ()
    assert read.header is not None
    assert (read.header.id, read.header.pass_line, read.header.ask) == ("small-course", 0.8, 10)
    first, second = read.lessons
    assert (first.lesson.number, first.lesson.short, first.lesson.part) == (
        1,
        "The first lesson",
        "one",
    )
    assert second.stem == "02-second"
    opening, pause, _ = first.lesson.pages
    assert isinstance(opening, Screen)
    assert opening.figure == FigureRef("leg", "knee", ("nerve-common",))
    assert opening.tool == ("lab", "common_neck")
    assert isinstance(pause, RecallCard)
    assert first.quiz is not None
    single, multi, text, number = first.quiz.items
    assert isinstance(single.body, Single)
    assert [one.credit for one in single.body.options] == [None, None, 0.5]
    assert single.teaches == (("nerve", "common_nerve"),)
    assert (single.weight, single.shuffle, single.red_flag, single.claims) == (
        0.5,
        False,
        True,
        (1, 2),
    )
    assert isinstance(multi.body, Multi)
    assert isinstance(text.body, Text)
    assert text.body.accept[1] == Accepted("old nerve", 0.5, "An old name.")
    assert text.status == "draft"
    assert number.body == Number(answer=90, unit="degrees", abs_tol=2, near=Near(0.5, "Nearly.", 5))
    assert set(read.sources) == {"a-book", "a-page"}
    assert read.glossary["fibular-neck"].confused_with == ("fibular-head",)
    figure = read.figures["leg"]
    assert figure.viewpoint == "from the outer side"
    assert set(figure.views) == {"whole", "knee", "ankle"}
    assert read.sources["a-book"].title == "A book: with a colon"


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "quizzes/01-first.yaml",
            "objective: first-aim",
            "objective: first-aims",
            'unknown objective "first-aims"; did you mean "first-aim"?',
        ),
        (
            "quizzes/01-first.yaml",
            "objective: first-aim",
            "objective: second-aim",
            'unknown objective "second-aim"',
        ),
        (
            "quizzes/02-second.yaml",
            "objective: second-aim",
            "objective: first-aim",
            'objective "first-aim" belongs to lessons/01-first.yaml',
        ),
        (
            "quizzes/01-first.yaml",
            "name: leg",
            "name: lag",
            'unknown figure "lag"; did you mean "leg"?',
        ),
        (
            "quizzes/02-second.yaml",
            "id: second-single",
            "id: first-single",
            'item "first-single" is there already in quizzes/01-first.yaml',
        ),
        ("quizzes/01-first.yaml", "id: common", "id: tibial", 'id "tibial" is used twice'),
        (
            "quizzes/01-first.yaml",
            "type: single",
            "type: hotspot",
            'type "hotspot" is not known to this version of footdrop yet',
        ),
        (
            "quizzes/01-first.yaml",
            "type: single",
            "type: singel",
            'unknown type "singel"; did you mean "single"?',
        ),
        ("quizzes/01-first.yaml", "right: true, ", "", "no option is right"),
        (
            "quizzes/01-first.yaml",
            "id: tibial, text: Tibial nerve,",
            "id: tibial, text: T, right: true,",
            "a second option is right",
        ),
        (
            "quizzes/01-first.yaml",
            "text: Tibial nerve,",
            "text: T, credit: 0.5,",
            "credit is given at most once",
        ),
        (
            "quizzes/01-first.yaml",
            "credit: 0.5, pin",
            "credit: 0.4, pin",
            'expected 0.5, found "0.4"',
        ),
    ],
)
def test_a_broken_item_is_named_and_alone_left_out(
    root: Path, path: str, old: str, new: str, message: str
) -> None:
    edit(root, path, old, new)
    assert message in messages(root)
    name = path[len("quizzes/00-") :].removesuffix(".yaml")
    assert opened(root)[name][1] == [f"{name}-multi", f"{name}-text", f"{name}-number"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("text: C, why", "text: C, right: true, why", "no option is wrong"),
        ("text: C, why", "text: C, credit: 0.5, why", 'credit belongs to "type: single"'),
        ("accept: [deep nerve, ", "accept: [", "no accepted answer has full credit"),
        ("accept: [deep nerve", "accept: [tibial nerve", '"tibial nerve" stands here twice'),
        ("    answer: 90\n", "", 'a number needs "answer", or "low" and "high"'),
        ("answer: 90", "low: 90", 'a range needs "low" and "high"'),
        (
            "answer: 90",
            "answer: 90\n    low: 1\n    high: 2",
            'write either "answer" or "low" and "high"',
        ),
        ("answer: 90", "low: 9\n    high: 2", '"low" must be below "high"'),
        ("answer: 90", "low: 2\n    high: 9", "a range has no tolerance: widen the range itself"),
        ("abs-tol: 2", "abs-tol: 2\n    rel-tol: 0.1", 'write either "abs-tol" or "rel-tol"'),
        (
            "near: {abs-tol: 5",
            "near: {abs-tol: 1",
            "the near band must be wider than the tolerance",
        ),
        ("near: {abs-tol: 5,", "near: {", 'write either "abs-tol" or "rel-tol" here'),
        ("level: recall", "level: guess", "expected one of recall, apply, reason"),
        (
            "stem: Type the nerve.",
            "stme: Type the nerve.",
            'unknown key "stme"; did you mean "stem"?',
        ),
        (
            "      - {id: c, text: C, why: It does not.}\n",
            "",
            '"options" has 2 entries: it needs at least 3 entries',
        ),
        (
            "hints: [Think of the knee.]",
            "hints: [a, b, c]",
            '"hints" has 3 entries: it takes at most 2',
        ),
    ],
)
def test_the_rules_of_an_item(root: Path, old: str, new: str, message: str) -> None:
    edit(root, "quizzes/01-first.yaml", old, new)
    assert any(one.startswith(message) for one in messages(root)), messages(root)
    assert len(opened(root)["first"][1]) == 3


@pytest.mark.parametrize(
    ("path", "old", "new", "message", "line"),
    [
        (
            "lessons/01-first.yaml",
            "sources: [a-book]",
            "sources: [a-bok]",
            'unknown source "a-bok"; did you mean "a-book"?',
            20,
        ),
        (
            "lessons/01-first.yaml",
            "name: leg",
            "name: lag",
            'unknown figure "lag"; did you mean "leg"?',
            17,
        ),
        (
            "lessons/01-first.yaml",
            "view: knee",
            "view: kne",
            'figure "leg" has no view "kne"; did you mean "knee"?',
            17,
        ),
        (
            "lessons/01-first.yaml",
            "[nerve-common]",
            "[nerve-comon]",
            'figure "leg" has no structure "nerve-comon"; did you mean "nerve-common"?',
            17,
        ),
        (
            "lessons/01-first.yaml",
            "term:fibular-neck",
            "term:fibular-nek",
            'unknown term "fibular-nek"; did you mean "fibular-neck"?',
            13,
        ),
    ],
)
def test_a_screen_stays_and_its_dangling_reference_goes(
    root: Path, path: str, old: str, new: str, message: str, line: int
) -> None:
    edit(root, path, old, new)
    assert told(root) == [(path, line, message)]
    pages = opened(root)["first"][0]
    assert pages == ["opening", "pause", "closing"]
    screen = read_course(root).lessons[0].lesson.pages[0]
    assert isinstance(screen, Screen)
    assert screen.sources == (() if "source" in message else ("a-book",))
    assert ("term:" in screen.body) == ("term" not in message)
    assert "with a [neck](" in screen.body or "with a neck." in screen.body
    expected = {
        "unknown figure": None,
        "has no view": FigureRef("leg", None, ("nerve-common",)),
        "has no structure": FigureRef("leg", "knee", ()),
    }
    found = [figure for words, figure in expected.items() if words in message]
    assert [screen.figure] == (found or [FigureRef("leg", "knee", ("nerve-common",))])


@pytest.mark.parametrize(
    ("path", "old", "new", "message", "kept"),
    [
        (
            "lessons/01-first.yaml",
            "objective: first-aim\n    body: |",
            "objective: aim\n    body: |",
            'unknown objective "aim"',
            ["pause", "closing"],
        ),
        (
            "lessons/01-first.yaml",
            "id: closing",
            "id: opening",
            'screen "opening" is there already',
            ["opening", "pause"],
        ),
        (
            "lessons/01-first.yaml",
            "body: The last",
            "boddy: The last",
            'unknown key "boddy"; did you mean "body"?',
            ["opening", "pause"],
        ),
    ],
)
def test_a_broken_screen_is_left_out(
    root: Path, path: str, old: str, new: str, message: str, kept: list[str]
) -> None:
    edit(root, path, old, new)
    assert any(one.startswith(message) for one in messages(root))
    assert opened(root)["first"][0] == kept


@pytest.mark.parametrize("damage", ["{", "lesson: first\n", "\0", "a: &x 1"])
def test_a_broken_lesson_is_left_out_and_the_rest_opens(root: Path, damage: str) -> None:
    write(root, "lessons/01-first.yaml", damage)
    problems = told(root)
    assert problems
    assert {path for path, _, _ in problems} == {"lessons/01-first.yaml"}
    assert list(opened(root)) == ["second"]
    read = read_course(root)
    assert read.header is not None
    assert [part.lessons for part in read.header.parts] == [(), ("second",)]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            "lessons/course.yaml",
            "[first]",
            "[frist]",
            [
                'lesson "first" is in no part of lessons/course.yaml',
                'no file in lessons/ has "lesson: frist"; did you mean "first"?',
            ],
        ),
        ("lessons/course.yaml", "[second]", "[second, first]", ['lesson "first" is listed twice']),
        ("lessons/course.yaml", "id: two", "id: one", ['part "one" is there twice']),
        (
            "lessons/course.yaml",
            COURSE[COURSE.index("parts:") :],
            "parts: []",
            ['"parts" is empty: it needs at least 1 entry'],
        ),
        (
            "lessons/01-first.yaml",
            "part: one",
            "part: on",
            ['unknown part "on"; did you mean "one"?'],
        ),
        (
            "lessons/01-first.yaml",
            "part: one",
            "part: two",
            ['lessons/course.yaml lists this lesson in part "one"'],
        ),
        (
            "lessons/02-second.yaml",
            "lesson: second",
            "lesson: first",
            ['lesson "first" is already in lessons/01-first.yaml'],
        ),
        (
            "quizzes/01-first.yaml",
            "quiz: first",
            "quiz: frist",
            ['its lesson is "first": write "quiz: first"'],
        ),
        (
            "lessons/02-second.yaml",
            "  second-aim:",
            "  first-aim: {short: A, text: B}\n  second-aim:",
            ['objective "first-aim" is there already in lessons/01-first.yaml'],
        ),
        (
            "lessons/01-first.yaml",
            "objectives:",
            "objectives:\n  more: {short: A, text: B}",
            ['no screen teaches objective "more"', 'no item tests objective "more"'],
        ),
        (
            "lessons/glossary.yaml",
            "confused-with: [fibular-head]",
            "confused-with: [fibular-hed]",
            ['unknown term "fibular-hed"; did you mean "fibular-head"?'],
        ),
        (
            "lessons/glossary.yaml",
            "sources: [a-book]",
            "sources: [book]",
            ['unknown source "book"'],
        ),
        ("lessons/glossary.yaml", "(term:fibular-head)", "(term:head)", ['unknown term "head"']),
        (
            "lessons/figures/leg.yaml",
            "figure: leg",
            "figure: arm",
            ['the file is called leg.yaml: write "figure: leg"'],
        ),
        (
            "lessons/figures/leg.yaml",
            "id: bone",
            "id: nerve-common",
            ['id "nerve-common" is used twice'],
        ),
        (
            "lessons/course.yaml",
            "format: 1",
            "format: 2",
            ["written in format 2; this version of footdrop reads format 1"],
        ),
        ("lessons/sources.yaml", "grade: B", "grade: D", ['expected one of A, B, C, found "D"']),
    ],
)
def test_what_only_several_files_show(
    root: Path, path: str, old: str, new: str, expected: list[str]
) -> None:
    edit(root, path, old, new)
    found = messages(root)
    for message in expected:
        assert any(one.startswith(message) for one in found), found


def test_an_objective_that_nothing_tests_is_a_fault(root: Path) -> None:
    edit(root, "lessons/01-first.yaml", "objectives:", "objectives:\n  more: {short: A, text: B}")
    assert {one.severity for one in read_course(root).problems} == {Severity.FAULT}


def test_a_lesson_without_a_quiz_opens(root: Path) -> None:
    (root / "quizzes/01-first.yaml").unlink()
    assert told(root) == [
        ("lessons/01-first.yaml", 1, "a lesson without a quiz: quizzes/01-first.yaml is missing")
    ]
    assert opened(root)["first"] == (["opening", "pause", "closing"], [])


def test_a_quiz_without_a_lesson_is_named(root: Path) -> None:
    write(root, "quizzes/03-third.yaml", quiz("third"))
    assert told(root) == [
        ("quizzes/03-third.yaml", 1, "a quiz without its lesson: lessons/03-third.yaml is missing")
    ]


def test_a_file_without_a_number_or_with_another_ending_is_named(root: Path) -> None:
    (root / "lessons/01-first.yaml").rename(root / "lessons/first.yaml")
    (root / "quizzes/01-first.yaml").rename(root / "quizzes/first.yml")
    found = messages(root)
    assert "a lesson's file name begins with its number" in found
    assert "this file is not read: its name must end in .yaml" in found
    assert list(opened(root)) == ["second"]


def test_hidden_files_and_folders_are_no_lessons(root: Path) -> None:
    write(root, "lessons/._01-first.yaml", b"\0\0")
    write(root, "lessons/notes.txt", "x")
    assert messages(root) == []
    (root / "lessons/05-folder.yaml").mkdir()
    assert messages(root) == ["this is not a file"]


def test_missing_sources_are_named_once(root: Path) -> None:
    (root / "lessons/sources.yaml").unlink()
    assert told(root) == [("lessons/sources.yaml", 0, "the file is missing, and sources are named")]


def test_a_broken_glossary_is_named_once(root: Path) -> None:
    write(root, "lessons/glossary.yaml", "{")
    assert {path for path, _, _ in told(root)} == {"lessons/glossary.yaml"}
    screen = read_course(root).lessons[0].lesson.pages[0]
    assert isinstance(screen, Screen)
    assert "with a neck." in screen.body


def test_a_broken_source_does_not_dangle_as_well(root: Path) -> None:
    edit(root, "lessons/sources.yaml", "grade: B", "grade: D")
    assert {path for path, _, _ in told(root)} == {"lessons/sources.yaml"}


BELL = '"\\x07"'
UNREAD = [
    # What breaks it, where; what would be met one run later.
    ("quizzes/01-first.yaml", "explain: |\n      The", "explain: |\n      \x07The"),
    ("quizzes/01-first.yaml", "stem: |", f"stem: {BELL}\n    steem: |"),
    ("quizzes/01-first.yaml", "    level: apply\n", ""),
    ("quizzes/01-first.yaml", "type: single", "type: singel"),
    ("quizzes/01-first.yaml", "quiz: first\n", "quizz: first\n"),
    ("lessons/01-first.yaml", "title: How it opens", "title: How it\x07 opens"),
    ("lessons/01-first.yaml", "title: How it opens", "titel: How it opens"),
    ("lessons/01-first.yaml", "minutes: 12", "minutes: twelve"),
    ("lessons/01-first.yaml", "title: The first", "title: \x07The first"),
]


TEXTS = {"lessons/01-first.yaml": lesson("first", "one"), "quizzes/01-first.yaml": quiz("first")}
DANGLING = [
    ("sources: [a-book]", "sources: [a-bok]", 'unknown source "a-bok"; did you mean "a-book"?'),
    ("name: leg", "name: lag", 'unknown figure "lag"; did you mean "leg"?'),
    ("objective: first-aim", "objective: aim", 'unknown objective "aim"'),
    ("nerve is hurt?", "[neck](term:nek) is hurt?", 'unknown term "nek"'),
    ("(term:fibular-neck)", "(term:nek)", 'unknown term "nek"'),
    ("view: ", "view: from-", 'figure "leg" has no view "from-'),
    ("[nerve-common]", "[nerve-comon]", 'figure "leg" has no structure "nerve-comon"'),
    ("id: closing", "id: opening", 'screen "opening" is there already'),
    ("id: first-multi", "id: first-single", 'item "first-single" is there already'),
]


@pytest.mark.parametrize(
    ("path", "old", "new", "reference", "dangling", "message"),
    [(*one, *two) for one in UNREAD for two in DANGLING if two[0] in TEXTS[one[0]]],
)
def test_what_cannot_be_read_is_compared_all_the_same(
    root: Path, path: str, old: str, new: str, reference: str, dangling: str, message: str
) -> None:
    edit(root, path, reference, dangling)
    whole = [one for one in told(root) if one[2].startswith(message)]
    edit(root, path, old, new)
    broken = [one for one in told(root) if one[2].startswith(message)]
    shift = new.count("\n") - old.count("\n")
    assert len(broken) == len(whole) == 1
    assert broken[0][0] == path
    assert broken[0][1] - whole[0][1] in (0, shift)


@pytest.mark.parametrize(("path", "old", "new"), UNREAD)
def test_what_cannot_be_read_dangles_only_where_it_does(
    root: Path, path: str, old: str, new: str
) -> None:
    edit(root, path, old, new)
    assert not [
        one
        for one in messages(root)
        if one.startswith(("unknown s", "unknown o", "figure", "item"))
    ]


def test_the_lessons_of_a_broken_course_file_are_compared(root: Path) -> None:
    edit(root, "lessons/course.yaml", "title: A small course", "title: A small\x07 course")
    edit(root, "lessons/course.yaml", "[second]", "[secnd]")
    found = messages(root)
    assert 'no file in lessons/ has "lesson: secnd"; did you mean "second"?' in found
    assert 'lesson "second" is in no part of lessons/course.yaml' in found
    assert 'lesson "first" is in no part of lessons/course.yaml' not in found


def test_a_broken_term_is_looked_through(root: Path) -> None:
    edit(root, "lessons/glossary.yaml", "say: FIB", "sai: FIB")
    edit(root, "lessons/glossary.yaml", "confused-with: [fibular-head]", "confused-with: [head]")
    edit(root, "lessons/glossary.yaml", "sources: [a-book]", "sources: [a-bok]")
    edit(root, "lessons/glossary.yaml", "(term:fibular-head)", "(term:fibular-hed)")
    found = [(line, message.split(";")[0]) for _, line, message in told(root)]
    assert found == [
        (4, 'unknown key "sai"'),
        (6, 'unknown term "fibular-hed"'),
        (7, 'unknown term "head"'),
        (8, 'unknown source "a-bok"'),
    ]


def test_a_sound_item_opens_though_a_broken_one_has_its_id(root: Path) -> None:
    edit(root, "quizzes/01-first.yaml", "    level: apply\n", "")
    edit(root, "quizzes/01-first.yaml", "id: first-multi", "id: first-single")
    assert 'item "first-single" is there already' in messages(root)
    assert opened(root)["first"][1] == ["first-single", "first-text", "first-number"]


def test_the_paths_of_pages_and_items_point_into_the_file(root: Path) -> None:
    edit(root, "lessons/01-first.yaml", "title: How it opens", "titel: How it opens")
    edit(root, "quizzes/01-first.yaml", "level: apply", "level: aply")
    first = read_course(root).lessons[0]
    assert first.page_keys == (("screens", 1), ("screens", 2))
    assert first.item_keys == (("items", 1), ("items", 2), ("items", 3))
    line, _ = first.places.at((*first.page_keys[1], "title"))
    assert "How it closes" in first.places.text.split("\n")[line - 1]


def test_problems_of_all_files_come_sorted_in_one_run(root: Path) -> None:
    for path in ("lessons/01-first.yaml", "quizzes/01-first.yaml", "quizzes/02-second.yaml"):
        write(root, path, (root / path).read_text() + "lost: 1\n")
    paths = [path for path, _, _ in told(root)]
    assert paths == sorted(paths)
    assert set(paths) >= {
        "lessons/01-first.yaml",
        "quizzes/01-first.yaml",
        "quizzes/02-second.yaml",
    }
