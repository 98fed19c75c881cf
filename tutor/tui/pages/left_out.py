"""What cannot be shown because its file is broken, in words."""

from __future__ import annotations

from tutor.course.library import Library


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
