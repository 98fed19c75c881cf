"""The table, as Markdown, and what must be known about the machine to trust it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from tests.bench.figures import Ratio

_HEAD = ("what", "against", "ratio", "rounds from - to", "rounds", "goal", "")
BUSY_SHARE = 0.5


def table(ratios: Iterable[Ratio]) -> Iterator[str]:
    """The lines of the table."""
    rows = [_HEAD, *(_cells(ratio) for ratio in ratios)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
        if not number:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"


def _cells(one: Ratio) -> tuple[str, ...]:
    verdict = "" if one.goal is None else "MISSED" if one.missed else "ok"
    return (
        one.what,
        one.base,
        f"{one.ratio:.2f}",
        f"{min(one.each):.2f} - {max(one.each):.2f}",
        str(len(one.each)),
        f"<= {one.goal:g}" if one.goal is not None else "",
        ", ".join(part for part in (verdict, one.note) if part),
    )


def busy() -> str:
    """A warning if other programs use the machine; empty if it is quiet enough."""
    if not hasattr(os, "getloadavg"):
        return ""
    load, cpus = os.getloadavg()[0], os.cpu_count() or 1
    if load <= BUSY_SHARE * cpus:
        return ""
    return f"warning: the machine is busy (load {load:.1f} on {cpus} CPUs); repeat when it is quiet"
