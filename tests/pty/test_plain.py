"""Line mode from a shell's point of view: in terminals, in pipes, and without either."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pty.conftest import CHECKOUT, OpenTutor
from tests.pty.record import answers, is_sound
from tests.terminal import Window
from tests.terminal.command import clean_environment


def heard(window: Window) -> str:
    """All that was written, as one line."""
    return " ".join(window.output.decode().split())


def drawn(output: bytes) -> list[str]:
    """What a voice could not say: all but line ends is printable and no box, block or braille."""
    return re.findall(
        "[^\\S\r\n ]|[\0-\x08\x0b-\x1f\x7f\u2500-\u259f\u2800-\u28ff]", output.decode()
    )


@pytest.mark.parametrize(
    ("words", "variables"), [(("--plain",), {}), ((), {"TERM": "dumb"}), (("quiz", "--plain"), {})]
)
def test_in_a_terminal_only_plain_lines_are_sent(
    open_tutor: OpenTutor, words: tuple[str, ...], variables: dict[str, str]
) -> None:
    window = open_tutor(*words, size=(60, 24), **variables)
    window.wait("q leave|don't know")
    window.type("?\n")
    window.wait("Control D")
    window.type("q\n")
    assert window.wait_for_end().status == 0
    assert drawn(bytes(window.output).replace(b"\r\n", b"\n")) == []
    # The terminal itself shows what is typed; everything else is folded before its edge.
    assert max(map(len, window.output.decode().splitlines())) <= 60 + len("?")
    assert window.left_behind() == set()


def test_a_window_may_change_its_width(open_tutor: OpenTutor) -> None:
    window = open_tutor("learn", "4", "--plain", size=(100, 40))
    window.wait("Enter for the next screen")
    window.resize(40, 40)
    window.type("\n")
    window.wait("Screen 2 of")
    window.wait(r"(?s)Screen 2 of.*q\s+leave")
    window.type("q\n")
    window.wait_for_end()
    _, _, after = window.output.decode().partition("Screen 2 of")
    assert max(map(len, after.splitlines())) < 40


def test_ctrl_d_in_a_quiz(open_tutor: OpenTutor, home: Path, six: Path) -> None:
    window = open_tutor("quiz", "1", "--plain", course=six)
    window.wait("Question 1 of 6")
    window.wait("don't know")
    window.type("1\n")
    window.wait("Enter for the next question")
    window.type("\n")
    window.wait("Question 2 of 6")
    window.press("ctrl+d")
    assert window.wait_for_end().status == 0
    assert "Question 2 of 6 is kept. Everything is saved." in heard(window)
    assert [item for item, _ in answers(home)] == ["first"]


def test_ctrl_c_in_a_quiz(open_tutor: OpenTutor, home: Path, six: Path) -> None:
    window = open_tutor("quiz", "1", "--plain", course=six)
    window.wait("don't know")
    window.type("1\n")
    window.wait("Enter for the next question")
    window.press("ctrl+c")
    assert window.wait_for_end().status == 130
    assert "Question 2 of 6 is kept. Everything is saved." in heard(window)
    assert "Traceback" not in heard(window)
    assert is_sound(home)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_ended_by_a_signal_nothing_is_lost(
    open_tutor: OpenTutor, home: Path, six: Path, number: int
) -> None:
    window = open_tutor("quiz", "1", "--plain", course=six)
    window.wait("don't know")
    window.type("1\n")
    window.wait("Enter for the next question")
    window.command.signal(number)
    assert window.wait_for_end().status == -number
    assert [item for item, _ in answers(home)] == ["first"]
    assert is_sound(home)
    again = open_tutor("quiz", "1", "--plain", course=six)
    again.wait("Question 2 of 6. 1 answered.")


def test_the_window_is_closed(open_tutor: OpenTutor, home: Path, six: Path) -> None:
    window = open_tutor("quiz", "1", "--plain", course=six)
    window.wait("don't know")
    window.type("1\n")
    window.wait("Enter for the next question")
    window.command.hang_up()
    assert window.wait_for_end().status == -signal.SIGHUP
    assert [item for item, _ in answers(home)] == ["first"]
    assert not (home / "logs").exists()


# -- pipes -------------------------------------------------------------------------------------


def footdrop(
    home: Path, *words: str, typed: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """The tutor in a pipe, with these bytes as its input."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", "--home", str(home), *words],
        input=typed,
        capture_output=True,
        cwd=CHECKOUT,
        env=clean_environment(**variables),
    )


