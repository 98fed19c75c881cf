"""Bad syntax, said more fully than the C parser says it, with a way out for the usual slips."""

from __future__ import annotations

import re
from typing import Any

from tutor.yamlread.events import Refusal, build

# The parser in Python is some twelve times slower: not for an error deep inside a huge file.
_REPARSE_LINES = 20_000
_REPARSE_CHARS = 1_000_000

_QUOTE = "put the text in quotes, or on lines of its own below |"


def syntax_refusal(error: Any, text: str) -> Refusal:
    """The refusal that a yaml.YAMLError stands for."""
    line, column, message = _place(error)
    if line < _REPARSE_LINES and len(text) < _REPARSE_CHARS:
        fuller = _reparse(text)
        if fuller is not None and _place(fuller)[0] == line:
            line, column, message = _place(fuller)
    lines = text.split("\n")
    source = lines[line] if line < len(lines) else ""
    return Refusal(line, column, f"not YAML: {message}", _hint(message, source, column))


def _place(error: Any) -> tuple[int, int, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return (mark.line, mark.column, message) if mark else (0, 0, message)


def _reparse(text: str) -> Any:
    error = build(text, pure=True).error
    return error if hasattr(error, "problem_mark") else None


def _hint(message: str, source: str, column: int) -> str:
    char = source[column : column + 1]
    before = source[:column]
    if "\t" in before + char and not before.strip():
        return "indent with spaces, not with tabs"
    if "mapping values are not allowed" in message:
        return f"a colon and a space end a key: {_QUOTE}"
    if char and char in "@`%*&!|>" and ("start any token" in message or "alphabetic" in message):
        return f"a text cannot begin with {char}: {_QUOTE}"
    if "anchor" in message or "alias" in message or "alphabetic or numeric" in message:
        return f"a text cannot begin with & or *: {_QUOTE}"
    if "chomping" in message or "indentation indicators" in message or "comment or line" in message:
        return f"a text cannot begin with > or |: {_QUOTE}"
    if "sequence entries are not allowed" in message:
        return f"a text cannot begin with a hyphen and a space: {_QUOTE}"
    if "',' or" in message:
        return "a bracket or a brace is not closed, or a text inside needs quotes"
    if re.search(r"[\"']\s*$", before.rstrip()) and char:
        return 'the quotes end before the text does: quote all of it, and write \' inside "..."'
    if "end of stream" in message:
        return "quotes or a bracket are not closed"
    if "escape" in message:
        return "inside double quotes a backslash must be doubled; or use single quotes"
    if "expected <block end>" in message or "expected key" in message:
        return "the lines of a list or of a group of keys begin at the same column"
    return ""
