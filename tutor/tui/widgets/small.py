"""What is shown when the window cannot hold the tutor."""

from __future__ import annotations

from textual.geometry import Size
from textual.strip import Strip

from tutor.tui.lines import BLANK, Run, paragraph
from tutor.tui.widgets.drawn import Drawn

SMALLEST = (40, 12)


def too_small(size: Size) -> bool:
    """Whether a window of this size shows nothing but that it is too small."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class TooSmall(Drawn):
    """Covers the screen below the smallest size; it goes by itself when the window grows."""

    def render_line(self, y: int) -> Strip:
        window = self.app.size
        words = (
            f"footdrop needs {SMALLEST[0]} columns and {SMALLEST[1]} rows. "
            f"This window has {window.width} and {window.height}."
        )
        width = self.size.width
        lines = paragraph((Run(words),), width)
        return self.strip_of(lines[y] if y < len(lines) else BLANK, width)
