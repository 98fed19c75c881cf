"""What can go wrong with the record, in words for people."""

# The names say what happened; that they are errors is in their family name.
# ruff: noqa: N818

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError

if TYPE_CHECKING:
    from tutor.store.backup import Backup


class RecordError(TutorError):
    """The record could not be read or written."""


class RecordBusy(RecordError):
    """Another program is writing. The same call may succeed in a moment; nothing was written."""


class RecordFull(RecordError):
    """The disk is full. Nothing was written."""


class RecordReadOnly(RecordError):
    """The file or its folder must not be written to."""


class RecordUnreadable(RecordError):
    """The file or its folder cannot be reached: rights, a wrong path, a failing disk."""


class RecordMissing(RecordError):
    """There is no record where one was to be read."""


class RecordMoved(RecordError):
    """The file was moved, deleted or replaced while it was open."""


class RecordNewer(RecordError):
    """A newer version of the program wrote the file."""


class RecordDamaged(RecordError):
    """The file is not a record, or no longer a sound one.

    `backup` is the newest sound one, if any.
    """

    def __init__(self, message: str, hint: str = "", backup: Backup | None = None) -> None:
        super().__init__(message, hint)
        self.backup = backup


class NoSuchSession(RecordError):
    """The session is not in this record."""


class BackupRefused(RecordError):
    """A backup cannot be made or brought back as asked. Nothing was changed."""


class NameRefused(TutorError):
    """A learner's name that is empty, too long, unprintable or taken."""
