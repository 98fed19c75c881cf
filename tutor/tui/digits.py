"""Large digits, three rows high: the one big number of a place."""

from __future__ import annotations

_DIGITS = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": (" ┓ ", " ┃ ", " ┻ "),
    "2": ("━━┓", "┏━┛", "┗━━"),
    "3": ("━━┓", " ━┫", "━━┛"),
    "4": ("┃ ┃", "┗━┫", "  ┃"),
    "5": ("┏━━", "┗━┓", "━━┛"),
    "6": ("┏━━", "┣━┓", "┗━┛"),
    "7": ("━━┓", "  ┃", "  ┃"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "━━┛"),
}


def large(number: int) -> tuple[str, str, str]:
    """Three rows of equal width for a number of 0 or more."""
    rows = zip(*(_DIGITS[digit] for digit in str(number)), strict=True)
    top, middle, bottom = (" ".join(row) for row in rows)
    return top, middle, bottom
