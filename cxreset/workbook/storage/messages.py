"""SQLite's errors, and those of the disk, as sentences for the leader."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxreset.base.errors import NotSaved, WorkbookBusy, WorkbookDamaged, WorkbookUnusable


@contextmanager
def guarded(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn SQLite's errors into sentences; `opening`: nothing is typed yet."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = str(error)
        if "locked" in message or "busy" in message:
            raise WorkbookBusy(
                f"Another program holds {path}, so nothing was written. What you typed is kept; "
                "try again in a moment."
            ) from error
        if any(sign in message for sign in _DAMAGE):
            raise damaged(path, message) from error
        if "decode" in message:  # SQLite's own sentence would quote the words it cannot read
            raise damaged(path, "a text in it cannot be read") from None
        reason = why(error)
        if opening:
            raise WorkbookUnusable(f"{path} cannot be opened: {reason}.") from error
        raise NotSaved(
            f"Not saved to {path}: {reason}. Your words are kept on this screen."
        ) from error
    except sqlite3.IntegrityError as error:
        raise NotSaved(f"Not saved: the workbook refused that value ({error}).") from error
    except OverflowError as error:
        raise NotSaved("Not saved: that number is too large for the workbook.") from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error


_DAMAGE = ("no such table", "no such column", "malformed", "no such index", "has no column")
_REASONS = (
    ("readonly", "the file or its folder is read-only"),
    ("full", "the disk is full"),
    ("unable to open", "its folder is gone or may not be written to"),
    ("disk I/O", "the disk cannot be read or written (disk I/O error)"),
)


def why(error: Exception) -> str:
    """The reason of a failed read or write in plain words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    message = str(error)
    return next((words for sign, words in _REASONS if sign in message), message)


def damaged(path: Path, how: str) -> WorkbookDamaged:
    """What to say of a file whose bytes are no longer whole."""
    return WorkbookDamaged(
        f"{path} is damaged ({how}). It was left as it is; keep a copy of it, and see "
        "`cxreset restore` for its backups."
    )
