"""How times are written in the record."""

from __future__ import annotations

from datetime import date, datetime, timedelta


def stamp(now: datetime) -> str:
    """Local time with its offset, to the millisecond."""
    return now.isoformat(timespec="milliseconds")


def from_stamp(text: str) -> datetime:
    """The time that `stamp` wrote, with the offset it had."""
    return datetime.fromisoformat(text)


def later(day: date, days: int) -> date:
    """The date so many days after `day`, or the last one of the calendar."""
    return day + timedelta(days=min(days, (date.max - day).days))
