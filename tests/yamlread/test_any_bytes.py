"""No bytes make the reader raise anything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamlread.shape import read
from tests.yamlread.test_schema import ALL
from tutor.yamlread import events
from tutor.yamlread.document import Document
from tutor.yamlread.problem import Severity, render, sort_key

YAML = st.text(
    alphabet="abz01 \n\t:-?,[]{}#&*!|>'\"%@`\\~=<.é𝄞\u202e\u2028\x1b\ufeff\0", max_size=60
)


def sound(document: Document) -> None:
    """A value or a reason why there is none; problems that can be sorted and shown."""
    errors = [one for one in document.problems if one.severity is Severity.ERROR]
    assert document.value is not None or errors
    for problem in sorted(document.problems, key=sort_key):
        assert not set(render(problem)) & set("\x1b\u202e\0\r\x85")
        assert problem.line >= 0
    assert document.places.at(("points", 0, "text"), "a")


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    sound(read(data))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    sound(read(text.encode("utf-8", "surrogatepass")))


@given(YAML)
@settings(max_examples=250)
def test_text_full_of_signs(text: str) -> None:
    sound(read(text))
    sound(read("points:\n  - text: " + text))


@given(st.integers(0, len(ALL)), st.integers(0, 20), YAML)
@settings(max_examples=200)
def test_a_valid_file_with_something_replaced(at: int, length: int, text: str) -> None:
    sound(read(ALL[:at] + text + ALL[at + length :]))


@given(YAML)
def test_the_parser_in_python_raises_nothing_either(text: str) -> None:
    events.build(text, pure=True)
    events.build("a: " + text, pure=True)


@pytest.mark.parametrize(
    "text", ['a: "\\U00FFFFFF"', "%YAML 9999999999999999999.1\n--- a", '"\\ud800"']
)
def test_absurd_escapes_and_versions(text: str) -> None:
    sound(read(text))
    events.build(text, pure=True)


def test_both_parsers_build_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    expected = read(ALL).value
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read(ALL).value == expected
