"""An opened course, with and without its warm cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.course.build import edit, small_course, write
from tutor.course.library import CourseError, Library, open_course
from tutor.course.model import TAKE_HOME
from tutor.course.read import read_course
from tutor.course.stored import Stored
from tutor.errors import TutorError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small_course(tmp_path / "course")
    age(root)
    return root


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


AGE = 10**18  # in nanoseconds: long ago


def age(root: Path) -> None:
    """Dates every file back: what was written just now is not trusted to stay."""
    for path in root.rglob("*.yaml"):
        os.utime(path, ns=(AGE, AGE))


def everything(library: Library) -> object:
    ids = [entry.id for entry in library.lessons]
    return (
        library.header,
        library.lessons,
        library.problems,
        [library.lesson(id) for id in ids],
        [library.quiz(id) for id in ids],
        dict(library.sources()),
        dict(library.glossary()),
        library.figure("leg"),
    )


def test_a_warm_course_is_the_same_as_a_cold_one(root: Path, cache: Path) -> None:
    write(root, "lessons/03-third.yaml", "lesson: third\n")
    age(root)
    plain = everything(open_course(root, None))
    assert everything(open_course(root, cache)) == plain
    assert everything(open_course(root, cache)) == plain


def test_entries_say_what_home_shows(root: Path) -> None:
    library = open_course(root, None)
    entry = library.entry("first")
    assert entry is not None
    assert (entry.number, entry.stem, entry.part, entry.minutes) == (1, "01-first", "one", 12)
    assert entry.pages == ("opening", "pause", "closing", TAKE_HOME)
    assert entry.items == 3  # the draft is not asked
    assert (entry.screens, entry.cards) == (2, 1)
    assert entry.length == "2 screens, 1 card"
    assert entry._replace(screens=1, cards=0).length == "1 screen"
    assert entry.objectives[0].short == "Know it"
    assert library.entry("other") is None


def test_the_warm_start_reads_no_yaml(root: Path, cache: Path) -> None:
    open_course(root, cache)
    code = (
        "import sys; from pathlib import Path; from tutor.course.library import open_course;"
        f"library = open_course(Path({str(root)!r}), Path({str(cache)!r}));"
        "[(library.lesson(one.id), library.quiz(one.id)) for one in library.lessons];"
        "library.glossary(); library.figure('leg');"
        "heavy = {'yaml', 'difflib', 'hashlib', 'sqlite3', 'textual', 'rich', 'tempfile'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_start_makes_no_lesson(root: Path, cache: Path) -> None:
    open_course(root, cache)
    code = (
        "import sys; from pathlib import Path; from tutor.course.library import open_course;"
        f"open_course(Path({str(root)!r}), Path({str(cache)!r}));"
        "print([one for one in sys.modules if one.startswith('tutor.course.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "tutor.course.model" not in done.stdout
    assert "tutor.course.stored" in done.stdout


@pytest.mark.parametrize("path", ["lessons/01-first.yaml", "lessons/glossary.yaml"])
def test_the_cache_is_made_again_after_one_byte_has_changed(
    root: Path, cache: Path, path: str
) -> None:
    open_course(root, cache)
    edit(root, path, "The", "Tho")
    library = open_course(root, cache)
    texts = str(library.lesson("first")) + str(library.glossary())
    assert "Tho" in texts


def test_the_cache_is_made_again_when_a_file_comes_or_goes(root: Path, cache: Path) -> None:
    open_course(root, cache)
    (root / "quizzes/01-first.yaml").unlink()
    assert open_course(root, cache).quiz("first") is None


@pytest.mark.parametrize(("later_ns", "trusted"), [(1_000_000, False), (1_000_000_000, True)])
def test_a_file_as_young_as_the_cache_is_not_trusted(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, later_ns: int, trusted: bool
) -> None:
    """A second write within one tick of the file system's clock leaves no trace but this."""
    begin = Stored.begin
    monkeypatch.setattr(Stored, "begin", lambda self: begin(self) and AGE + later_ns)
    open_course(root, cache)
    edit(root, "lessons/01-first.yaml", "The **first** lines", "The **frist** lines")
    age(root)
    text = str(open_course(root, cache).lesson("first"))
    assert ("frist" in text) == (not trusted)


