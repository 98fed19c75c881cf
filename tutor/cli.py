"""The command line: words to a command, failures to two lines and an exit code.

0 done, 1 problems found by `check` or `doctor`, 2 wrong use or an expected failure,
70 a mistake of ours, 130 interrupted, 128 + n ended by signal n. stdout is for results, stderr
for talk.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tutor import __version__
from tutor.commands.codes import DONE, FAILURE, INTERRUPTED
from tutor.commands.output import silence_stdout
from tutor.errors import TutorError, output_lost

# They draw on the terminal themselves.
_FACES = (None, "learn", "quiz", "review", "exam")
# They print what the record says, and end.
_AT_ONCE = ("next", "status")

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
            options = parser(arguments).parse_args(arguments)
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
        return _failed(output_lost("it is closed"))
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # `footdrop scores | head`
        silence_stdout()
    except (OSError, UnicodeEncodeError) as error:
        silence_stdout()
        return _failed(output_lost(getattr(error, "strerror", None) or str(error)))
    return code


def _failed(error: TutorError) -> int:
    print(f"error: {error.message}.", file=sys.stderr)
    if error.hint:
        print(f"hint: {error.hint}", file=sys.stderr)
    return FAILURE


def _command(options: argparse.Namespace) -> int:
    # Each command is imported when it is asked for: `--version` needs none of them.
    if options.command in _AT_ONCE:
        import gc

        # It ends before there is garbage worth a search: a twentieth of its time.
        gc.disable()
    match options.command:
        case None | "learn" | "quiz" | "review" | "exam":
            from tutor.commands.start import start

            return start(options)
        case "check":
            from tutor.commands.check import check

            return check(options)
        case "next":
            from tutor.commands.next import next_

            return next_(options)
        case "status":
            from tutor.commands.status import status

            return status(options)
        case "scores":
            from tutor.commands.scores import scores

            return scores(options)
        case "doctor":
            from tutor.commands.doctor import doctor, rebuild

            return rebuild(options) if options.rebuild else doctor(options)
        case _:
            from tutor.commands.record import backup, restore

            return backup(options) if options.command == "backup" else restore(options)


def parser(words: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """All commands and their options; given `words`, only the options of commands among them.

    Argparse takes a fifth of the time of a command that prints a line to make them all.
    """
    top = _Parser(
        prog="footdrop",
        description="A terminal tutor on foot drop: lessons, quizzes, and every score kept.",
        epilog=_EPILOG,
        formatter_class=_RawFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"footdrop {__version__}")
    _common(top, default=None)
    _plain(top, default=False)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (help_, options) in _COMMANDS.items():
        asked = words is None or name in words
        one = commands.add_parser(
            name,
            help=help_,
            description=help_,
            allow_abbrev=False,
            formatter_class=_Formatter,
            add_help=asked,
        )
        if asked:
            # Suppressed, so that `footdrop --home X quiz` is not undone by the default of `quiz`.
            _common(one, default=argparse.SUPPRESS)
            options(one)
    return top


def _none(one: argparse.ArgumentParser) -> None:
    """A command without options of its own."""


def _learn(one: argparse.ArgumentParser) -> None:
    one.add_argument("lesson", nargs="?", metavar="LESSON", help="number or id")
    _plain(one, default=argparse.SUPPRESS)


def _quiz(one: argparse.ArgumentParser) -> None:
    _learn(one)
    one.add_argument("--all", action="store_true", help="ask every question of the quiz")


def _review(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--cram", action="store_true", help="everything opened so far; the schedule stays as it is"
    )
    _plain(one, default=argparse.SUPPRESS)


def _status(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help="as JSON")


def _check(one: argparse.ArgumentParser) -> None:
    one.add_argument("path", nargs="?", type=_path, metavar="PATH", help="a course folder")
    one.add_argument("--strict", action="store_true", help="hints count as problems too")


def _scores(one: argparse.ArgumentParser) -> None:
    shape = one.add_mutually_exclusive_group()
    shape.add_argument("--csv", action="store_true", help="as comma-separated values")
    shape.add_argument("--json", action="store_true", help="as JSON, with notes and reports")
    one.add_argument(
        "--reports",
        action="store_true",
        help="your notes and reports of doubtful questions instead of scores",
    )


def _backup(one: argparse.ArgumentParser) -> None:
    one.add_argument("target", nargs="?", type=_path, metavar="FILE", help="a file or folder")


def _restore(one: argparse.ArgumentParser) -> None:
    one.add_argument("backup", nargs="?", type=_path, metavar="FILE", help="a backup file")
    one.add_argument("--list", action="store_true", help="only list the backups")


def _doctor(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--rebuild", action="store_true", help="make cards and counts anew from the log of answers"
    )


def _exam(one: argparse.ArgumentParser) -> None:
    one.add_argument("lesson", nargs="?", metavar="LESSON", help="number or id; else all lessons")
    one.add_argument("--items", type=_count, metavar="N", help="how many questions, at most")
    one.add_argument("--timed", action="store_true", help="with a time limit, 90 s a question")
    one.add_argument(
        "--extra-time",
        type=float,
        choices=(1.25, 1.5, 2.0),
        metavar="FACTOR",
        help="more time: 1.25, 1.5 or 2 times the limit",
    )
    one.add_argument("--seed", type=_seed, metavar="N", help="the same questions again")
    _plain(one, default=argparse.SUPPRESS)


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "learn": ("open a lesson", _learn),
    "quiz": ("open the quiz of a lesson", _quiz),
    "review": ("what is due today", _review),
    "exam": ("an exam over the course or a lesson, told at its end", _exam),
    "next": ("one line: what to do now", _none),
    "status": ("where you stand: due, mastery, scores, how sure and how right", _status),
    "check": ("check a course: every problem with its file, line and column", _check),
    "scores": ("every score of every quiz", _scores),
    "backup": ("copy your record", _backup),
    "restore": ("bring a backup back; the present record is kept aside", _restore),
    "doctor": ("look at the program, the course and your record", _doctor),
}


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


def _plain(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--plain",
        action="store_true",
        default=default,
        help="line mode: plain lines for screen readers and pipes",
    )


def _given(text: str) -> str:
    """A word of the command line. An empty one is a variable that was not set in a script."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; leave it out or give a value")
    return text


def _count(text: str) -> int:
    return _number(text, least=1, most=1000)


def _seed(text: str) -> int:
    return _number(text, least=0, most=2**32 - 1)


def _number(text: str, *, least: int, most: int) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 10 and least <= int(text) <= most:
        return int(text)
    raise argparse.ArgumentTypeError(f"it is a number from {least} to {most}")


def _path(text: str) -> Path:
    return Path(_given(text))


class _Formatter(argparse.HelpFormatter):
    """Asks for the width of the window itself.

    Argparse makes a formatter for every option, and would load shutil and all its compressors for
    the width: a tenth of the time of a command that only prints a line.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class _RawFormatter(_Formatter, argparse.RawDescriptionHelpFormatter):
    """Leaves the lines of the epilog as they are."""


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size().columns or 80
    except (OSError, ValueError):  # stdout is a pipe, or closed
        return 80


class _Parser(argparse.ArgumentParser):
    """Wrong use is said in the same two lines as every other failure."""

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"error: {message[:1].upper()}{message[1:]}.", file=sys.stderr)
        print(f"hint: Ask {self.prog} --help for the commands and options.", file=sys.stderr)
        raise SystemExit(FAILURE)
