"""SQLite's errors, and those of the disk, as sentences for the leader."""

from __future__ import annotations

import sqlite3
from os import PathLike

from cxreset.base.errors import (
    NotSaved,
    ReadStopped,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookUnusable,
)
from cxreset.base.language.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType


class guarded:
    """Inside it SQLite's errors become sentences; `opening`: nothing is typed yet."""

    # A class where contextlib's decorator would do: it is on the way of every start.

    def __init__(self, path: str | PathLike[str], *, opening: bool = False) -> None:
        self._path = path
        self._opening = opening

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        match error:
            case sqlite3.OperationalError():
                self._say(error)
            case sqlite3.IntegrityError():
                raise NotSaved(
                    _("Not saved: the workbook refused that value ({error}).").format(error=error)
                ) from error
            case OverflowError():
                raise NotSaved(
                    _("Not saved: that number is too large for the workbook.")
                ) from error
            case sqlite3.DatabaseError():
                raise damaged(self._path, str(error)) from error

    def _say(self, error: sqlite3.OperationalError) -> None:
        message, path = str(error), self._path
        if "locked" in message or "busy" in message:
            raise WorkbookBusy(
                _(
                    "Another program holds {path}, so nothing was written. What you "
                    "typed is kept; try again in a moment."
                ).format(path=path)
            ) from error
        if message == "interrupted":  # by `read_limit`
            raise ReadStopped(
                _(
                    "Reading {path} took too long and was stopped, so that the screen "
                    "does not stand still; nothing was changed. Look into it with: "
                    "cxreset doctor"
                ).format(path=path)
            ) from error
        if any(sign in message for sign in _DAMAGE):
            raise damaged(path, message) from error
        if "decode" in message:  # SQLite's own sentence would quote the words it cannot read
            raise damaged(path, _("a text in it cannot be read")) from None
        reason = why(error)
        if self._opening:
            raise WorkbookUnusable(
                _("{path} cannot be opened: {reason}.").format(path=path, reason=reason)
            ) from error
        raise NotSaved(
            _("Not saved to {path}: {reason}. Your words are kept on this screen.").format(
                path=path, reason=reason
            )
        ) from error


class understood:
    """Inside it days and numbers are read: stored whole, they are damaged where they cannot be."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, ValueError):
            raise damaged(self._path, _("a date or a number in it cannot be read")) from None


_DAMAGE = ("no such table", "no such column", "malformed", "no such index", "has no column")
_REASONS = (
    ("readonly", N_("the file or its folder is read-only")),
    ("full", N_("the disk is full")),
    ("unable to open", N_("its folder is gone or may not be written to")),
    ("disk I/O", N_("the disk cannot be read or written (disk I/O error)")),
)


def why(error: Exception) -> str:
    """The reason of a failed read or write in plain words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    message = str(error)
    return next((_(words) for sign, words in _REASONS if sign in message), message)


def damaged(path: str | PathLike[str], how: str) -> WorkbookDamaged:
    """What to say of a file whose bytes are no longer whole."""
    return WorkbookDamaged(
        _(
            "{path} is damaged ({how}). It was left as it is; keep a copy of it, and see "
            "`cxreset restore` for its backups."
        ).format(path=path, how=how)
    )
