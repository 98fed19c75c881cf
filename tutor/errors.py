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
