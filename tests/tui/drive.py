"""What a test sees of an app, and ways to work it that a person has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from tutor.study.sitting import Sitting
from tutor.tui.app import FootdropApp
from tutor.tui.screens.place import Place
from tutor.tui.screens.quiz import QuizScreen
from tutor.tui.screens.result import ResultScreen
from tutor.tui.widgets.drawn import Drawn

S = TypeVar("S", bound="Screen[object]")
Driver = Pilot[None]


def strips(app: FootdropApp) -> list[Strip]:
    """The rows of the screen in front, as they are sent to the terminal."""
    return list(app.screen._compositor.render_strips())


def drawn(app: FootdropApp) -> str:
    """The text of the screen in front, a line for each row."""
    return "\n".join(strip.text.rstrip() for strip in strips(app))


def drawn_words(app: FootdropApp) -> str:
    """The same as one line with single spaces, so that wrapping does not matter."""
    return " ".join(drawn(app).split())


def at(app: FootdropApp, kind: type[S]) -> S:
    """The screen in front, which is of this kind."""
    assert isinstance(app.screen, kind), f"{type(app.screen).__name__} is in front:\n{drawn(app)}"
    return app.screen


def sitting_of(app: FootdropApp) -> Sitting:
    """The sitting that is on the screen."""
    screen = app.screen
    assert isinstance(screen, QuizScreen | ResultScreen), type(screen).__name__
    return screen.sitting


def key_names(app: FootdropApp) -> tuple[str, ...]:
    """The keys that the screen in front offers in its last row."""
    return tuple(key.key for key in cast("Place", app.screen).key_bar.keys)


def heading(app: FootdropApp) -> str:
    """The state at the right of the first row."""
    return cast("Place", app.screen).heading().state


def notice(app: FootdropApp) -> str:
    """The line above the keys."""
    return cast("Place", app.screen).key_bar.notice


async def burst(pilot: Driver, keys: Iterable[str]) -> None:
    """All keys at once, as a paste or a stuck key sends them, then wait until it is quiet."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        char = " " if key == "space" else key if len(key) == 1 else None
        event = events.Key(key, char)
        event.set_sender(pilot.app)
        driver.send_message(event)
    await pilot.pause()


async def type_text(pilot: Driver, text: str) -> None:
    """Type a text, fast."""
    await burst(pilot, ["space" if char == " " else char for char in text])


async def click_text(pilot: Driver, text: str) -> None:
    """Click the first place on the screen where `text` stands."""
    app = cast("FootdropApp", pilot.app)
    for y, strip in enumerate(strips(app)):
        x = strip.text.find(text)
        if x >= 0:
            await pilot.click(offset=(x, y))
            return
    raise AssertionError(f"{text!r} is not on the screen:\n{drawn(app)}")


def widths_hold(app: FootdropApp) -> None:
    """No row is wider than the window, and none of ours than its widget."""
    for widget in app.screen.query(Drawn):
        for y in range(widget.size.height):
            strip = widget.render_line(y)
            assert Strip(list(strip)).cell_length <= widget.size.width, (widget.id, y, strip.text)
