"""Whatever stands in a course's files, reading raises nothing and opening only its own error."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.course.build import course_of_all_types, large_course, small_course, write
from tutor.course.library import CourseError, open_course
from tutor.course.read import read_course
from tutor.yamlread.problem import Severity, render

FILES = [
    "lessons/course.yaml",
    "lessons/sources.yaml",
    "lessons/glossary.yaml",
    "lessons/figures/leg.yaml",
    "lessons/01-first.yaml",
    "quizzes/01-first.yaml",
]
BITS = st.text(alphabet='ab1 \n:-?,[]{}#*"\u202e', max_size=12) | st.sampled_from(
    ["first", "first-aim", "leg", "null", "- ", "true", "[](term:x)", "[a](term:b)", "type: text"]
)


@given(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 30), BITS)
@settings(max_examples=80, deadline=None)
def test_a_small_change_anywhere(path: str, where: float, length: int, bits: str) -> None:
    with TemporaryDirectory() as folder:
        root = course_of_all_types(Path(folder) / "course")
        text = (root / path).read_text()
        at = int(where * len(text))
        write(root, path, text[:at] + bits + text[at + length :])
        read = read_course(root)
        for problem in read.problems:
            assert render(problem)
        if len(read.lessons) < 2:
            assert any(one.severity is Severity.ERROR for one in read.problems)
        try:
            library = open_course(root, Path(folder) / "cache")
        except CourseError:
            assert read.header is None
        else:
            assert [library.lesson(one.id) for one in library.lessons] == [
                one.lesson for one in read.lessons
            ]


RUBBISH = {
    "empty": b"",
    "bytes": b"\xff\xfe\0",
    "brackets": b"[" * 100_000,
    "accents": b"a: " + b"\xc3\xa9" * 10_000,
}


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("kind", RUBBISH)
def test_a_file_of_rubbish(tmp_path: Path, path: str, kind: str) -> None:
    root = small_course(tmp_path)
    write(root, path, RUBBISH[kind])
    assert any(one.path == path for one in read_course(root).problems)


def test_a_larger_course(tmp_path: Path) -> None:
    read = read_course(large_course(tmp_path, lessons=5, items=8))
    assert read.problems == ()
    assert [len(one.quiz.items) for one in read.lessons if one.quiz] == [8] * 5


def test_reading_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    import gc

    root = small_course(tmp_path)
    read_course(root)
    assert gc.isenabled()
    gc.disable()
    try:
        read_course(root)
        assert not gc.isenabled()
    finally:
        gc.enable()
