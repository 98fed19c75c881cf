"""Ids that never meet those of another machine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def new_id(now: datetime) -> str:
    """32 hex digits: 48 bits of time, then 80 random bits.

    The time comes first so that new ids land at one end of the index and not all over it.
    """
    milliseconds = int(now.timestamp() * 1000) & (2**48 - 1)
    return f"{milliseconds:012x}{os.urandom(10).hex()}"
