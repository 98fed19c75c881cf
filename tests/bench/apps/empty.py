"""The empty Textual app: Header, Static, Footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class Empty(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("Opened")
        yield Footer()


if __name__ == "__main__":
    Empty().run()
