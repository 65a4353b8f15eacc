"""A connection to a workbook's file with every safeguard, and patience for other programs.

Standard library only: this is on the way of every start.
"""

from __future__ import annotations

import os
import sqlite3
from os import PathLike

from cxreset.workbook.storage.messages import guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

    from cxreset.workbook.storage.read_limit import ReadLimit

LOCK_WAIT_SECONDS = 0.5
HELD_WAIT_SECONDS = 0.05  # once it was found held: many fields may ask again, and none should stall

# One copied file is the whole workbook, so the rollback journal stays (no WAL); what the file
# holds is not trusted to run anything; what is deleted is overwritten.
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # on macOS, as `platforms/flushing.py`; nothing elsewhere
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA recursive_triggers = ON",  # else a row that REPLACE takes away leaves nothing to undo
)


def storable(text: str) -> str:
    """SQLite cannot hold lone surrogates; they become the replacement character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


class _Cursor(sqlite3.Cursor):
    """Makes every text storable: a terminal or a name on a disk can hand in half a character."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        self.connection.begin_statement()  # type: ignore[attr-defined]
        try:
            return super().execute(sql, parameters)
        except UnicodeEncodeError:
            clean = [storable(value) if isinstance(value, str) else value for value in parameters]
            return super().execute(sql, clean)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                self.connection.found_held()  # type: ignore[attr-defined]
            raise


class Connection(sqlite3.Connection):
    """Waits a moment for a file that is held, then hardly at all until it could be written to:
    a screen reads many times to draw itself, and none of them should stall."""

    held = False
    _limit: ReadLimit | None = None

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return _Cursor(self).execute(sql, parameters)

    def begin_statement(self) -> None:
        if self._limit is not None:
            self._limit.begin(reads=not self.in_transaction)

    def limit_reads(self, limit: ReadLimit) -> None:
        """From now on end every read that takes longer, as an error that `guarded` says."""
        self._limit = limit
        self.watch_reads()

    def watch_reads(self) -> None:
        """Let the limit look on again, where there is one, after somebody else did."""
        if self._limit is None:
            self.set_progress_handler(None, 0)
            return
        from cxreset.workbook.storage.read_limit import OPERATIONS

        self.set_progress_handler(self._limit.is_over, OPERATIONS)

    def found_held(self) -> None:
        if not self.held:
            self.held = True
            self._wait(HELD_WAIT_SECONDS)

    def found_free(self) -> None:
        if self.held:
            self.held = False
            self._wait(LOCK_WAIT_SECONDS)

    def _wait(self, seconds: float) -> None:
        super().execute(f"PRAGMA busy_timeout = {round(seconds * 1000):d}")


def connect(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection with every safeguard; nothing is checked yet."""
    with guarded(path, opening=True):
        connection = sqlite3.connect(
            _uri(path),
            uri=True,
            timeout=LOCK_WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    return connection


def _uri(path: str | PathLike[str]) -> str:
    """The path for SQLite, so that it opens what is there and never makes an empty file."""
    text = os.path.join(os.getcwd(), path).replace(os.sep, "/")
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(sign, code)
    return f"file:{text if text.startswith('/') else '/' + text}?mode=rw"
