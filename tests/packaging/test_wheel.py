"""What a user installs: sdist, the wheel made from it, and the command in an empty environment."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tutor import __version__
from tutor.check.report import render_report
from tutor.check.run import check_course

CHECKOUT = Path(__file__).parents[2]
CONTENT = [
    path.relative_to(CHECKOUT).as_posix()
    for folder in ("lessons", "quizzes")
    for path in sorted((CHECKOUT / folder).rglob("*.yaml"))
]
DATA = ["tutor/store/schema.sql", "tutor/tui/app.tcss", "tutor/py.typed"]


@dataclass(frozen=True, slots=True)
class Built:
    """The two files that are published."""

    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sdist, and the wheel built from it, not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    # Without isolation: hatchling comes with the development tools, and no network is needed.
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    run([*build, str(CHECKOUT)])
    return Built(next(folder.glob("*.tar.gz")), next(folder.glob("*.whl")))


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that holds the wheel and sees our dependencies.

    They are lent by a path file from the environment that runs the tests: `.pth` files there, one
    of which leads to the checkout, are not followed from here.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    install = ["-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    run([sys.executable, *install, str(built.wheel)])
    lent = sysconfig.get_path("purelib")
    ask = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    Path(run(ask).strip(), "lent.pth").write_text(lent + "\n", encoding="utf-8")
    return scripts


def run(command: list[str]) -> str:
    """The output of a command that is started in `/`, where nothing of ours lies."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=Path(CHECKOUT.anchor), env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_sdist_holds_everything(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    documents = ["README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "pyproject.toml"]
    assert {*CONTENT, *DATA, *documents} <= names
    assert "docs/course-format.md" in names
    assert any(name.startswith("tests/") for name in names)


def test_the_wheel_holds_the_course_inside_the_package_and_nothing_beside_it(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        names = set(archive.namelist())
    assert {*DATA, *(f"tutor/content/{name}" for name in CONTENT)} <= names
    tops = {name.partition("/")[0] for name in names}
    assert len(tops) == 2, tops  # the package, and what describes it
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_installed_package_is_not_the_checkout(installed: Path) -> None:
    code = "import sys, tutor; print(tutor.__file__, *sys.path, sep='\\n')"
    file, *paths = run([str(installed / "python"), "-c", code]).splitlines()
    assert Path(file).is_relative_to(installed.parent)
    assert not [path for path in paths if path and Path(path).resolve() == CHECKOUT]


def test_the_installed_command_checks_as_many_lessons_and_items(installed: Path) -> None:
    footdrop = str(installed / "footdrop")
    assert run([footdrop, "--version"]).strip() == f"footdrop {__version__}"

    ours = check_course(CHECKOUT)
    assert ours.lessons == len([name for name in CONTENT if name.startswith("quizzes/")])
    assert ours.items > 0
    assert run([footdrop, "check"]).strip() == render_report(ours)
    count = (
        "from tutor.check.run import check_course; from tutor.course.finder import find_course\n"
        "report = check_course(find_course(None, {})); print(report.lessons, report.items)"
    )
    theirs = run([str(installed / "python"), "-c", count]).split()
    assert theirs == [str(ours.lessons), str(ours.items)]
