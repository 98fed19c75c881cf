"""The bare OptionList app: twenty rows and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Options(App[None]):
    """A list that fills the window."""

    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Option number {number} of the list" for number in range(1, 21)))


if __name__ == "__main__":
    Options().run()
