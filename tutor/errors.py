"""Errors that are meant for people."""


class TutorError(Exception):
    """An expected failure: what happened, and what to do about it.

    `message` is one sentence without a final full stop; `hint` is the way out, or empty.
    Whoever catches it shows both and no traceback.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class OutputLost(TutorError):  # noqa: N818 - it says what is the case
    """What is printed cannot be written: a full disk, a closed output."""


def output_lost(reason: str) -> OutputLost:
    """The failure of an output, for the reason that the system gives."""
    return OutputLost(
        f"The output could not be written: {reason[:1].lower()}{reason[1:]}",
        "Send it to another place, or free some space there.",
    )
