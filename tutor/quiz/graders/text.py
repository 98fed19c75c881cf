"""`text`: a short typed answer. Slips of the keys are forgiven, other terms are not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from tutor.quiz import words as say
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.graders.glossary import Words, phrase_is
from tutor.quiz.graders.grader import Asking, Looking, Told
from tutor.quiz.graders.slips import Slip, Slips
from tutor.quiz.graders.typed import given, typed
from tutor.text import Tokens, optional_words, tokens, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tutor.course.items import Accepted, Rejected, Text
    from tutor.quiz.event import Response
    from tutor.quiz.shuffle import Mixing

_LONGEST = 200
# Normalising a pasted page costs time, and it is too long whatever it comes to.
_LONGEST_RAW = 2000
_OTHERS_SHOWN = 3


class _Way(IntEnum):
    """How near a phrase is to what the author wrote, the nearest first."""

    LITERAL = 0
    FORM = 1
    """The same words in another spelling or number."""
    SYNONYM = 2
    """What the glossary makes of it."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to say an answer: `words` are compared, `whole` has the optional words too."""

    words: Tokens
    whole: Tokens
    own: bool
    """It is the author's, not the glossary's."""

    def fits(self, answers: Iterable[Tokens], way: _Way) -> bool:
        if way is _Way.LITERAL:
            return self.own and self.words in answers
        if way is _Way.FORM and not self.own:
            return False
        return any(phrase_is(self.words, answer) for answer in answers)


def grade(body: Text, response: Mapping[str, object], asking: Asking) -> Grade | AskAgain:
    """Right if it is an accepted answer, or one with slips that cannot be another term.

    The order of the steps matters: what is accepted or rejected word for word is settled before
    anything is forgiven.
    """
    raw = " ".join(typed(response).split())
    if len(raw) > _LONGEST_RAW:
        return Grade.of(0.0, note=say.TOO_LONG)
    optional = optional_words(body.optional_words)
    whole = tokens(raw)
    answer = without(whole, optional)
    if not answer:
        return AskAgain(say.TYPE_SOMETHING, counts=False)
    if len(" ".join(whole)) > _LONGEST:
        return Grade.of(0.0, note=say.TOO_LONG)

    # With its optional words too: "deep fibular nrve" may be a slip in one of them.
    answers = tuple(dict.fromkeys((answer, whole)))
    accepted = [(form, one) for one in body.accept for form in _forms(one, asking.words, optional)]
    rejected = [(form, one) for one in body.reject for form in _forms(one, asking.words, optional)]
    # What the author names comes before what the glossary makes of it: an item may reject, or
    # half accept, a synonym of its answer.
    for way in _Way:
        if right := [one for form, one in accepted if form.fits(answers, way)]:
            return _right(max(right, key=lambda one: one.credit))
        if wrong := [one for form, one in rejected if form.fits(answers, way)]:
            return Grade.of(0.0, note=wrong[0].why)
    # A term that is not accepted needs no step of its own: its words are no slips.
    slips = Slips(
        asking.words,
        accepted=(word for form, _ in accepted for word in form.words),
        rejected=(word for one in body.reject for word in tokens(one.text)),
    )
    return _with_slips(answers, accepted, slips, asking.asked)


def _with_slips(
    answers: tuple[Tokens, ...], accepted: list[tuple[_Form, Accepted]], slips: Slips, asked: int
) -> Grade | AskAgain:
    passing = [
        (form, one, found)
        for form, one in accepted
        for answer in answers
        if (found := slips.between(answer, form.words)) is not None
    ]
    clear = [entry for entry in passing if not any(slip.doubtful for slip in entry[2])]
    if clear:
        form, one, found = max(clear, key=lambda entry: (entry[1].credit, entry[0].own))
        return _right(one, say.spelling(_spelt(form, one, found)))
    if passing and asked == 0:
        return AskAgain(say.CHECK_SPELLING)
    return Grade.of(0.0)


def _forms(
    answer: Accepted | Rejected, glossary: Words, optional: frozenset[str]
) -> Iterator[_Form]:
    own = tokens(answer.text)
    for whole in glossary.phrases(own):
        for words in dict.fromkeys((without(whole, optional), whole)):
            if words:
                yield _Form(words, whole, whole == own)


def _right(answer: Accepted, brief: str = "") -> Grade:
    if answer.credit < 1:
        # Only "Right." has room for a spelling; here it stands beside the why.
        parts = [answer.why or "", f"{say.capital(brief)}." if brief else ""]
        return Grade.of(answer.credit, note=" ".join(part for part in parts if part))
    return Grade.of(answer.credit, note=answer.why or "", brief=brief)


def _spelt(form: _Form, answer: Accepted, found: tuple[Slip, ...]) -> str:
    """The right spelling of what was meant: as the author has it, where it was the author's."""
    meant = tuple(slip.meant for slip in found)
    if form.own and meant == form.words:
        return answer.text
    if form.words == form.whole:
        return " ".join(meant)
    # The optional words that were left out make it a phrase again.
    left = list(meant)
    kept = list(form.words)
    spelt: list[str] = []
    for word in form.whole:
        if kept and word == kept[0]:
            kept.pop(0)
            spelt.append(left.pop(0))
        else:
            spelt.append(word)
    return " ".join(spelt)


def told(body: Text, response: Response, looking: Looking) -> Told:  # noqa: ARG001
    full = [one.text for one in body.accept if one.credit >= 1] or [one.text for one in body.accept]
    others = full[1 : 1 + _OTHERS_SHOWN]
    also = f" (also: {', '.join(others)})" if others else ""
    return Told(given=given(response), right_answer=f"{full[0]}{also}")


def order(body: Text, mixing: Mixing) -> tuple[str, ...]:  # noqa: ARG001
    return ()
