"""The study day. The scheduler counts in these and never in hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# An evening that runs past midnight is still the same day of study.
DAY_BEGINS = timedelta(hours=4)
# A clock that is set back by more than this had been set far ahead before.
MOST_DAYS_BEHIND = 7


def study_day(at: datetime) -> date:
    """The study day of a local time; it begins at 04:00 on the wall clock, whatever the zone."""
    # Within one zone Python subtracts on the wall clock, also over a change of the clocks.
    return (at - DAY_BEGINS).date()


def answer_day(at: datetime, last: date | None) -> date:
    """The study day to write on an answer given at `at`.

    `last` is the study day of the learner's last answer. A clock that is behind it by up to seven
    days (set back, a journey west) stays on that day, so that days do not run backwards. Behind
    by more, the clock was wrong when the last answer was given: its own day is used, or the
    learner would be held on that day for years.
    """
    day = study_day(at)
    if last is not None and 0 < (last - day).days <= MOST_DAYS_BEHIND:
        return last
    return day
