"""What a widget draws takes the cells that it was asked to fill, whatever the text."""

from __future__ import annotations

from textual.strip import Strip

from tests.tui.conftest import MakeApp
from tests.tui.drive import at
from tutor.tui.lines import Line, Run
from tutor.tui.screens.home import HomeScreen

ODD = ("a\tb", "a\x07b\x00", "tab\t" * 9, "line\nend", "\x9bend", "中\t中")


async def test_a_strip_is_as_wide_as_asked(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)):
        widget = at(app, HomeScreen).key_bar
        for text in ODD:
            strip = widget.strip_of(Line((Run(" "), Run(text, "key"))), 12)
            # Counted anew from its segments, as a terminal would.
            assert Strip(list(strip)).cell_length == 12, text
            assert all(char.isprintable() for char in strip.text), text
        assert widget.strip_of(Line((Run("a\tb"),)), 4).text == "a b "
