"""How a conversation ends: the learner leaves, the input ends, Ctrl-C."""

from __future__ import annotations

import io

import pytest

from tests.conftest import MakeDesk
from tests.plain.drive import LESSON, QUIZ, converse
from tutor.plain.run import Opening, run
from tutor.plain.talk import ReaderGone, Talk
from tutor.store.store import Store
from tutor.study.desk import Desk


@pytest.mark.parametrize(
    ("opening", "lines", "words"),
    [
        (None, (), "Everything is saved."),
        (None, ("2",), "Everything is saved."),
        (LESSON, ("",), "Everything is saved."),
        (QUIZ, (), "Everything is saved."),
        (QUIZ, ("1", ""), "Question 2 of 4 is kept. Everything is saved."),
        (QUIZ, ("h",), "Question 1 of 4 is kept. Everything is saved."),
        (QUIZ, ("n", "") * 4, "Everything is saved."),
        (
            QUIZ,
            (*("n", "") * 3, "n"),
            "All is answered. The score stands in your progress. Everything is saved.",
        ),
    ],
)
def test_the_end_of_the_input_says_what_is_kept(
    desk: Desk, opening: Opening | None, lines: tuple[str, ...], words: str
) -> None:
    assert converse(desk, *lines, opening=opening).endswith(f"\n{words}\n")


def test_without_a_record_it_says_so(desk: Desk) -> None:
    with Store.in_memory(desk.clock) as store:
        forgetful = desk._replace(store=store, learner=store.learner("you"))
        told = converse(forgetful, "1", "", opening=QUIZ)
    assert "Everything is saved" not in told
    assert told.endswith("Question 2 of 4 waits while this runs. Nothing is kept in this run.\n")


class _Interrupted(io.BytesIO):
    """Ctrl-C at the first prompt after these lines."""

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_says_what_is_kept_and_is_told_to_the_shell(desk: Desk) -> None:
    sink = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        run(desk, Talk(_Interrupted(b"1\n\n"), sink), QUIZ)
    assert sink.getvalue().endswith("):\x20\nQuestion 2 of 4 is kept. Everything is saved.\n")


def test_leaving_says_goodbye_to_nobody_and_ends(desk: Desk) -> None:
    assert converse(desk, "q").endswith("q leave): q\n")


class _Closing(io.StringIO):
    """A pipe whose reader leaves after so many handings-over."""

    left = 3

    def flush(self) -> None:
        self.left -= 1
        if not self.left:
            raise BrokenPipeError


def test_an_answer_is_kept_when_the_reader_leaves_before_its_feedback(
    desk: Desk, make_desk: MakeDesk, again: Desk
) -> None:
    with pytest.raises(ReaderGone):
        run(desk, Talk(io.BytesIO(b"n\n\nn\n\n"), _Closing()), QUIZ)
    assert [one.item for one in again.store.events(1)] == ["first-single"]
