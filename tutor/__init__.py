"""footdrop: a terminal tutor.

Nothing is imported here: every start, `--version` too, would pay for it.
"""

# A constant, because importlib.metadata costs about four bare interpreter starts.
__version__ = "0.1.0"
