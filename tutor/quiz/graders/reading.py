"""Reading a typed number and its unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import isfinite

_LONGEST = 60
_MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
# NFKC would make letters and accents of these two.
_DEGREES = str.maketrans({"º": "°", "˚": "°", "∘": "°"})
_SHAPE = re.compile(
    r"(?P<sign>[+-]?) ?(?P<digits>[.,]?[0-9][0-9., ]*?)(?P<power>e[+-]?[0-9]{1,4})?"
    r" ?(?P<unit>[^0-9.,+ /⁄-].*)?",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_UNCLEAR = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as typed, and the words after it. `value` may be infinite when it is huge."""

    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A mark may part thousands or decimals: the ways to read it."""

    readings: tuple[str, ...]


def read(text: str, *, insist: bool) -> Quantity | Unclear | None:
    """What `text` says; None if it is no number.

    Comma and point are both decimal marks. `insist` reads what is unclear all the same, its last
    mark as the decimal one: the learner was asked before.
    """
    # Cut first: a page of pasted text is no number, and costs time to normalise.
    text = " ".join(text[: 4 * _LONGEST].split())
    text = unicodedata.normalize("NFKC", text.translate(_DEGREES)).translate(_MINUS)
    text = " ".join(text.split())
    shape = _SHAPE.fullmatch(text) if len(text) <= _LONGEST else None
    if shape is None:
        return None
    digits, unit = shape["digits"].strip(), (shape["unit"] or "").strip()
    plain = _plain(digits)
    if plain is None:
        return None
    power = shape["power"] or ""
    if not insist and (readings := _readings(digits, unit, shape["sign"])):
        return Unclear(tuple(reading + power for reading in readings))
    return Quantity(float(f"{shape['sign']}{plain}{power}"), unit)


def _readings(digits: str, unit: str, sign: str) -> tuple[str, ...]:
    """How `digits` may be read, the decimal way last; empty when that is clear."""
    if "," in digits and "." in digits:
        return (f"{sign}{_plain(digits)}",)
    # A number of thousands never starts with 0: "0.125" is clear.
    unclear = _UNCLEAR.fullmatch(digits)
    if unclear is None or unit:
        return ()
    return f"{sign}{unclear[1]}{unclear[2]}", f"{sign}{unclear[1]}.{unclear[2]}"


def _plain(digits: str) -> str | None:
    """`digits` as Python writes a number: the last mark is the decimal one; None if it is none."""
    marks = [c for c in digits if c in ".,"]
    if len(marks) > 1 and len(set(marks)) == 1:  # 1,000,000: only thousands can be meant
        groups = digits.replace(marks[0], " ")
        return groups.replace(" ", "") if _GROUPS.fullmatch(groups) else None
    whole, _, part = digits.rpartition(marks[-1]) if marks else (digits, "", "")
    if len(marks) > 1:
        whole = whole.replace(marks[0], " ")
        if marks[-1] in marks[:-1] or not _GROUPS.fullmatch(whole):
            return None
    if " " in whole:
        if not _GROUPS.fullmatch(whole):
            return None
        whole = whole.replace(" ", "")
    if " " in part or not (whole or part):
        return None
    return f"{whole or '0'}.{part or '0'}"


def written(value: float) -> str:
    """A number for reading: 90, 0.5, never 90.0."""
    if not isfinite(value):
        return str(value)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.10g}"
