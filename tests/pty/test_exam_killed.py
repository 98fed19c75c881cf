"""An exam killed in its middle goes on with its questions, its answers and the time left."""

from __future__ import annotations

import re
import signal
from pathlib import Path

from tests.conftest import FixedClock
from tests.pty.conftest import OpenTutor
from tests.pty.record import answers, count, is_sound, rows
from tests.terminal import Window
from tutor.course.library import open_course
from tutor.store.store import Store
from tutor.study.desk import Desk


def questions(window: Window) -> list[tuple[str, str]]:
    """Id and state of every question, as the list has them."""
    window.wait("Hand in")
    return re.findall(r"question (\w+)\.? .*?(answered|open)", window.text)


def spend(home: Path, course: Path, *, seconds: int) -> None:
    """The exam goes on for a while, in another copy of the program."""
    clock = FixedClock()
    with Store.open(home, clock) as store:
        desk = Desk(open_course(course, None), store, store.learner("you"), clock, lambda: 1)
        (row,) = desk.left_open()
        sitting = desk.resume(row)
        assert sitting is not None
        item = sitting.session.item("first")
        assert item is not None
        choice = sitting.session.chosen("first")
        assert choice is not None
        clock.advance(seconds=seconds)
        sitting.choose(item, choice.response, choice.certainty)


def test_an_exam_goes_on_after_a_kill(open_tutor: OpenTutor, home: Path, six: Path) -> None:
    first = open_tutor("exam", "--items", "6", "--timed", "--seed", "5", course=six)
    first.wait("(?s)Begin.*6 questions, 9 min")
    first.press("enter")
    first.wait("1 of 6 · 9 min left")
    first.press("f8")
    # The bar goes to the question `first`, a choice, and it is answered as fairly sure.
    first.wait("Hand in")
    ids = [id for id, _ in questions(first)]
    assert sorted(ids) == ["fifth", "first", "fourth", "second", "sixth", "third"]
    for _ in range(ids.index("first")):
        first.press("down")
    first.press("enter")
    first.wait("(?s)question first.*Red")
    first.press("2")
    first.wait("How sure are you")
    first.press("2")
    first.wait(rf"{ids.index('first') + 2} of 6|Hand in")
    first.press("f8")
    before = questions(first)
    assert dict(before)["first"] == "answered"
    assert [state for _, state in before].count("answered") == 1
    first.command.signal(signal.SIGKILL)
    assert first.wait_for_end().status == -signal.SIGKILL
    assert is_sound(home)
    assert answers(home) == [], "nothing is graded before it is handed in"
    spent = rows(home, "SELECT sum(ms) FROM event WHERE kind = 'chosen'")[0][0]
    assert spent > 0

    spend(home, six, seconds=500)  # of 540
    second = open_tutor("exam", course=six)
    second.wait("Go on with the one left open *1 of 6 answered, 9 min in all")
    second.press("enter")
    left = second.wait(r"(\d+) s left")
    assert 0 < int(left[1]) <= 40
    second.press("f8")
    assert questions(second) == before
    second.press("end", "enter")
    second.wait("5 questions are open")
    second.press("y")
    second.wait("handed in")
    second.press("ctrl+q")
    assert second.wait_for_end().status == 0
    stored = answers(home)
    assert len(stored) == count(home, "answered") == 6
    assert [response for item, response in stored if item == "first"] != [None]
    assert is_sound(home)
