"""The command line: words to a command, failures to two lines and an exit code.

0 done, 1 problems found by `check` or `doctor`, 2 wrong use or an expected failure,
70 a mistake of ours, 130 interrupted, 128 + n ended by signal n. stdout is for results, stderr
for talk.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from tutor import __version__
from tutor.commands.codes import DONE, FAILURE, INTERRUPTED
from tutor.errors import TutorError

# They draw on the terminal themselves.
_FACES = (None, "learn", "quiz")

_EPILOG = """\
Without a command the tutor opens. A lesson is named by its number (4) or its id.
For learning, not medical advice."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. Nothing is raised for what people can cause."""
    # What is printed is held until the end, so that a full disk or a closed pipe behind stdout
    # is met in one place.
    held = io.StringIO()
    options: argparse.Namespace | None = None
    with contextlib.redirect_stdout(held):
        try:
            options = parser().parse_args(arguments)
            code = DONE if options.command in _FACES else _guarded(options)
        except SystemExit as end:  # --help, --version, wrong use
            code = int(end.code or DONE)
    if options is not None and options.command in _FACES:
        return _guarded(options)
    return _delivered(held.getvalue(), code)


def _guarded(options: argparse.Namespace) -> int:
    try:
        return _command(options)
    except TutorError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a log file instead of a traceback
        from tutor.commands.crash import report

        return report(error, options.home)


def _delivered(text: str, code: int) -> int:
    """Print what was held; `code`, or FAILURE if it cannot be written."""
    if not text:
        return code
    if sys.stdout is None:  # Python's word for a closed one
        return _failed(_lost("it is closed"))
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # `footdrop scores | head`
        _silence_stdout()
    except (OSError, UnicodeEncodeError) as error:
        _silence_stdout()
        return _failed(_lost(getattr(error, "strerror", None) or str(error)))
    return code


def _lost(reason: str) -> TutorError:
    return TutorError(
        f"The output could not be written: {reason[:1].lower()}{reason[1:]}",
        "Send it to another place, or free some space there.",
    )


def _failed(error: TutorError) -> int:
    print(f"error: {error.message}.", file=sys.stderr)
    if error.hint:
        print(f"hint: {error.hint}", file=sys.stderr)
    return FAILURE


def _command(options: argparse.Namespace) -> int:
    # Each command is imported when it is asked for: `--version` needs none of them.
    match options.command:
        case None | "learn" | "quiz":
            from tutor.commands.start import start

            return start(options)
        case "check":
            from tutor.commands.check import check

            return check(options)
        case "scores":
            from tutor.commands.scores import scores

            return scores(options)
        case "doctor":
            from tutor.commands.doctor import doctor

            return doctor(options)
        case _:
            from tutor.commands.record import backup, restore

            return backup(options) if options.command == "backup" else restore(options)


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = _Parser(
        prog="footdrop",
        description="A terminal tutor on foot drop: lessons, quizzes, and every score kept.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"footdrop {__version__}")
    _common(top, default=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
        # Suppressed, so that `footdrop --home X quiz` is not undone by the default of `quiz`.
        _common(made, default=argparse.SUPPRESS)
        return made

    for name, words in (("learn", "open a lesson"), ("quiz", "open the quiz of a lesson")):
        one = command(name, words)
        one.add_argument("lesson", nargs="?", metavar="LESSON", help="number or id")
        if name == "quiz":
            one.add_argument("--all", action="store_true", help="ask every question of the quiz")
    one = command("check", "check a course: every problem with its file, line and column")
    one.add_argument("path", nargs="?", type=_path, metavar="PATH", help="a course folder")
    one.add_argument("--strict", action="store_true", help="hints count as problems too")
    one = command("scores", "every score of every quiz")
    shape = one.add_mutually_exclusive_group()
    shape.add_argument("--csv", action="store_true", help="as comma-separated values")
    shape.add_argument("--json", action="store_true", help="as JSON")
    one = command("backup", "copy your record")
    one.add_argument("target", nargs="?", type=_path, metavar="FILE", help="a file or folder")
    one = command("restore", "bring a backup back; the present record is kept aside")
    one.add_argument("backup", nargs="?", type=_path, metavar="FILE", help="a backup file")
    one.add_argument("--list", action="store_true", help="only list the backups")
    command("doctor", "look at the program, the course and your record")
    return top


def _common(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--course", type=_path, metavar="PATH", default=default, help="another course folder"
    )
    parser.add_argument(
        "--learner", type=_given, metavar="NAME", default=default, help="who is learning"
    )
    parser.add_argument(
        "--home", type=_path, metavar="PATH", default=default, help="the folder of your record"
    )


def _given(text: str) -> str:
    """A word of the command line. An empty one is a variable that was not set in a script."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; leave it out or give a value")
    return text


def _path(text: str) -> Path:
    return Path(_given(text))


class _Parser(argparse.ArgumentParser):
    """Wrong use is said in the same two lines as every other failure."""

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"error: {message[:1].upper()}{message[1:]}.", file=sys.stderr)
        print(f"hint: Ask {self.prog} --help for the commands and options.", file=sys.stderr)
        raise SystemExit(FAILURE)


def _silence_stdout() -> None:
    """Keep the interpreter from complaining about what is left in it when it ends."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
