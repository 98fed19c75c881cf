"""What cannot be shown or asked now, in words: a broken file, a review with nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.course.library import Library
    from tutor.study.desk import Desk


def why_no_quiz(library: Library, lesson: str) -> str:
    """Why a lesson has nothing to ask: its quiz is missing, or the first mistake in its file."""
    entry = library.entry(lesson)
    if entry is None:
        return "This lesson is not in the course any more."
    path = f"quizzes/{entry.stem}.yaml"
    mistakes = [one for one in library.problems if (one.path, one.severity) == (path, "error")]
    if not mistakes:
        return "This lesson has no quiz."
    first = mistakes[0]
    place = f"{path}, line {first.line}" if first.line else path
    return (
        f"Quiz {entry.number} cannot be asked. The first mistake in its file is in {place}: "
        f"{first.message.rstrip('.')}. footdrop check names every one."
    )


def why_no_review(desk: Desk) -> str:
    """Why today's review asks nothing: no cards yet, none due, or the day's limit is reached."""
    from tutor.memory.forecast import next_due
    from tutor.study.review import review_now

    learner, course = desk.learner.id, desk.library.header.id
    today = desk.store.today(learner)
    cards = [one.card for one in desk.store.cards(learner, course, today)]
    if not cards:
        return "Nothing yet. Cards come after your first quiz."
    review = review_now(desk)
    if review.due:
        return f"That was enough for today. {review.words}"
    days = next_due(cards, today)
    if days is None:
        return "Nothing due."
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    return f"Nothing due. The next card comes {when}."
