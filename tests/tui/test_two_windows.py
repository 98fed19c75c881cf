"""Two windows at the same question: whose answer came late is told so."""

from __future__ import annotations

import pytest

from tests.conftest import MakeDesk
from tests.tui.conftest import MakeApp
from tests.tui.drive import drawn_words, notice, sitting_of, type_text
from tutor.course.library import Library
from tutor.tui.app import Start

LATE = "Answered in another window already; that answer counts."


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_second_answer_is_told_that_the_first_counts(
    make_app: MakeApp, make_desk: MakeDesk, flow: Library, size: tuple[int, int]
) -> None:
    app = make_app(start=Start(lesson="first", quiz=True))
    async with app.run_test(size=size) as pilot:
        await pilot.press("f", "f5", "f5")
        sitting = sitting_of(app)
        desk = make_desk(flow)
        row = next(row for row in desk.left_open() if row.id == sitting.id)
        other = desk.resume(row)
        assert other is not None
        assert other.current is not None
        other.answer(other.current, {"text": "aaa"})
        await type_text(pilot, "deep nerve")
        await pilot.press("enter")
        assert notice(app) == LATE
        assert LATE in drawn_words(app)
        await pilot.press("enter", "n")
        assert notice(app) == ""
