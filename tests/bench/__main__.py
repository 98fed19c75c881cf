"""`python -m tests.bench [NAME ...] [-n ROUNDS]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import big, commands, dashboard, keys, memory, reading, record, starts
from tests.bench.figures import Ratio
from tests.bench.report import busy, table

BENCHES: dict[str, Callable[[int, Path], Iterator[Ratio]]] = {
    "starts": starts.measure,
    "commands": commands.measure,
    "keys": keys.measure,
    "memory": memory.measure,
    "big": big.measure,
    "record": record.measure,
    "dashboard": dashboard.measure,
    "reading": reading.measure,
}


def main() -> None:
    """Measure what was asked for and print one table."""
    options = _options()
    ratios: list[Ratio] = []
    warnings = [busy()]
    for name in options.names or BENCHES:
        print(f"measuring: {name}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            ratios += BENCHES[name](options.rounds, Path(folder))
    print(*table(ratios), sep="\n")
    warnings.append(busy())
    for warning in filter(None, dict.fromkeys(warnings)):
        print(warning, file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}")
    parser.add_argument("-n", "--rounds", type=int, default=9, help="rounds (default 9)")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in BENCHES]:
        parser.error(f"no such bench: {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    if options.rounds < 1:
        parser.error("at least one round")
    return options


if __name__ == "__main__":
    main()
