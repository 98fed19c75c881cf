"""What the command palette offers: places, lessons and quizzes.

A provider of our own, because the framework's takes titles for markup, and ours hold words of
authors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tutor.tui import routes
from tutor.tui.lines import Run, cut

if TYPE_CHECKING:
    from tutor.tui.app import FootdropApp


_ROWS = 2  # that a title may take
_WIDEST = 84
_BESIDE = 5  # columns of padding and scroll bar


class Commands(Provider):
    """Every place that can be gone to."""

    @property
    def _app(self) -> FootdropApp:
        return cast("FootdropApp", self.app)

    def _shown(self, title: str) -> str:
        """The title with an ellipsis where it would push the others out of sight."""
        room = max(min(self.app.size.width, _WIDEST) - _BESIDE, 1)
        return "".join(run.text for run in cut((Run(title),), _ROWS * room))

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, words, action in routes.commands(self._app):
            yield DiscoveryHit(Content(self._shown(title)), action, text=title, help=words)

    async def search(self, query: str) -> Hits:
        """Those that fit, the matching letters marked."""
        matcher = self.matcher(query)
        for title, words, action in routes.commands(self._app):
            score, offsets = matcher.fuzzy_search.match(query, title)
            if score > 0:
                text = self._shown(title)
                shown = Content(text)
                for offset in offsets:
                    if offset >= len(text):
                        break
                    shown = shown.stylize(matcher.match_style, offset, offset + 1)
                yield Hit(score, shown, action, text=title, help=words)
