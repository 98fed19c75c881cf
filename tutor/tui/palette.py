"""What the command palette offers: places, lessons and quizzes.

A provider of our own, because the framework's takes titles for markup, and ours hold words of
authors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tutor.tui import routes

if TYPE_CHECKING:
    from tutor.tui.app import FootdropApp


class Commands(Provider):
    """Every place that can be gone to."""

    @property
    def _app(self) -> FootdropApp:
        return cast("FootdropApp", self.app)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, words, action in routes.commands(self._app):
            yield DiscoveryHit(Content(title), action, text=title, help=words)

    async def search(self, query: str) -> Hits:
        """Those that fit, the matching letters marked."""
        matcher = self.matcher(query)
        for title, words, action in routes.commands(self._app):
            score, offsets = matcher.fuzzy_search.match(query, title)
            if score > 0:
                shown = Content(title)
                for offset in offsets:
                    shown = shown.stylize(matcher.match_style, offset, offset + 1)
                yield Hit(score, shown, action, text=title, help=words)
