"""A conversation in line mode: what is typed goes in, what a learner hears comes out."""

from __future__ import annotations

import io
from collections.abc import Iterable

from tutor.plain.run import Opening, run
from tutor.plain.talk import Talk
from tutor.study.desk import Desk

# The numbers of the start menu.
NEXT, COURSE, REVIEW, EXAM, LEFT_OPEN, PROGRESS, SEARCH, GLOSSARY, SETTINGS = "123456789"

QUIZ = Opening(lesson="first", quiz=True)
LESSON = Opening(lesson="first")


def talk_of(
    typed: bytes, *, width: int | None = None, echo: bool = True
) -> tuple[Talk, io.StringIO]:
    """A talk with these bytes as its input, and what it writes into."""
    sink = io.StringIO()
    return Talk(io.BytesIO(typed), sink, width=lambda: width, echo=echo), sink


def converse(
    desk: Desk, *lines: str, opening: Opening | None = None, width: int | None = None
) -> str:
    """The transcript of a run in which these lines are typed, and then the input ends.

    What is typed stands in it behind its prompt. The record is closed afterwards.
    """
    talk, sink = talk_of("".join(f"{line}\n" for line in lines).encode(), width=width)
    run(desk, talk, opening or Opening())
    return sink.getvalue()


def said(transcript: str) -> str:
    """The transcript as one line with single spaces."""
    return " ".join(transcript.split())


def drawn(transcript: str) -> set[str]:
    """What a voice could not say: control characters, boxes, blocks, braille."""
    return {
        one
        for one in transcript
        if one != "\n"
        and (not one.isprintable() or "\u2500" <= one <= "\u259f" or "\u2800" <= one <= "\u28ff")
    }


def prompts(transcript: str) -> Iterable[str]:
    """The lines on which something was asked."""
    return [line for line in transcript.splitlines() if "):" in line]
