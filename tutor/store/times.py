"""How times are written in the record."""

from __future__ import annotations

from datetime import datetime, timedelta

# An evening that runs past midnight is still the same day of study.
DAY_BEGINS = timedelta(hours=4)


def stamp(now: datetime) -> str:
    """Local time with its offset, to the millisecond."""
    return now.isoformat(timespec="milliseconds")


def study_day(now: datetime) -> str:
    """The date of the study day that `now` belongs to; it begins at 04:00 on the wall clock."""
    return (now.replace(tzinfo=None) - DAY_BEGINS).date().isoformat()


def from_stamp(text: str) -> datetime:
    """The time that `stamp` wrote, with the offset it had."""
    return datetime.fromisoformat(text)
