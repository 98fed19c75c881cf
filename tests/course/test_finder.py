"""Where the course is looked for, in order, and what is said when it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.build import small_course
from tutor.course.finder import NoCourseError, find_course


def test_the_named_folder_wins_over_the_environment(tmp_path: Path) -> None:
    one, two = small_course(tmp_path / "one"), small_course(tmp_path / "two")
    assert find_course(one, {"FOOTDROP_COURSE": str(two)}) == one
    assert find_course(None, {"FOOTDROP_COURSE": str(two)}) == two


def test_the_own_course_is_found_without_a_name() -> None:
    assert (find_course(None, {}) / "lessons/course.yaml").is_file()
    assert find_course(None, {"FOOTDROP_COURSE": ""}) == find_course(None, {})


def test_the_place_where_the_folder_was_named_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoCourseError, match=r"\(from check PATH\)"):
        find_course(tmp_path / "x", {}, "check PATH")


@pytest.mark.parametrize(
    "kind",
    ["missing", "link", "file", "device", "empty", "other", "folder", "zero", "long"],
)
def test_a_folder_that_is_no_course_is_named(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "x"
    if kind == "file":
        folder.write_text("")
    elif kind == "link":
        folder.symlink_to(tmp_path / "nowhere")
    elif kind == "device":
        folder = Path("/dev/null")
    elif kind == "folder":
        (folder / "lessons/course.yaml").mkdir(parents=True)
    elif kind in ("empty", "other"):
        folder.mkdir()
    if kind == "other":
        (folder / "a").write_text("")
    if kind == "zero":
        folder = Path("a\0b")
    if kind == "long":
        folder = tmp_path / ("x" * 5000)
    with pytest.raises(NoCourseError) as caught:
        find_course(folder, {})
    words = {
        "missing": "does not exist",
        "link": "is a link that leads nowhere",
        "file": "is a file",
        "device": "is not a folder",
        "folder": "holds a lessons/course.yaml that is not a file",
        "empty": "is empty",
        "other": "holds no lessons/course.yaml",
        "zero": "",
        "long": "name too long",
    }
    assert words[kind] in caught.value.message
    assert "lessons/course.yaml" in caught.value.hint
    with pytest.raises(NoCourseError, match="FOOTDROP_COURSE"):
        find_course(None, {"FOOTDROP_COURSE": str(folder)})
