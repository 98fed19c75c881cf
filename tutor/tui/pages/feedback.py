"""Feedback: the verdict, then the right answer and yours, then every other option with its why."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.quiz.feedback import Feedback, Row
from tutor.quiz.grade import Verdict
from tutor.quiz.stem import told_and_asked
from tutor.tui.lines import (
    BLANK,
    TWO_COLUMNS_FROM,
    Line,
    Run,
    Token,
    beside,
    paragraph,
    spread,
)
from tutor.tui.pages.prose import inline, prose
from tutor.tui.pages.signs import answer_sign

_LONGEST_IN_COLUMN = 22
_LABEL = 11
_INDENT = 6
# Of a right option, of one chosen and not right, of the others.
_OPTION_SIGNS: tuple[tuple[str, Token], ...] = (("✓", "right"), ("✗", "wrong"), (" ", "muted"))


def feedback_lines(
    feedback: Feedback,
    stem: str,
    sources: Sequence[str],
    width: int,
    height: int,
    *,
    whole_question: bool = False,
    notes: Sequence[str] = (),
) -> list[Line]:
    """`sources` are names, not keys; `notes` the learner's own words.

    Groups are parted by blank lines as far as all of it fits so.
    """
    answers = _answers(feedback, width)
    question = _question(stem, width, whole_question)
    verdict = _verdict(feedback, width)
    foot = [*_foot(feedback, sources, width), *_notes(notes, width)]
    together = [line for answer in answers for line in answer]
    for groups in ([question, verdict, *answers, foot], [question, verdict, together, foot]):
        lines = _apart(groups)
        if len(lines) <= height:
            return lines
    return [*question, *verdict, *together, *foot]


def brief_lines(feedback: Feedback, stem: str, width: int) -> list[Line]:
    """Right or not, and what is right; why is for later."""
    answers = []
    if feedback.verdict is not Verdict.NO_ANSWER:
        answers += labelled("Yours", inline(feedback.given), width)
    if feedback.verdict is not Verdict.RIGHT:
        answers += labelled("Right", inline(feedback.right_answer, "strong"), width)
    return _apart([_question(stem, width, whole=False), _verdict(feedback, width), answers])


def _apart(groups: Sequence[Sequence[Line]]) -> list[Line]:
    """The groups with a blank line between them."""
    lines: list[Line] = []
    for group in groups:
        if group:
            lines += [BLANK, *group] if lines else group
    return lines


def _question(stem: str, width: int, whole: bool) -> list[Line]:
    told, asked = told_and_asked(stem)
    if whole:
        blank = [BLANK] if told and asked else []
        last = paragraph(inline(asked, "muted-bold"), width) if asked else []
        return [*prose(told, width, "muted"), *blank, *last]
    key = (Run("q", "key"), Run(" whole question", "muted"))
    question = (Run("… ", "muted"), *inline(asked or told, "muted"))
    return [spread(question, key, width)]


def _verdict(feedback: Feedback, width: int) -> list[Line]:
    sign = answer_sign(feedback.verdict)
    first, dot, rest = feedback.headline.partition(". ")
    runs = (Run(first + (dot.strip()), sign.bold), Run(" " + rest if rest else ""))
    lines = paragraph(runs, width, first=(Run(f"{sign.text}  ", sign.bold),))
    if feedback.note:
        lines += paragraph(inline(feedback.note), width, first=(Run("   "),))
    return lines


def _answers(feedback: Feedback, width: int) -> list[list[Line]]:
    if not feedback.rows:
        given = (
            labelled("You typed", inline(feedback.given), width)
            if feedback.given and feedback.verdict is not Verdict.NO_ANSWER
            else []
        )
        return [[*given, *labelled("Right", (Run(feedback.right_answer, "bold"),), width)]]
    in_columns = width >= TWO_COLUMNS_FROM and all(
        row.verdict is None and len(row.text) <= _LONGEST_IN_COLUMN for row in feedback.rows
    )
    return [_row(row, width, in_columns=in_columns) for row in feedback.rows]


def _row(row: Row, width: int, *, in_columns: bool = False, indent: int = 0) -> list[Line]:
    """An option or a part: sign and number, its text and what it was; its why beside or below."""
    if row.verdict is not None:
        sign = answer_sign(row.verdict)
        mark, token, shown = sign.text, sign.token, True
    else:
        shown = row.right or row.chosen
        mark, token = _OPTION_SIGNS[0 if row.right else 1 if row.chosen else 2]
    pad = " " * indent
    first = (Run(pad), Run(f"{mark} {row.number:>2}  ", token))
    name = inline(row.text, "strong" if shown else "text")
    why = inline(row.why, "text" if shown else "muted")
    left_width = 6 + _LONGEST_IN_COLUMN if in_columns else width
    named = paragraph(name, left_width, first=first)
    under = (Run(pad + " " * 6),)
    if shown:  # on a line of its own: beside the text it would be told apart by its colour only
        named += paragraph((Run(row.role, token),), left_width, first=under)
    if in_columns:
        return beside(named, paragraph(why, width - left_width - 1), left_width, gap=1)
    whys = paragraph(why, width, first=under) if row.why else []
    # What its own why tells of an option already is not told twice.
    inside = [one for one in row.rows if one.why not in row.why]
    nested = [line for one in inside for line in _row(one, width, indent=indent + _INDENT)]
    return [*named, *whys, *nested]


def _notes(notes: Sequence[str], width: int) -> list[Line]:
    return [line for note in notes for line in labelled("Your note", (Run(note),), width)]


def _foot(feedback: Feedback, sources: Sequence[str], width: int) -> list[Line]:
    lines: list[Line] = []
    if feedback.explain:
        explained = prose(feedback.explain, width - _LABEL)
        label = [Line((Run("Remember", "head"),))]
        lines += beside(label, explained, _LABEL, gap=0)
    if sources:
        lines += labelled("Sources", (Run(" · ".join(sources), "muted"),), width, "faint")
    return lines


def labelled(label: str, runs: Sequence[Run], width: int, token: Token = "head") -> list[Line]:
    """A word in the margin and the text beside it."""
    return paragraph(runs, width, first=(Run(f"{label:<{_LABEL}}", token),))
