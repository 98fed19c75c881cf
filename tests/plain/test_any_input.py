"""Whatever is typed, the conversation goes on, can be said aloud, and the record stays sound."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import SEED, FixedClock, MakeDesk
from tests.course.build import small_course
from tests.plain.drive import COURSE, GLOSSARY, QUIZ, SEARCH, converse, drawn, talk_of
from tutor.course.library import Library
from tutor.plain.room import Place, Room
from tutor.plain.run import Opening, run
from tutor.quiz.session import Session
from tutor.store.store import Store
from tutor.study.desk import Desk

# What moves through the places, mixed with what belongs nowhere.
LINES = st.lists(
    st.one_of(
        st.sampled_from([*"123456789hrnfusqbgdctma?/", "", "1 2", "2 1 4 3", "/ nerve", "g neck"]),
        st.text(max_size=12),
        st.binary(max_size=12).map(lambda raw: raw.replace(b"\n", b" ")),
    ),
    max_size=60,
)


def run_through(library: Library, lines: list[str | bytes], opening: Opening) -> str:
    """A conversation on a record in memory; afterwards its sessions are what their log says."""
    typed = b"\n".join(
        line if isinstance(line, bytes) else line.encode("utf-8", "replace") for line in lines
    )
    clock = FixedClock()
    store = Store.in_memory(clock)
    desk = Desk(library, store, store.learner("you"), clock, lambda: SEED)
    close, store.close = store.close, lambda: None  # type: ignore[method-assign]
    talk, sink = talk_of(typed)
    try:
        run(desk, talk, opening)
        for row in desk.left_open():
            sitting = desk.resume(row)
            assert sitting is not None
            session = sitting.session
            events = store.events(row.id)
            again = Session.replay(row.kind, row.lesson, session.items, row.seed, events)
            assert again.outcomes == session.outcomes
            assert all(0 <= one.score <= 1 for one in session.outcomes.values())
    finally:
        close()
    return sink.getvalue()


@given(LINES, st.sampled_from([Opening(), QUIZ, Opening(lesson="first")]))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_lines_at_all(four: Library, lines: list[str | bytes], opening: Opening) -> None:
    assert not drawn(run_through(four, lines, opening))


@given(LINES, st.integers(0, 6))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_lines_to_questions_in_parts(
    every: Library, lines: list[str | bytes], put_off: int
) -> None:
    assert not drawn(run_through(every, ["s"] * put_off + lines, QUIZ))


def test_authors_cannot_draw_either(tmp_path: Path, make_desk: MakeDesk) -> None:
    root = small_course(tmp_path / "course")
    nasty = "x [L5] [/] [b]y ┌─┐ ⣿⣿ ▌ \u200fעברית 🦶🏽 é " + "w" * 10_000
    for path in ("lessons/01-first.yaml", "quizzes/01-first.yaml", "lessons/glossary.yaml"):
        file = root / path
        text = file.read_text(encoding="utf-8")
        for word in ("How it opens", "A right angle.", "It only feels.", "a list", "The bump at"):
            text = text.replace(word, f"'{nasty}'" if word in ("How it opens",) else nasty)
        file.write_text(text, encoding="utf-8")
    told = ""
    for lines, opening in (
        (("", "", "", "", "", "", ""), Opening(lesson="first")),
        (("n", "") * 3, QUIZ),
        ((COURSE, "q", SEARCH, "wwww", "q", GLOSSARY, "h", "head", "q"), Opening()),
    ):
        told += converse(make_desk(root), *lines, opening=opening, width=60)
    assert not drawn(told)
    assert "x [L5] [/] [b]y" in told
    assert "עברית" in told
    assert max(map(len, told.splitlines())) <= 60


def test_a_chain_of_places_does_not_pile_up(desk: Desk) -> None:
    room = Room(desk, talk_of(b"")[0])
    left = 5000  # deeper than Python goes

    def place() -> Place | None:
        nonlocal left
        left -= 1
        return place if left else None

    room.visit(place)
    assert left == 0
