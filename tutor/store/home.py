"""Where the record and the caches lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tutor.store.errors import RecordUnreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "footdrop"


def home_folder(explicit: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder of the record: `--home`, else FOOTDROP_HOME, else where the system keeps data."""
    own = _own(explicit, environ)
    if own is not None:
        return own
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def cache_folder(explicit: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder of what may be deleted at any time."""
    own = _own(explicit, environ)
    if own is not None:
        return own / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def ground_of(home: Path) -> Path:
    """What is there already: `home`, or the nearest above it. Perhaps it is a file."""
    for place in (home, *home.parents):
        try:
            place.stat()
        except OSError:
            continue
        return place
    return home


def _own(explicit: Path | None, environ: Mapping[str, str]) -> Path | None:
    if explicit is not None:
        return _absolute(explicit)
    given = environ.get("FOOTDROP_HOME", "")
    return _absolute(Path(given)) if given else None


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except (RuntimeError, OSError) as error:
        raise RecordUnreadable(
            f"There is no folder {path}", "Give --home or FOOTDROP_HOME as a full path."
        ) from error
