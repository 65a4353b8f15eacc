"""One window writes at a time: a lock that the system drops with the process that held it.

The lock is on a file beside the workbook, never on the workbook: closing any handle of a locked
database file would drop SQLite's own locks.
"""

from __future__ import annotations

import os
from pathlib import Path

from cxreset.base.platforms.locks import lock
from cxreset.base.platforms.modes import PRIVATE_FILE
from cxreset.base.platforms.open_flags import for_locking


class WindowLock:
    """Held by the window that may write. A crash leaves the file, not the lock."""

    def __init__(self, workbook: Path) -> None:
        self.path = workbook.with_name(f".{workbook.name}.lock")
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        return self._handle is not None

    def take(self) -> bool:
        """Try to take the lock, without waiting; True when this window holds it now.

        A folder in which no file can be made has no second writer either: True.
        """
        if self._handle is not None:
            return True
        try:
            handle = os.open(self.path, for_locking(), PRIVATE_FILE)
        except OSError:
            return True
        try:
            lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let another window write."""
        if self._handle is not None:
            os.close(self._handle)  # which drops the lock
            self._handle = None
