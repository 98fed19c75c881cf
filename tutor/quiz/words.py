"""The words of a quiz, for both faces."""

from __future__ import annotations

from tutor.quiz.grade import Grade, Verdict

_VERDICTS = {
    Verdict.RIGHT: "Right",
    Verdict.PARTLY: "Partly right",
    Verdict.WRONG: "Not this one",
    Verdict.NO_ANSWER: "No answer. Here is why",
}

RIGHT_ANSWER = "right answer"
YOUR_ANSWER = "your answer"
RIGHT_AND_YOURS = "right, your answer"
ALSO_OFFERED = "also offered"

DONT_KNOW = "I don't know"
NOTHING_CHOSEN = "nothing chosen"
GONE = "an option that is no longer offered"
CANNOT_SHOW = "an answer of another kind"
NO_LONGER_FITS = "The question has changed since you answered it. Your score stands as it was."
GRADED_OTHERWISE = "The answer key has changed since. Your score stands as it was."

ACCEPTABLE = "acceptable, not the best answer"
TYPE_SOMETHING = "Nothing to grade yet. Type your answer."
CHECK_SPELLING = "Check the spelling: it is as near to another term. Type it again."
TOO_LONG = "The answer is too long: a few words are enough."
TYPE_A_NUMBER = "Type a number, for example 12 or 0.5."
WHICH_UNIT = "In which unit? Type the number with its unit."

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def headline(grade: Grade) -> str:
    """The verdict as one line: "Partly right: 2 of 3, and one too many."."""
    verdict = _VERDICTS[grade.verdict]
    if not grade.brief:
        return f"{verdict}."
    if grade.verdict is Verdict.RIGHT:
        return f"{verdict}. {capital(grade.brief)}."
    return f"{verdict}: {grade.brief}."


def capital(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def small(number: int) -> str:
    """A count in words up to ten, in digits above."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def hits(found: int, right: int, too_many: int) -> str:
    """How many of the right options were chosen: "2 of 3, and one too many"."""
    extra = f", and {small(too_many)} too many" if too_many else ""
    return f"{found} of {right}{extra}"


def spelling(right: str) -> str:
    return f"check the spelling: {right}"


def or_else(parts: tuple[str, ...] | list[str]) -> str:
    """ "a", "a or b", "a, b or c"."""
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def label(right: bool, chosen: bool) -> str:
    """What an option was, in the feedback."""
    if right:
        return RIGHT_AND_YOURS if chosen else RIGHT_ANSWER
    return YOUR_ANSWER if chosen else ALSO_OFFERED


def unclear_number(readings: tuple[str, ...]) -> str:
    return f"{or_else(readings)}? Type it as you mean it."


def unknown_unit(unit: str) -> str:
    return f'"{unit}" is not a unit known here. Type the number with another.'


def number_alone(unit: str) -> str:
    return f'"{unit}" is not needed here. Type the number alone.'


def read_as(number: str) -> str:
    return f"Read as {number}."
