"""The words of a quiz, for both faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.quiz.grade import Grade, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_VERDICTS = {
    Verdict.RIGHT: "Right",
    Verdict.PARTLY: "Partly right",
    Verdict.WRONG: "Not this one",
    Verdict.NO_ANSWER: "No answer. Here is why",
}
# Of a question in parts no single "this one" is wrong.
_NO_POINTS = "No points"

RIGHT_ANSWER = "right answer"
YOUR_ANSWER = "your answer"
RIGHT_AND_YOURS = "right, your answer"
ALSO_OFFERED = "also offered"

DONT_KNOW = "I don't know"
NOTHING_CHOSEN = "nothing chosen"
GONE = "an option that is no longer offered"
NOT_ANSWERED = "not answered"
OPEN_GAP = "____"
CANNOT_SHOW = "an answer of another kind"
NO_LONGER_FITS = "The question has changed since you answered it. Your score stands as it was."
OWN_VERDICT = "This is your own verdict; it stands in your record as such."
GRADED_OTHERWISE = "The answer key has changed since. Your score stands as it was."

AS_IF_GUESSED = "no more than by guessing"
ACCEPTABLE = "acceptable, not the best answer"
TYPE_SOMETHING = "Nothing to grade yet. Type your answer."
CHECK_SPELLING = "Check the spelling: it is as near to another term. Type it again."
TOO_LONG = "The answer is too long: a few words are enough."
TYPE_A_NUMBER = "Type a number, for example 12 or 0.5."
WHICH_UNIT = "In which unit? Type the number with its unit."

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def headline(grade: Grade, in_parts: bool = False) -> str:
    """The verdict as one line: "Partly right: 2 of 3, and one too many.".

    `in_parts` says that several parts of the question were answered one by one.
    """
    verdict = _VERDICTS[grade.verdict]
    if in_parts and grade.verdict is Verdict.WRONG:
        verdict = _NO_POINTS
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


def right_of(right: int, count: int) -> str:
    """How many parts were right: "3 of 4 right"."""
    return f"{right} of {count} right"


def stages_right(right: int, count: int) -> str:
    return f"{right} of {count} stages right"


def pairs_in_order(right: int, count: int) -> str:
    """How many pairs of steps stand in the right order: "5 of 6 pairs in order"."""
    return f"{right} of {count} pair{'s' if count != 1 else ''} in order"


def truth(value: bool | None) -> str:
    """What is said of a statement; None is nothing."""
    if value is None:
        return capital(NOT_ANSWERED)
    return "True" if value else "False"


def sorted_out(groups: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Statements under what was said of them: "True: it lifts; it turns. False: it pushes"."""
    return ". ".join(
        f"{said}: {'; '.join(one_line(text).rstrip('.') for text in texts)}"
        for said, texts in groups
        if texts
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def pair(question: str, answer: str) -> str:
    return f"{one_line(question)}: {one_line(answer)}"


def place(places: tuple[int, ...]) -> str:
    """Where a step belongs: "place 2", "place 2 or 3"."""
    return f"place {or_else([str(one) for one in places])}"


def sequence(groups: Iterable[Sequence[str]]) -> str:
    """Steps in their order; those of one group may change places."""
    said = [f"{and_also(group)} in any order" if len(group) > 1 else group[0] for group in groups]
    return ", then ".join(said) or NOT_ANSWERED


def gap(number: int) -> str:
    return f"Gap {number}"


def in_gap(number: int, question: str) -> str:
    """A question back that is about one gap."""
    return f"{gap(number)}: {question}"


def spelling(right: str) -> str:
    return f"check the spelling: {right}"


def or_else(parts: Sequence[str]) -> str:
    """ "a", "a or b", "a, b or c"."""
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def and_also(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def label(right: bool, chosen: bool) -> str:
    """What an option was, in the feedback."""
    if right:
        return RIGHT_AND_YOURS if chosen else RIGHT_ANSWER
    return YOUR_ANSWER if chosen else ALSO_OFFERED


def part_label(verdict: Verdict, given: str, answer: str) -> str:
    """What a part of the question was, in the feedback; without `given` it has no answer."""
    given, answer = one_line(given), one_line(answer)
    if verdict is Verdict.RIGHT:
        return f"{RIGHT_AND_YOURS}: {given}"
    yours = f"{YOUR_ANSWER}: {given}" if given else NOT_ANSWERED
    return f"{yours}; {RIGHT_ANSWER}: {answer}"


def unclear_number(readings: tuple[str, ...]) -> str:
    return f"{or_else(readings)}? Type it as you mean it."


def unknown_unit(unit: str) -> str:
    return f'"{unit}" is not a unit known here. Type the number with another.'


def number_alone(unit: str) -> str:
    return f'"{unit}" is not needed here. Type the number alone.'


def read_as(number: str) -> str:
    return f"Read as {number}."
