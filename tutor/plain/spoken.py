"""Words as they are said aloud: counts, times, days, lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Box drawing, blocks and braille: a screen reader spells them out, a braille line shows letters.
_DRAWN = re.compile("[\u2500-\u259f\u2800-\u28ff]+")
# Typed arrow keys and the like come as escape sequences.
_ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O.|.)?")


def clean(text: str) -> str:
    """One line of what can be said: no control characters, nothing that only draws."""
    if text.isascii() and text.isprintable():
        return text
    bare = _DRAWN.sub(" ", _ESCAPES.sub("", text))
    # Unprintable to Python are control characters, direction marks, and blanks but the plain one.
    return "".join([one if one.isprintable() else " " if one.isspace() else "" for one in bare])


def small(number: int) -> str:
    """A count in words up to ten, in digits above."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def count(number: int, thing: str, things: str = "") -> str:
    """ "1 quiz", "3 quizzes"."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def listed(parts: Sequence[str], last: str) -> str:
    """ "1, 2 or 3" with "or" as the last word between."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def numbers(most: int) -> str:
    """What may be typed: "1", "1 or 2", "1, 2 or 3", "1 to 9"."""
    if most > 4:
        return f"1 to {most}"
    return listed([str(number) for number in range(1, most + 1)], "or")


def sentence(text: str) -> str:
    """The text with a large first letter and a full stop."""
    text = text.strip()
    return stopped(text[:1].upper() + text[1:])


def stopped(text: str) -> str:
    """The text with a full stop, unless it ends in such a sign."""
    text = text.strip()
    return text if not text or text[-1] in ".?!:…" else f"{text}."


def aloud(text: str) -> str:
    """Short forms of a screen as they are said: "1 min" and "80%"."""
    whole = re.sub(r"\b1 min\b", "1 minute", text.replace("%", " percent"))
    return re.sub(r"(?<=\d )min\b", "minutes", whole)


def duration(ms: int) -> str:
    """ "45 seconds", "9 minutes", "1 hour 5 minutes"."""
    seconds = round(ms / 1000)
    if seconds < 60:
        return count(seconds, "second")
    minutes = round(seconds / 60)
    if minutes < 60:
        return count(minutes, "minute")
    rest = f" {count(minutes % 60, 'minute')}" if minutes % 60 else ""
    return count(minutes // 60, "hour") + rest


def day(when: datetime, today: date) -> str:
    """ "today", "yesterday", "on 15 November", with the year when it is another one."""
    that = when.date()
    if that == today:
        return "today"
    if (today - that).days == 1:
        return "yesterday"
    words = f"on {that.day} {_MONTHS[that.month - 1]}"
    return words if that.year == today.year else f"{words} {that.year}"


def moment(when: datetime, today: date) -> str:
    """ "yesterday at 21:14"."""
    return f"{day(when, today)} at {when.hour}:{when.minute:02}"
