"""The same quiz in both faces leaves the same events in the record."""

from __future__ import annotations

from typing import NamedTuple

from tests.conftest import MakeDesk
from tests.plain.drive import QUIZ, converse
from tests.tui.conftest import MakeApp
from tests.tui.drive import at, sitting_of, type_text
from tutor.course.library import Library
from tutor.store.store import Store
from tutor.study.desk import Desk
from tutor.tui.app import Start
from tutor.tui.screens.result import ResultScreen


class Happened(NamedTuple):
    """What an event says beside its time."""

    kind: str
    item: str
    response: object
    score: float | None
    hints: int
    certainty: int | None


def happened(store: Store) -> list[Happened]:
    return [
        Happened(one.kind, one.item, one.response, one.score, one.hints, one.certainty)
        for one in store.events(1)
    ]


def numbers(desk: Desk, item_id: str, *options: str) -> list[str]:
    """The numbers that options are shown with; the seed is the same in every record here."""
    sitting = desk.begin_quiz("first")
    assert sitting is not None
    item = sitting.session.item(item_id)
    assert item is not None
    shown = [one.id for one in sitting.shown_options(item)]
    return [str(shown.index(one) + 1) for one in options]


async def test_a_whole_quiz(make_app: MakeApp, make_desk: MakeDesk, flow: Library) -> None:
    other = make_desk(flow, home="only-looking")
    (tibial,) = numbers(other, "first-single", "tibial")
    (common,) = numbers(other, "first-single", "common")
    a, b = numbers(other, "first-multi", "a", "b")

    app = make_app(start=Start(lesson="first", quiz=True), home="full-screen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "f", tibial, "u", common, "enter")  # wrong, undone, right
        await pilot.press("f5")  # the multi is put off
        await pilot.press("f2", "f4", "enter")  # no hint there; don't know the word
        await type_text(pilot, "9 apples")  # asked again
        await pilot.press("enter")
        app.screen.query_one("#answer").value = ""  # type: ignore[attr-defined]
        await type_text(pilot, "94")
        await pilot.press("enter", "f", "enter")
        await pilot.press(*sorted((a, b)), "enter")
        assert sitting_of(app).session.finished
        await pilot.press("enter")
        at(app, ResultScreen)
        in_full_screen = happened(app.desk.store)
        scores = app.desk.store.scores(1, flow.header.id)

    lines = ["h", "f", tibial, "u", common, "", "s", "h", "n", "", "9 apples", "94", "f", ""]
    told = converse(make_desk(flow, home="lines"), *lines, f"{a} {b}", "", "q", opening=QUIZ)
    after = make_desk(flow, home="lines").store
    assert happened(after) == in_full_screen
    assert len(in_full_screen) == 11
    assert f"{scores[0].percent} percent" in told
    in_lines = after.scores(1, flow.header.id)
    assert [one[4:8] for one in in_lines] == [one[4:8] for one in scores]
