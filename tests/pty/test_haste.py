"""Keys and sizes that come faster than the screen is drawn; two copies at one quiz."""

from __future__ import annotations

from pathlib import Path

from tests.bench.course import write_course
from tests.pty.conftest import OpenTutor
from tests.pty.record import answers, count, is_sound

SIZES = [(20, 5), (80, 24), (1, 1), (40, 12), (200, 60), (39, 11), (60, 20), (300, 2), (3, 90)]


def test_two_hundred_keys_at_once_are_all_heard(
    open_tutor: OpenTutor, home: Path, tmp_path: Path
) -> None:
    course = write_course(tmp_path / "course", lessons=1, items=100)
    window = open_tutor("quiz", "1", "--all", course=course)
    window.wait("1 of 100")
    # An answer undone, a hint, "I don't know" and a flag among plain answers: five of them count.
    keys = "1\r2\rn\r1uh2\rf1\r" * 14 + "1\r2\r"
    assert len(keys) == 200
    window.type(keys)
    window.wait("(?s)73 of 100.*n don't know")
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert count(home, "answered") - count(home, "undone") == 72
    assert (count(home, "undone"), count(home, "hinted"), count(home, "flagged")) == (14, 14, 14)
    assert is_sound(home)


def test_a_storm_of_sizes_while_keys_are_pressed(
    open_tutor: OpenTutor, home: Path, six: Path
) -> None:
    window = open_tutor(size=(80, 24), course=six)
    window.wait("step 1 of 3")
    window.press("esc")
    window.wait("enter open")
    # Home, help over it, the lesson, the quiz and the feedback on its first question.
    here = "enter open"
    for key, shows in (
        ("p", "Progress"),
        ("esc", "enter open"),
        ("enter", "1 of 2"),
        ("q", "1 of 6"),
        ("1", "enter next"),
    ):
        for columns, rows in SIZES:
            window.resize(columns, rows)
            window.press("down", "up")
            window.look(0)
        window.resize(80, 24)
        window.wait(here)  # what cannot be seen hears no key
        window.press(key)
        window.wait(shows)
        here = shows
    window.press("ctrl+q")

    assert window.wait_for_end().status == 0
    assert [item for item, _ in answers(home)] == ["first"]
    assert not (home / "logs").exists()


def test_a_window_pulled_away_and_back_is_drawn_again(open_tutor: OpenTutor, six: Path) -> None:
    window = open_tutor(size=(80, 24), course=six)
    window.wait("step 1 of 3")
    window.press("esc")
    window.wait("enter open")
    # Too fast to be followed: the tutor may see nothing but the old size, told out of order.
    for _ in range(20):
        for columns, rows in SIZES * 3:
            window.resize(columns, rows)
        window.resize(80, 24)
        window.wait("enter open")
    window.press("ctrl+q")
    assert window.wait_for_end().status == 0


def test_two_copies_at_the_same_quiz_lose_nothing(
    open_tutor: OpenTutor, home: Path, six: Path
) -> None:
    one = open_tutor("quiz", "1", course=six)
    one.wait("(?s)1 of 6.*n don't know")
    one.press("1")
    one.wait("enter next")
    one.press("enter")
    one.wait("(?s)2 of 6.*n don't know")
    other = open_tutor("quiz", "1", course=six)
    other.wait("(?s)2 of 6.*n don't know")

    for number, keys in enumerate(("1\r", "tibia\r", "90\r", "2"), 2):
        for window in (one, other):
            window.type(keys)
        for window in (one, other):
            window.wait("enter next")
            window.press("enter")
        for window in (one, other):
            window.wait(f"(?s){number + 1} of 6.*(n|f4) don't know")
    for window in (one, other):
        window.press("ctrl+q")
        assert window.wait_for_end().status == 0

    stored = [item for item, _ in answers(home)]
    assert stored[0] == "first"
    twice = ["second", "third", "fourth", "fifth"]
    assert sorted(stored[1:]) == sorted([*twice, *twice])
    assert is_sound(home)
