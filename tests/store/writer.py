"""A second copy of the program: writes answers as fast as it can.

    python -m tests.store.writer HOME SESSION ITEM COUNT

Prints the number of each answer once it is stored. COUNT 0 goes on until it is killed.
"""

import sys
from itertools import count
from pathlib import Path

from tests.store.make import answer
from tutor.clock import SystemClock
from tutor.store.errors import RecordBusy
from tutor.store.store import Store


def main(home: str, session: str, item: str, times: str) -> None:
    known = 0
    with Store.open(Path(home), SystemClock()) as store:
        for number in count(1):
            event = answer(item, ms=number)
            while True:
                try:
                    news = store.append(int(session), event, digest="d", known=known, total=None)
                    break
                except RecordBusy:
                    continue
            known += len(news)
            assert news[-1] == event
            print(number, flush=True)
            if number == int(times):
                return


if __name__ == "__main__":
    main(*sys.argv[1:])