def test_without_a_terminal_it_is_line_mode_by_itself(home: Path, six: Path) -> None:
    done = footdrop(home, "--course", str(six), "quiz", "1", typed=b"1\n\n1 3\n\nfibula\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert drawn(done.stdout) == []
    told = done.stdout.decode()
    assert told.startswith("footdrop, line mode. Six questions.")
    assert told.endswith("\nQuestion 4 of 6 is kept. Everything is saved.\n")
    # What was typed stands behind its prompt, so that the transcript can be read.
    assert "don't know): fibula\n" in told
    assert [item for item, _ in answers(home)] == ["first", "second", "third"]


def test_nothing_typed_at_all(home: Path) -> None:
    done = footdrop(home)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().endswith("q leave): \nEverything is saved.\n")


def test_lines_that_are_no_text_and_lines_without_end(home: Path, six: Path) -> None:
    typed = b"\xff\xfe\n" + b"x" * 100_000 + b"\n" + b"1" * 5_000_000 + b"\n9\n1\n\n"
    done = footdrop(home, "--course", str(six), "quiz", "1", typed=typed)
    told = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(told) < 4000
    assert told.count("That line is too long") == 2
    assert "could not be read" in told
    assert "There are three answers. Please type 1, 2 or 3." in told
    assert [item for item, _ in answers(home)] == ["first"]


def test_a_reader_that_leaves_ends_it_quietly_and_loses_nothing(home: Path, six: Path) -> None:
    command = (
        f'printf "1\\n\\n1 2\\n\\n\\n" | "{sys.executable}" -m tutor --home "{home}"'
        f' --course "{six}" quiz 1 | head -n 1; sleep 0'
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=clean_environment(),
    )
    assert done.stderr == ""
    assert done.stdout.startswith("footdrop, line mode.")
    assert is_sound(home)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output_is_said(home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tutor", "--home", str(home)],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
            env=clean_environment(),
        )
    error, hint = done.stderr.splitlines()
    assert done.returncode == 2
    assert "The output could not be written: no space left on device" in error
    assert hint.startswith("hint: ")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("streams", "status", "error"),
    [("<&-", 0, ""), (">&-", 2, "error: The output could not be written: it is closed.")],
)
def test_closed_streams(home: Path, streams: str, status: int, error: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m tutor --home "{home}" {streams}'],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=clean_environment(),
    )
    assert done.returncode == status, done.stderr
    assert done.stderr.startswith(error)
    assert "Traceback" not in done.stderr


def test_an_output_in_ascii_only(home: Path) -> None:
    done = footdrop(home, "learn", "4", typed=b"s\n", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


def test_a_damaged_record_is_a_failure_for_a_script(home: Path) -> None:
    home.mkdir()
    (home / "footdrop.db").write_bytes(b"no database")
    done = footdrop(home, "quiz", "4")
    assert done.returncode == 2
    assert b"error: The record file" in done.stderr
    assert b"Learn without a record" in done.stdout


def test_a_damaged_record_does_not_keep_from_learning(home: Path) -> None:
    home.mkdir()
    (home / "footdrop.db").write_bytes(b"no database")
    done = footdrop(home, "quiz", "4", typed=b"3\n")
    assert done.returncode == 0
    assert "No record is kept in this run." in done.stdout.decode()
    assert "Question 1 of" in done.stdout.decode()
    assert (home / "footdrop.db").read_bytes() == b"no database"