@pytest.mark.parametrize("damage", [b"", b"x", b"{}", b"footdrop 1 0 0\n{}", None])
@pytest.mark.parametrize("name", ["index.json", "lesson-0.json", "words.json"])
def test_a_damaged_cache_is_ignored(
    root: Path, cache: Path, name: str, damage: bytes | None
) -> None:
    plain = everything(open_course(root, None))
    open_course(root, cache)
    (path,) = cache.rglob(name)
    if damage is None:
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(damage)
    assert everything(open_course(root, cache)) == plain


def test_a_single_flipped_bit_is_noticed(root: Path, cache: Path) -> None:
    open_course(root, cache)
    (path,) = cache.rglob("lesson-0.json")
    path.write_bytes(path.read_bytes().replace(b"first lines", b"worst lines"))
    assert "worst" not in str(open_course(root, cache).lesson("first"))


def test_a_cache_that_vanishes_under_the_program_is_done_without(root: Path, cache: Path) -> None:
    plain = everything(open_course(root, None))
    open_course(root, cache)
    library = open_course(root, cache)
    for path in cache.rglob("*.json"):
        path.unlink()
    assert everything(library) == plain


def test_a_cache_made_anew_by_another_program_is_not_mixed_in(root: Path, cache: Path) -> None:
    open_course(root, cache)
    library = open_course(root, cache)
    edit(root, "lessons/course.yaml", "[second]", "[x]")
    edit(root, "lessons/course.yaml", "[first]", "[second]")
    edit(root, "lessons/course.yaml", "[x]", "[first]")
    open_course(root, cache)
    assert library.lesson("first").id == "first"


def test_a_lesson_that_is_gone_is_named(root: Path, cache: Path) -> None:
    open_course(root, cache)
    library = open_course(root, cache)
    for path in cache.rglob("*.json"):
        path.unlink()
    (root / "lessons/01-first.yaml").unlink()
    with pytest.raises(CourseError, match='no lesson "first"'):
        library.lesson("first")
    with pytest.raises(TutorError):
        library.quiz("unknown")


def test_a_cache_that_cannot_be_written_is_no_error(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    library = open_course(root, blocked)
    assert everything(library) == everything(open_course(root, None))


def test_nothing_but_the_cache_is_left_behind(root: Path, cache: Path) -> None:
    open_course(root, cache)
    names = sorted(path.name for path in cache.rglob("*") if path.is_file())
    assert names == ["index.json", "lesson-0.json", "lesson-1.json", "words.json"]


def test_two_courses_share_a_cache_folder(root: Path, tmp_path: Path, cache: Path) -> None:
    other = small_course(tmp_path / "other")
    edit(other, "lessons/course.yaml", "A small course", "Another course")
    assert open_course(root, cache).header.title == "A small course"
    assert open_course(other, cache).header.title == "Another course"
    assert open_course(root, cache).header.title == "A small course"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "the file is missing"),
        ("", "the file is empty"),
        ("format: 1\n", 'course.yaml:1:1: a course needs "course"'),
        ("parts: [", "not YAML"),
    ],
)
def test_without_its_header_a_course_does_not_open(
    root: Path, cache: Path, text: str | None, words: str
) -> None:
    path = root / "lessons/course.yaml"
    path.unlink()
    if text is not None:
        path.write_text(text)
    with pytest.raises(CourseError) as caught:
        open_course(root, cache)
    assert words in caught.value.message
    assert "footdrop check" in caught.value.hint
    assert read_course(root).header is None


def test_a_course_in_a_newer_format_says_so(root: Path) -> None:
    edit(root, "lessons/course.yaml", "format: 1", "format: 2")
    with pytest.raises(CourseError, match=r"course.yaml:1:9: written in format 2; this version"):
        open_course(root, None)


def test_a_course_of_broken_lessons_opens_with_none(root: Path, cache: Path) -> None:
    for stem in ("01-first", "02-second"):
        write(root, f"lessons/{stem}.yaml", "{")
    library = open_course(root, cache)
    assert library.lessons == ()
    assert library.problems


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="missing"):
        open_course(tmp_path / "nowhere", None)
