"""The one rule for what people are told: sentences, and who sets their full stop."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.commands.conftest import Footdrop

TUTOR = Path(__file__).parents[2] / "tutor"
# A message may begin with the name of the program, which is written small.
CAPITAL = re.compile(r"(?![a-z])|footdrop\b")


def test_messages_and_hints_are_sentences() -> None:
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in TUTOR.rglob("*.py")}
    errors = family("TutorError", modules.values())
    messages: list[tuple[str, str]] = []
    hints: list[tuple[str, str]] = []
    for path, module in modules.items():
        constants = dict(assigned(module))
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in errors:
                place = f"{path.relative_to(TUTOR)}:{node.lineno}"
                for kind, argument in zip((messages, hints), node.args, strict=False):
                    text = words(constants.get(getattr(argument, "id", ""), argument))
                    if text is not None:
                        kind.append((place, text))
    assert len(messages) > 25
    assert len(hints) > 25
    assert [one for one in messages + hints if not CAPITAL.match(one[1])] == []
    assert [one for one in messages if one[1].endswith(".")] == []
    assert [one for one in hints if not one[1].endswith(".")] == []


def family(base: str, modules: Iterable[ast.Module]) -> set[str]:
    """The names of the classes that stem from `base`."""
    classes = [
        node for module in modules for node in ast.walk(module) if isinstance(node, ast.ClassDef)
    ]
    names: set[str] = set()
    more = {base}
    while more - names:
        names |= more
        more = {one.name for one in classes if {getattr(b, "id", "") for b in one.bases} & names}
    return names


def assigned(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The constants of a module."""
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def words(value: ast.expr) -> str | None:
    """A text of the code, with a name for each value put into it; None for what is none."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(words(part) or "NAME" for part in value.values)
    return None


def test_every_printed_failure_keeps_to_it(footdrop: Footdrop, tmp_path: Path) -> None:
    for call in (["check", str(tmp_path)], ["scores", "--learner"], ["no-such-command"]):
        error, hint = footdrop(*call).stderr.splitlines()
        assert re.fullmatch(r"error: [A-Z/].*[^.]\.", error)
        assert re.fullmatch(r"hint: [A-Z].*[^.]\.", hint)


def test_doctor_speaks_in_sentences(footdrop: Footdrop, tmp_path: Path) -> None:
    for course in (tmp_path, tmp_path / "nowhere"):
        lines = footdrop("doctor", "--course", str(course)).stdout.splitlines()
        assert any("A course is a folder with" in line for line in lines)
        for line in lines:
            assert re.fullmatch(r"(ok   |WRONG)  \S.*[^.]\.", line)
            assert not re.search(r"\. [a-z]", line)
