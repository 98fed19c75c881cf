"""The last resort: what nobody foresaw goes into a file, and a person gets its name."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from tutor import __version__
from tutor.commands.codes import CRASH
from tutor.store.home import home_folder


def report(error: BaseException, home: Path | None) -> int:
    """Write the traceback to a log beside the record, else to the temporary folder."""
    now = datetime.now().astimezone()
    text = f"footdrop {__version__}, Python {sys.version}, {now.isoformat(timespec='seconds')}\n"
    text += "".join(traceback.format_exception(error))
    print("error: Something went wrong inside footdrop.", file=sys.stderr)
    for folder in (home_folder(home, os.environ) / "logs", Path(tempfile.gettempdir())):
        path = folder / f"footdrop-{now:%Y%m%d-%H%M%S}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        print(f"hint: What happened stands in {path}. Your answers are saved.", file=sys.stderr)
        return CRASH
    print(f"hint: No log could be written. It was: {error!r}", file=sys.stderr)
    return CRASH
